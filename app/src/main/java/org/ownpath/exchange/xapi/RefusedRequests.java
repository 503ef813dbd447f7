package org.ownpath.exchange.xapi;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.WithoutPeople;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Notes what programs were refused and why, the last of each, for whoever keeps them; without addresses of people. */
@Component
class RefusedRequests {

    private static final int MOST_OF_A_PROGRAM = 50;

    private final JdbcClient database;
    private final Clock clock;

    RefusedRequests(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void note(HttpServletRequest request, HttpStatus status, String why) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        // that something is not here is an answer, and no failure of the program
        if (status != HttpStatus.NOT_FOUND && who != null && who.getPrincipal() instanceof Viewer viewer) {
            note(viewer, request.getMethod() + " " + request.getRequestURI(), WithoutPeople.in(why));
        }
    }

    private void note(Viewer by, String what, String why) {
        database.sql("""
                insert into exchange.refused_request (district_id, sent_by, refused_at, what, why) values (?, ?, ?, ?, ?)""")
                .params(by.district().value(), by.account().value(), Timestamp.from(clock.instant()), what, why)
                .update();
        database.sql("""
                delete from exchange.refused_request where sent_by = ? and seq <= (
                    select seq from exchange.refused_request where sent_by = ? order by seq desc offset ? limit 1)""")
                .params(by.account().value(), by.account().value(), MOST_OF_A_PROGRAM)
                .update();
    }

    /** The newest, of all programs of the district. */
    List<Refused> newest(int most) {
        return database.sql("""
                select r.refused_at, r.what, r.why, r.sent_by from exchange.refused_request r
                order by r.seq desc limit ?""")
                .param(most)
                .query((row, n) -> new Refused(
                        row.getTimestamp("refused_at").toInstant(),
                        row.getString("what"),
                        row.getString("why"),
                        row.getObject("sent_by", UUID.class)))
                .list();
    }

    /** A request that was refused. */
    record Refused(Instant at, String what, String why, UUID sentBy) {}
}
