package org.ownpath.access;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Accounts: who has one, under which name, and what for. */
@Component
public class Accounts {

    private final JdbcClient database;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(JdbcClient database, PasswordEncoder passwords, Clock clock) {
        this.database = database;
        this.passwords = passwords;
        this.clock = clock;
    }

    /**
     * What an administrator sees of an account.
     *
     * @param closed whether nobody gets in with it, until an administrator or a roster opens it again
     * @param opened whether its person has chosen a password
     */
    public record Account(PersonId person, String signInName, Set<Role> roles, boolean closed, boolean opened) {}

    /** Kept in place of a hash until somebody has chosen a password: no password goes with it. */
    public static final String NO_PASSWORD = "none";

    /** A district, made once, in the time zone of this machine until another one is chosen; its id if it was there. */
    @Transactional
    public DistrictId openDistrict(String slug, String name) {
        Optional<DistrictId> known = district(slug);
        if (known.isPresent()) {
            return known.get();
        }
        DistrictId id = DistrictId.next();
        database.sql("select set_config('ownpath.district', ?, true)")
                .param(id.toString())
                .query(String.class)
                .single();
        ZoneId zone = TimeZones.ofThisMachine();
        database.sql("insert into access.district (id, slug, name, zone, created_at) values (?, ?, ?, ?, ?)")
                .params(id.value(), slug, name, zone.getId(), now())
                .update();
        SchoolTime.learn(Map.of(id, zone));
        return id;
    }

    /** The district with this short name. */
    public Optional<DistrictId> district(String slug) {
        return database.sql("select d.id from access.district_called(?) as d (id) where d.id is not null")
                .param(slug)
                .query(UUID.class)
                .optional()
                .map(DistrictId::new);
    }

    /** All districts of this installation, for work that goes through each of them in turn. */
    public List<DistrictId> districts() {
        return database.sql("select access.districts()").query(UUID.class).list().stream()
                .map(DistrictId::new)
                .toList();
    }

    /** The name of the current district. */
    public String districtName() {
        return database.sql("select name from access.district")
                .query(String.class)
                .single();
    }

    /** The short name of the current district, as addresses name it. */
    public String districtSlug() {
        return database.sql("select slug from access.district")
                .query(String.class)
                .single();
    }

    /** Opens accounts that are not there yet; those with a known sign-in name or person are left as they are. */
    @Transactional
    public void open(List<NewAccount> accounts) {
        for (NewAccount account : accounts) {
            database.sql("""
                    insert into access.account
                        (id, district_id, person_id, sign_in_name, password_hash, display_name, roles, created_at)
                    values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                    .params(
                            TimeOrdered.next(),
                            DistrictScope.require().value(),
                            account.person().value(),
                            account.signInName().toLowerCase(Locale.ROOT),
                            account.passwordHash(),
                            account.displayName(),
                            account.roles().stream().map(Role::code).toArray(String[]::new),
                            now())
                    .update();
        }
    }

    /** An account to be opened. */
    public record NewAccount(
            PersonId person, String signInName, String passwordHash, String displayName, Set<Role> roles) {}

    /** The hash that is kept of a password. */
    public String hash(String password) {
        return java.util.Objects.requireNonNull(passwords.encode(password));
    }

    /** The accounts of these people. */
    public Map<PersonId, Account> of(List<PersonId> people) {
        return database
                .sql("""
                select *, disabled_at is not null as closed, password_hash <> 'none' as opened from access.account where person_id = any(?)""")
                .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, n) -> new Account(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        row.getString("sign_in_name"),
                        ViewerRow.viewer(row, n).roles(),
                        row.getBoolean("closed"),
                        row.getBoolean("opened")))
                .list()
                .stream()
                .collect(Collectors.toMap(Account::person, a -> a));
    }

    /** What the account of a person is for; empty without an account. */
    public Optional<Set<Role>> rolesOf(PersonId person) {
        return database.sql("select * from access.account where person_id = ?")
                .param(person.value())
                .query(ViewerRow::viewer)
                .optional()
                .map(Viewer::roles);
    }

    /** The viewer with this sign-in name: for the seed, the command line and tests. */
    public Optional<Viewer> viewer(String signInName) {
        return database.sql("select * from access.account_to_sign_in(?)")
                .param(signInName)
                .query(ViewerRow::viewer)
                .optional();
    }

    /** The account of the current district with this sign-in name, unless it is disabled. */
    public Optional<Viewer> named(String signInName) {
        return database.sql("select * from access.account where sign_in_name = ? and disabled_at is null")
                .param(signInName.strip().toLowerCase(Locale.ROOT))
                .query(ViewerRow::viewer)
                .optional();
    }

    /** The account as it is today, unless it is disabled. */
    public Optional<Viewer> viewer(AccountId account) {
        return database.sql("select * from access.account where id = ? and disabled_at is null")
                .param(account.value())
                .query(ViewerRow::viewer)
                .optional();
    }

    /** The accounts of these people as they are today; those who have none or a disabled one are left out. */
    public Map<PersonId, Viewer> viewersOf(Collection<PersonId> people) {
        return database
                .sql("select * from access.account where person_id = any(?) and disabled_at is null")
                .param(people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query(ViewerRow::viewer)
                .list()
                .stream()
                .collect(Collectors.toMap(Viewer::person, v -> v, (one, other) -> one));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
