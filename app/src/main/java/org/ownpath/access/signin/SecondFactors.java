package org.ownpath.access.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to a second factor: codes from an app beside the password, with codes on paper for a lost app. */
@Component
public class SecondFactors {

    private static final String PURPOSE = "second factor";

    private final JdbcClient database;
    private final Sealing sealing;
    private final RecoveryCodes recovery;
    private final Throttle throttle;
    private final SignInRules rules;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    SecondFactors(
            JdbcClient database,
            Sealing sealing,
            RecoveryCodes recovery,
            Throttle throttle,
            SignInRules rules,
            Accounts accounts,
            Access access,
            Clock clock) {
        this.database = database;
        this.sealing = sealing;
        this.recovery = recovery;
        this.throttle = throttle;
        this.rules = rules;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /**
     * What a viewer's second factor is like.
     *
     * @param since when it was set up; empty without one
     * @param codesLeft codes on paper that still work
     * @param demanded whether the district demands one of the viewer
     */
    public record State(Optional<Instant> since, int codesLeft, boolean demanded) {}

    /** A second factor to be set up: the secret in letters, and the address that a picture gives to an app. */
    public record Beginning(String letters, String address) {}

    /** What came of a code. */
    public sealed interface Checked {
        /** It is right. */
        record Right() implements Checked {}

        /** It is not, and what to do. */
        record Wrong(String reason) implements Checked {}
    }

    /** What came of setting one up. */
    public sealed interface SettingUp {
        /** It holds from now on; the codes on paper are shown once. */
        record Done(List<String> codes) implements SettingUp {}

        /** The code does not fit, and what to do. */
        record Refused(String reason) implements SettingUp {}
    }

    private record Kept(Codes codes, Optional<Instant> since) {}

    /** The viewer's own state. */
    public State of(Viewer viewer) {
        return new State(
                kept(viewer.account()).flatMap(Kept::since), recovery.left(viewer.account()), demanded(viewer));
    }

    /** Whether the viewer has to prove more than one thing, by their own choice or the district's. */
    public boolean owedBy(Viewer viewer) {
        return asks(viewer) || demanded(viewer);
    }

    /** Whether signing in with a password takes a code as well. */
    boolean asks(Viewer viewer) {
        return kept(viewer.account()).flatMap(Kept::since).isPresent();
    }

    /** Whether the district demands a second factor of this viewer. */
    boolean demanded(Viewer viewer) {
        return rules.now().secondFactorFor().stream().anyMatch(viewer::is);
    }

    /** A secret to set up with: the one begun before, or a new one. */
    @Transactional
    public Beginning begin(Viewer viewer) {
        Codes codes = kept(viewer.account()).map(Kept::codes).orElseGet(() -> keep(viewer, Codes.next()));
        String name = Objects.requireNonNull(
                        accounts.of(List.of(viewer.person())).get(viewer.person()), "Whoever signs in has an account")
                .signInName();
        return new Beginning(codes.letters(), codes.address("Ownpath, " + accounts.districtName(), name));
    }

    /** Makes the second factor hold, when the first code from the app fits. */
    @Transactional
    public SettingUp confirm(Viewer viewer, String code) {
        if (!(check(viewer, code) instanceof Checked.Right)) {
            return new SettingUp.Refused(
                    "This code does not fit. Look whether the clock of your phone is right, and type the code it shows now.");
        }
        database.sql("update access.second_factor set confirmed_at = coalesce(confirmed_at, ?) where account_id = ?")
                .params(Timestamp.from(clock.instant()), viewer.account().value())
                .update();
        access.audit(viewer, "second-factor.set-up", viewer.account().toString(), "");
        return new SettingUp.Done(recovery.renew(viewer));
    }

    /** New codes on paper in place of those of before. */
    @Transactional
    public List<String> renewCodes(Viewer viewer) {
        access.audit(viewer, "second-factor.codes-renewed", viewer.account().toString(), "");
        return recovery.renew(viewer);
    }

    /** Checks a code of the app or one on paper. Each works once, and wrong ones close the door as at the password. */
    @Transactional
    public Checked check(Viewer viewer, String code) {
        Throttle.Try now = new Throttle.Try("code of " + viewer.account(), "");
        Optional<Duration> wait = throttle.wait(now);
        if (wait.isPresent()) {
            return new Checked.Wrong("There were too many tries. Wait " + new TooManyTries(wait.get()).minutes()
                    + " minutes, then try again.");
        }
        if (fits(viewer.account(), code)) {
            throttle.succeeded(now);
            return new Checked.Right();
        }
        throttle.failed(now);
        return new Checked.Wrong(
                "This code does not fit. Type the one that your app shows now, or one of your codes on paper.");
    }

    /** Takes the viewer's own second factor away, unless the district demands one; empty when done. */
    @Transactional
    public Optional<String> turnOff(Viewer viewer, String code) {
        if (demanded(viewer)) {
            return Optional.of("Your district demands a second factor for your role.");
        }
        if (check(viewer, code) instanceof Checked.Wrong wrong) {
            return Optional.of(wrong.reason());
        }
        drop(viewer.account());
        access.audit(viewer, "second-factor.taken-away", viewer.account().toString(), "");
        return Optional.empty();
    }

    /** Takes the second factor of somebody away who has lost app and paper; whether they had one. */
    @Transactional
    public boolean takeAway(Viewer administrator, PersonId person) {
        access.require(administrator, Role.ADMINISTRATOR);
        Optional<AccountId> account = database.sql("select id from access.account where person_id = ?")
                .param(person.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
        boolean had = account.map(this::drop).orElse(false);
        if (had) {
            access.audit(administrator, "second-factor.taken-away", person.toString(), "");
        }
        return had;
    }

    /** Those of these people who have a second factor. */
    public Set<PersonId> among(List<PersonId> people) {
        return database
                .sql("""
                select a.person_id from access.second_factor f join access.account a on a.id = f.account_id
                where f.confirmed_at is not null and a.person_id = any(?)""")
                .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(UUID.class)
                .list()
                .stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
    }

    /** A step of time is used once: whoever looks over a shoulder comes too late. */
    private boolean fits(AccountId account, String code) {
        OptionalLong step = kept(account)
                .map(kept -> kept.codes().step(code, clock.instant()))
                .orElse(OptionalLong.empty());
        if (step.isEmpty()) {
            return recovery.use(account, code);
        }
        return database.sql("update access.second_factor set last_step = ? where account_id = ? and last_step < ?")
                        .params(step.getAsLong(), account.value(), step.getAsLong())
                        .update()
                == 1;
    }

    private Codes keep(Viewer viewer, Codes codes) {
        database.sql("""
                insert into access.second_factor (account_id, district_id, sealed_secret, last_step)
                values (?, ?, ?, 0)""")
                .params(viewer.account().value(), viewer.district().value(), sealing.seal(codes.secret(), PURPOSE))
                .update();
        return codes;
    }

    private boolean drop(AccountId account) {
        recovery.drop(account);
        return database.sql("delete from access.second_factor where account_id = ?")
                        .param(account.value())
                        .update()
                == 1;
    }

    private Optional<Kept> kept(AccountId account) {
        return database.sql("select sealed_secret, confirmed_at from access.second_factor where account_id = ?")
                .param(account.value())
                .query((row, n) -> new Kept(
                        new Codes(sealing.open(row.getBytes(1), PURPOSE)),
                        Optional.ofNullable(row.getTimestamp(2)).map(Timestamp::toInstant)))
                .optional();
    }
}
