package org.ownpath.assessment;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of claims: a student has learnt or earned something elsewhere, and a teacher looks at it. */
@Component
public class Claims {

    private static final int LONGEST_PLACE = 200;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final JdbcClient database;
    private final DemonstrationRows rows;
    private final Requests requests;
    private final Clock clock;

    Claims(JdbcClient database, DemonstrationRows rows, Requests requests, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.requests = requests;
        this.clock = clock;
    }

    /** What is claimed in a demonstration, if it is of that sort. */
    public Optional<Claim> of(Demonstration demonstration) {
        return database.sql("select * from assessment.claim where demonstration_id = ?")
                .param(demonstration.id().value())
                .query((row, n) -> new Claim(
                        row.getString("place"), row.getDate("learnt_on").toLocalDate(), Arrays.asList((String[])
                                row.getArray("artifacts").getArray())))
                .optional();
    }

    /** A student claims something and asks a teacher to look at it. Sent twice, it is one claim. */
    @Transactional
    public Reply make(Viewer viewer, Request request, Claim claim) {
        List<String> reasons = reasons(request, claim);
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        Reply reply = requests.ask(viewer, request);
        boolean own = rows.find(request.id())
                .filter(asked -> asked.student().equals(StudentId.of(viewer.person())))
                .isPresent();
        if (own) {
            database.sql("""
                    insert into assessment.claim (demonstration_id, district_id, place, learnt_on, artifacts)
                    values (?, ?, ?, ?, ?::text[]) on conflict do nothing""")
                    .params(
                            request.id().value(),
                            viewer.district().value(),
                            claim.place(),
                            Date.valueOf(claim.learntOn()),
                            claim.artifacts().toArray(String[]::new))
                    .update();
        }
        return reply;
    }

    private List<String> reasons(Request request, Claim claim) {
        List<String> reasons = new ArrayList<>();
        LocalDate today = LocalDate.now(clock);
        if (!request.way().elsewhere()) {
            reasons.add("It is not said whether you learnt or earned it. Choose one of the two.");
        }
        if (claim.place().isEmpty() || claim.place().length() > LONGEST_PLACE) {
            reasons.add("Where it was is missing, or longer than " + LONGEST_PLACE + " characters. Write a few words.");
        }
        if (claim.learntOn().isAfter(today.plusDays(1)) || claim.learntOn().isBefore(EARLIEST)) {
            reasons.add(
                    "The day " + claim.learntOn() + " cannot be when it was. Give the day, as well as you know it.");
        }
        return reasons;
    }
}
