package org.ownpath.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says what an account is for, closes it, and opens it again. All of it holds from the account's next request on, wherever
 * it is signed in and whatever program bears its token. Nobody does any of it to themselves, so an administrator remains.
 */
@Component
public class AccountKeeping {

    /** What an account can be for beside what the school's roster says that its person is. */
    public static final Set<Role> GIVEN = Set.copyOf(EnumSet.of(Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR));

    private static final String NOT_ONES_OWN =
            "This is your own account. Ask another administrator, so that one always remains.";

    private final JdbcClient database;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    AccountKeeping(JdbcClient database, Accounts accounts, Access access, Clock clock) {
        this.database = database;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** Closes an account until an administrator opens it again; why not, or empty when done. */
    @Transactional
    public Optional<String> close(Viewer by, PersonId whose) {
        return change(
                by,
                whose,
                () -> close(List.of(whose), "administrator")
                        .forEach(closed -> access.audit(by, closed, "account.closed", "")));
    }

    /** Opens a closed account again, with the password that it had; why not, or empty when done. */
    @Transactional
    public Optional<String> openAgain(Viewer by, PersonId whose) {
        return change(
                by,
                whose,
                () -> open(List.of(whose), "closed_by is not null")
                        .forEach(opened -> access.audit(by, opened, "account.opened-again", "")));
    }

    /**
     * Says which of {@link #GIVEN} an account is for; what else its person is stays.
     *
     * @return why not; empty when done
     */
    @Transactional
    public Optional<String> give(Viewer by, PersonId whose, Set<Role> given) {
        Set<Role> had = accounts.rolesOf(whose).orElse(Set.of());
        Set<Role> has = Stream.concat(had.stream().filter(role -> !GIVEN.contains(role)), given.stream())
                .collect(Collectors.toSet());
        if (!GIVEN.containsAll(given) || (had.contains(Role.STUDENT) && !given.isEmpty())) {
            return Optional.of(
                    "A student's account is a student's. Give the rights of staff to somebody on the staff.");
        }
        if (has.isEmpty()) {
            return Optional.of("Then the account would be for nothing. Close it instead.");
        }
        return change(by, whose, () -> {
            if (!has.equals(had)) {
                database.sql("update access.account set roles = ? where person_id = ?")
                        .params(has.stream().map(Role::code).sorted().toArray(String[]::new), whose.value())
                        .update();
                access.audit(by, whose, "account.rights-changed", words(had) + " becomes " + words(has));
            }
        });
    }

    /** Follows a roster: closes the accounts of those who left, but never the importer's, and opens what it closed before. */
    @Transactional
    public void follow(Viewer importer, Collection<PersonId> left, Collection<PersonId> back) {
        access.require(importer, Role.ADMINISTRATOR);
        List<PersonId> others = left.stream()
                .filter(person -> !person.equals(importer.person()))
                .toList();
        close(others, "roster").forEach(person -> access.audit(importer, person, "account.closed", "left the roster"));
        open(back, "closed_by = 'roster'")
                .forEach(person -> access.audit(importer, person, "account.opened-again", "is back on the roster"));
    }

    private Optional<String> change(Viewer by, PersonId whose, Runnable change) {
        access.require(by, Role.ADMINISTRATOR);
        if (whose.equals(by.person())) {
            return Optional.of(NOT_ONES_OWN);
        }
        change.run();
        return Optional.empty();
    }

    /** Closes those of the accounts that are open; whose they are. */
    private List<PersonId> close(Collection<PersonId> whose, String closedBy) {
        return database.sql("""
                update access.account set disabled_at = ?, closed_by = ?
                where person_id = any(?) and disabled_at is null returning person_id""")
                .params(Timestamp.from(clock.instant()), closedBy, ids(whose))
                .query(AccountKeeping::person)
                .list();
    }

    /** Opens those of the accounts for which the condition holds; whose they are. */
    private List<PersonId> open(Collection<PersonId> whose, String condition) {
        return database.sql(
                        "update access.account set disabled_at = null, closed_by = null where person_id = any(?) and "
                                + condition + " returning person_id")
                .param(ids(whose))
                .query(AccountKeeping::person)
                .list();
    }

    private static UUID[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::value).toArray(UUID[]::new);
    }

    private static PersonId person(ResultSet row, int n) throws SQLException {
        return new PersonId(row.getObject("person_id", UUID.class));
    }

    private static String words(Set<Role> roles) {
        return roles.stream().sorted().map(Role::words).collect(Collectors.joining(", "));
    }
}
