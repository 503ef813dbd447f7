package org.ownpath.access.privacy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door to how long things are kept. Everything is kept for good until an administrator says after how many
 * months a kind of thing goes; then what is older goes once a day, in the name of whoever said so. Evidence and the audit
 * trail are never among it.
 */
@Component
public class Retention {

    private static final int FEWEST = 3;
    private static final int MOST = 240;

    private final List<Expiry> kinds;
    private final PersonalRecords records;
    private final JdbcClient database;
    private final Accounts accounts;
    private final Access access;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Retention(
            List<Expires> rooms,
            PersonalRecords records,
            JdbcClient database,
            Accounts accounts,
            Access access,
            TransactionTemplate transaction,
            Clock clock) {
        this.kinds = rooms.stream()
                .flatMap(room -> room.expiries().stream())
                .sorted(Comparator.comparing(Expiry::code))
                .toList();
        this.records = records;
        this.database = database;
        this.accounts = accounts;
        this.access = access;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** How long one kind of thing is kept, how much of it would go now, and what went last. */
    public record Kept(Expiry kind, Optional<Term> term, long due, Optional<Run> last) {}

    /** After how many months it goes; none means never. */
    public record Term(OptionalInt months, PersonId by, Instant at) {}

    /** What went on a day. */
    public record Run(LocalDate day, int gone) {}

    /** Every kind of thing that can go, and how long it is kept. */
    public List<Kept> all(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        return kinds.stream()
                .map(kind -> {
                    Optional<Term> term = term(kind);
                    long due = months(term).stream()
                            .mapToLong(months -> due(kind, older(months)).size())
                            .sum();
                    return new Kept(kind, term, due, last(kind));
                })
                .toList();
    }

    /**
     * Says after how many months a kind of thing goes; empty keeps it for good.
     *
     * @return why not; empty when it holds
     */
    public Optional<String> keep(Viewer viewer, String code, OptionalInt months) {
        access.require(viewer, Role.ADMINISTRATOR);
        Optional<Expiry> kind =
                kinds.stream().filter(each -> each.code().equals(code)).findFirst();
        if (kind.isEmpty()) {
            return Optional.of("There is no such kind of thing. Choose one of the page.");
        }
        if (months.isPresent() && (months.getAsInt() < FEWEST || months.getAsInt() > MOST)) {
            return Optional.of("Keep it for " + FEWEST + " to " + MOST + " months, or for good.");
        }
        transaction.executeWithoutResult(status -> {
            database.sql("""
                    insert into access.retention_term (id, district_id, code, months, given_by, given_at)
                    values (:id, :district, :code, :months, :by, :at)""")
                    .param("id", TimeOrdered.next())
                    .param("district", viewer.district().value())
                    .param("code", code)
                    .param("months", months.isPresent() ? (Integer) months.getAsInt() : null)
                    .param("by", viewer.person().value())
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
            String term = months.isPresent() ? months.getAsInt() + " months" : "for good";
            access.audit(viewer, "retention.set", "", kind.get().words() + ": " + term);
        });
        return Optional.empty();
    }

    @Scheduled(fixedDelay = 3_600_000, initialDelay = 300_000)
    void everywhere() {
        accounts.districts().forEach(district -> DistrictScope.run(district, this::runDue));
    }

    /** Lets go what is due in the current district, each kind once a day, whichever copy comes first. */
    void runDue() {
        for (Expiry kind : kinds) {
            Optional<Term> term = term(kind);
            Optional<Viewer> by = term.flatMap(this::administrator);
            Optional<Integer> months = months(term);
            if (by.isPresent() && months.isPresent()) {
                transaction.executeWithoutResult(status -> run(kind, by.get(), older(months.get())));
            }
        }
    }

    private void run(Expiry kind, Viewer by, Instant older) {
        UUID id = TimeOrdered.next();
        int begun = database.sql("""
                        insert into access.retention_run (id, district_id, code, day, older_than, gone)
                        values (?, ?, ?, ?, ?, 0) on conflict do nothing""")
                .params(id, by.district().value(), kind.code(), java.sql.Date.valueOf(today()), Timestamp.from(older))
                .update();
        if (begun == 0) {
            return;
        }
        int gone = kind.ofPeople() ? forget(kind, by, older) : delete(kind, older);
        database.sql("update access.retention_run set gone = ? where id = ?")
                .params(gone, id)
                .update();
        if (gone > 0) {
            access.audit(by, "retention.run", "", kind.words() + ": " + gone);
        }
    }

    private int delete(Expiry kind, Instant older) {
        return database.sql(kind.end())
                .param("older", Timestamp.from(older))
                .query(Long.class)
                .single()
                .intValue();
    }

    private int forget(Expiry kind, Viewer by, Instant older) {
        List<PersonId> people = due(kind, older).stream()
                .map(PersonId::new)
                .filter(person -> !person.equals(by.person()))
                .toList();
        people.forEach(person -> records.forget(by, person));
        return people.size();
    }

    private List<UUID> due(Expiry kind, Instant older) {
        return database.sql(kind.due())
                .param("older", Timestamp.from(older))
                .query(UUID.class)
                .list();
    }

    /** Whoever said so, while they still may. */
    private Optional<Viewer> administrator(Term term) {
        return Optional.ofNullable(accounts.viewersOf(List.of(term.by())).get(term.by()))
                .filter(viewer -> viewer.is(Role.ADMINISTRATOR));
    }

    private Optional<Term> term(Expiry kind) {
        return database.sql(
                        "select * from access.retention_term where code = ? order by given_at desc, id desc limit 1")
                .param(kind.code())
                .query(Retention::term)
                .optional();
    }

    private static Term term(ResultSet row, int n) throws SQLException {
        Integer months = row.getObject("months", Integer.class);
        return new Term(
                months == null ? OptionalInt.empty() : OptionalInt.of(months),
                new PersonId(row.getObject("given_by", UUID.class)),
                row.getTimestamp("given_at").toInstant());
    }

    private static Optional<Integer> months(Optional<Term> term) {
        return term.map(Term::months).filter(OptionalInt::isPresent).map(OptionalInt::getAsInt);
    }

    private Optional<Run> last(Expiry kind) {
        return database.sql("select day, gone from access.retention_run where code = ? order by day desc limit 1")
                .param(kind.code())
                .query((row, n) -> new Run(row.getDate(1).toLocalDate(), row.getInt(2)))
                .optional();
    }

    private Instant older(int months) {
        return SchoolTime.start(today().minus(Period.ofMonths(months)));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
