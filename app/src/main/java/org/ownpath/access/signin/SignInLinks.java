package org.ownpath.access.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.access.ViewerRow;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door to links that let somebody in once, to choose a password: an invitation for who has none yet, and the
 * way back for who has forgotten it. The school hands them out, an administrator to everybody, a teacher to their own
 * students; or an e-mail brings one to whoever has asked for it ({@link WaysBack}).
 */
@Component
public class SignInLinks {

    private static final Duration INVITATION = Duration.ofDays(14);
    private static final Duration WAY_BACK = Duration.ofDays(3);
    private static final Duration BY_MAIL = Duration.ofHours(1);

    private final JdbcClient database;
    private final Access access;
    private final NewAccounts newAccounts;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Throttle throttle;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SignInLinks(
            JdbcClient database,
            Access access,
            NewAccounts newAccounts,
            Passwords passwords,
            Sessions sessions,
            Throttle throttle,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.newAccounts = newAccounts;
        this.passwords = passwords;
        this.sessions = sessions;
        this.throttle = throttle;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A link as it was made; the token is not kept. */
    public record Link(String token, String signInName, boolean first, Instant until) {}

    /** Whose link somebody has opened. */
    public record Guest(Viewer viewer, String signInName, int shortestPassword) {}

    /** What came of choosing a password with a link. */
    public sealed interface Choosing {
        /** The password holds; the person signs in with it. */
        record Done(String signInName) implements Choosing {}

        /** The password is not taken, and why. */
        record Refused(Guest guest, String reason) implements Choosing {}

        /** The link opens nothing: used, taken back, too old, or mistyped. */
        record Closed() implements Choosing {}
    }

    /** Makes a link for a person and closes those made before; opens an account if there is none. */
    public Link make(Viewer maker, Newcomer person) {
        requireMake(maker, person);
        return transaction.execute(status -> {
            Accounts.Account account = newAccounts.of(person);
            SecretToken token = SecretToken.next();
            Instant until = clock.instant().plus(account.opened() ? WAY_BACK : INVITATION);
            takeBack(person.person());
            database.sql("""
                    insert into access.sign_in_link (id, district_id, account_id, token_hash, made_by, made_at, expires_at)
                    select ?, district_id, id, ?, ?, ?, ? from access.account where person_id = ?""")
                    .params(
                            TimeOrdered.next(),
                            token.hash(),
                            maker.account().value(),
                            now(),
                            Timestamp.from(until),
                            person.person().value())
                    .update();
            access.audit(maker, "sign-in-link.made", person.person().toString(), "");
            return new Link(token.text(), account.signInName(), !account.opened(), until);
        });
    }

    /**
     * Makes a link for the way back by e-mail, of which only that e-mail has the token; closes those that were made this
     * way before, and none that the school handed out.
     *
     * @return the token; empty when this person has no account that is open
     */
    public Optional<String> byMail(PersonId person) {
        database.sql("""
                update access.sign_in_link set revoked_at = ? where used_at is null and revoked_at is null
                  and made_by = account_id and account_id = (select id from access.account where person_id = ?)""").params(now(), person.value()).update();
        SecretToken token = SecretToken.next();
        int made = database.sql("""
                        insert into access.sign_in_link (id, district_id, account_id, token_hash, made_by, made_at, expires_at)
                        select ?, district_id, id, ?, id, ?, ? from access.account
                        where person_id = ? and disabled_at is null""")
                .params(
                        TimeOrdered.next(),
                        token.hash(),
                        now(),
                        Timestamp.from(clock.instant().plus(BY_MAIL)),
                        person.value())
                .update();
        return made == 1 ? Optional.of(token.text()) : Optional.empty();
    }

    /** Until when a link that the school handed out is open, for those of these people who have one. */
    public Map<PersonId, Instant> open(List<PersonId> people) {
        return database
                .sql("""
                select a.person_id, max(l.expires_at) as until
                from access.sign_in_link l join access.account a on a.id = l.account_id
                where a.person_id = any(?) and l.made_by <> l.account_id and l.used_at is null and l.revoked_at is null and l.expires_at > ?
                group by a.person_id""")
                .params(people.stream().map(PersonId::value).toArray(UUID[]::new), now())
                .query((row, n) -> Map.entry(
                        new PersonId(row.getObject(1, UUID.class)),
                        row.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Closes the links of a person that are open; whether there was one. */
    public boolean revoke(Viewer viewer, Newcomer person) {
        requireMake(viewer, person);
        boolean closed = takeBack(person.person()) > 0;
        if (closed) {
            access.audit(viewer, "sign-in-link.taken-back", person.person().toString(), "");
        }
        return closed;
    }

    /** Whose link this is, while it opens; looking uses nothing up. */
    public Optional<Guest> guest(String token) {
        return district(token)
                .flatMap(district -> DistrictScope.within(
                        district,
                        () -> database.sql("""
                        select a.* from access.sign_in_link l join access.account a on a.id = l.account_id
                        where l.token_hash = ? and l.used_at is null and l.revoked_at is null and l.expires_at > ?
                          and a.disabled_at is null""")
                                .params(new SecretToken(token).hash(), now())
                                .query((row, n) -> {
                                    Viewer viewer = ViewerRow.viewer(row, n);
                                    return new Guest(
                                            viewer, row.getString("sign_in_name"), PasswordRule.shortest(viewer));
                                })
                                .optional()));
    }

    /** Chooses a password with a link, once. Ends every session of before and forgives failed tries. */
    public Choosing choose(String token, String chosen) {
        Optional<Guest> found = guest(token);
        if (found.isEmpty()) {
            return new Choosing.Closed();
        }
        Guest guest = found.get();
        return DistrictScope.within(
                guest.viewer().district(), () -> transaction.execute(status -> choose(guest, token, chosen)));
    }

    private Choosing choose(Guest guest, String token, String chosen) {
        AccountId account = guest.viewer().account();
        Optional<String> refusal = passwords.choose(guest.viewer(), chosen);
        if (refusal.isPresent()) {
            return new Choosing.Refused(guest, refusal.get());
        }
        if (!use(token)) {
            throw new IllegalStateException("The link was used twice at once; the second is undone");
        }
        takeBack(guest.viewer().person());
        sessions.endAll(account);
        throttle.forgive(guest.signInName());
        return new Choosing.Done(guest.signInName());
    }

    private boolean use(String token) {
        return database.sql("""
                update access.sign_in_link set used_at = ?
                where token_hash = ? and used_at is null and revoked_at is null""").params(now(), new SecretToken(token).hash()).update() == 1;
    }

    private int takeBack(PersonId person) {
        return database.sql("""
                update access.sign_in_link set revoked_at = ? where used_at is null and revoked_at is null
                  and account_id = (select id from access.account where person_id = ?)""").params(now(), person.value()).update();
    }

    private Optional<DistrictId> district(String token) {
        return database.sql("select d.id from access.district_of_sign_in_link(?) as d (id) where d.id is not null")
                .param(new SecretToken(token).hash())
                .query(UUID.class)
                .optional()
                .map(DistrictId::new);
    }

    /** A teacher helps a student who is nothing but a student: otherwise a link would lift the teacher. */
    private void requireMake(Viewer maker, Newcomer person) {
        if (maker.is(Role.ADMINISTRATOR)) {
            return;
        }
        if (!person.roles().equals(Set.of(Role.STUDENT))
                || !newAccounts.rolesOf(person).equals(Set.of(Role.STUDENT))) {
            throw new NotAllowed("Only an administrator can let this person in.");
        }
        if (access.recordable(maker, Set.of(StudentId.of(person.person()))).isEmpty()) {
            throw new NotAllowed("Students are let in by their teachers, a leader or an administrator.");
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
