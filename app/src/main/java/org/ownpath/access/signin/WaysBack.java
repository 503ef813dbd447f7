package org.ownpath.access.signin;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.access.ViewerRow;
import org.ownpath.shared.TimeOrdered;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door to the way back by e-mail, for whoever has forgotten a password. Asking only notes what was typed, for
 * every name alike; whether anybody has that name is looked up afterwards, so that neither the answer nor the time it
 * takes tells. Who is found is written to by a room above.
 */
@Component
public class WaysBack {

    private static final Duration MEMORY = Duration.ofHours(1);
    private static final Duration KEPT = Duration.ofDays(1);

    /** More for one name within the hour are noted and not written: nobody's mailbox is filled from here. */
    private static final int FOR_ONE_NAME = 3;

    /** A whole school may sit behind one address. */
    private static final int FROM_ONE_ADDRESS = 60;

    private static final int AT_ONCE = 50;

    private final JdbcClient database;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WaysBack(
            JdbcClient database,
            Access access,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** A name that was typed, and where from. */
    private record Request(UUID id, String name) {
        static Request of(ResultSet row, int n) throws SQLException {
            return new Request(row.getObject("id", UUID.class), row.getString("sign_in_name"));
        }
    }

    /**
     * Notes that somebody wants to be written to under this name.
     *
     * @param address where the request came from
     * @return how long to wait, when too many were asked for from there; empty when it is noted, whoever has the name
     */
    public Optional<Duration> ask(String name, String address) {
        Instant now = clock.instant();
        if (askedFrom(address, now) >= FROM_ONE_ADDRESS) {
            return Optional.of(MEMORY);
        }
        database.sql("insert into access.way_back_request (id, sign_in_name, address, asked_at) values (?, ?, ?, ?)")
                .params(TimeOrdered.next(), name.strip().toLowerCase(Locale.ROOT), address, Timestamp.from(now))
                .update();
        return Optional.empty();
    }

    private long askedFrom(String address, Instant now) {
        return database.sql("select count(*) from access.way_back_request where address = ? and asked_at > ?")
                .params(address, Timestamp.from(now.minus(MEMORY)))
                .query(Long.class)
                .single();
    }

    /** The first of the hour for its name, the second, and so on; ids are ordered by time. */
    private long place(Request request, Instant now) {
        return database.sql("""
                        select count(*) from access.way_back_request
                        where sign_in_name = ? and asked_at > ? and id <= ?""")
                .params(request.name(), Timestamp.from(now.minus(MEMORY)), request.id())
                .query(Long.class)
                .single();
    }

    /** Looks up who was asked for and tells of those who are there; each request once, whichever copy comes first. */
    @Scheduled(fixedDelay = 3_000, initialDelay = 10_000)
    void answer() {
        Instant now = clock.instant();
        List<Request> waiting =
                database.sql("""
                        select id, sign_in_name from access.way_back_request
                        where answered_at is null order by asked_at limit ?""").param(AT_ONCE).query(Request::of).list();
        waiting.forEach(request -> named(request.name())
                .ifPresentOrElse(
                        viewer -> DistrictScope.run(
                                viewer.district(),
                                () -> transaction.executeWithoutResult(status -> answer(request, viewer, now))),
                        () -> take(request, now)));
    }

    /** What was asked long ago limits nothing any more. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forget() {
        database.sql("delete from access.way_back_request where asked_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private void answer(Request request, Viewer viewer, Instant now) {
        if (take(request, now) && place(request, now) <= FOR_ONE_NAME) {
            access.audit(viewer, viewer.person(), "sign-in-link.asked", "");
            events.publishEvent(new WayBackAsked(viewer));
        }
    }

    private boolean take(Request request, Instant now) {
        return database.sql("update access.way_back_request set answered_at = ? where id = ? and answered_at is null")
                        .params(Timestamp.from(now), request.id())
                        .update()
                == 1;
    }

    private Optional<Viewer> named(String name) {
        return database.sql("select * from access.account_to_sign_in(?)")
                .param(name)
                .query(ViewerRow::viewer)
                .optional();
    }
}
