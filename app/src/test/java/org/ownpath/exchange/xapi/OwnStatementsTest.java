package org.ownpath.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.xapi.own.OwnStatements;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What happens here is told as statements, where the district wants it. */
class OwnStatementsTest extends SchoolTest {

    @LocalServerPort
    int port;

    @Value("${ownpath.address:http://localhost:${server.port}}")
    String address;

    @Autowired
    OwnStatements own;

    @Autowired
    Ledger ledger;

    @Autowired
    Frameworks frameworks;

    @Autowired
    JdbcClient database;

    @Test
    void evidence_is_told_once_to_programs_that_may_read_everything_and_taken_back_with_itself() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        Lrs report = new Lrs(port, token(philippa, TokenScope.STATEMENTS, TokenScope.READ), "2.0.0");
        Lrs game = new Lrs(port, token(philippa, TokenScope.STATEMENTS), "2.0.0");
        StudentId zlata =
                StudentId.of(viewer("zlata.kovalchuk@northside.example").person());
        Competency competency = as(
                philippa, () -> frameworks.curriculum().ofSubject("Mathematics").get(0));
        String activity = address.replaceAll("/+$", "") + "/competencies/" + competency.id();
        as(philippa, () -> {
            own.tell(philippa, true);
            return true;
        });
        PieceId piece = PieceId.next();
        as(philippa, () -> ledger.record(philippa, observation(philippa, piece, zlata, competency)));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> !Lrs.ids(report.get("activity", activity)).isEmpty());
        List<String> told = Lrs.ids(report.get("activity", activity));
        assertThat(Lrs.ids(game.get("activity", activity))).isEmpty();
        assertThat(Lrs.json(report.get("statementId", told.get(told.size() - 1)))
                        .path("actor")
                        .toString())
                .contains(zlata.toString())
                .doesNotContain("Zlata", "Kovalchuk");
        as(philippa, () -> ledger.withdraw(philippa, piece, Optional.empty(), "A mistake"));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> report.get("voidedStatementId", scored(zlata)).statusCode() == 200);
        as(philippa, () -> {
            own.tell(philippa, false);
            return true;
        });
    }

    private String scored(StudentId student) {
        return as(
                viewer("philippa.crane@northside.example"),
                () -> database.sql(
                                "select id::text from exchange.statement where student_id = ? and sent_by = ? order by seq limit 1")
                        .params(student.value(), LearningRecords.OWNPATH.value())
                        .query(String.class)
                        .single());
    }

    private static Observation observation(Viewer by, PieceId piece, StudentId student, Competency competency) {
        return new Observation(
                piece,
                new Observation.Nature(Form.TEST, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                by.person(),
                Instant.now().minusSeconds(60),
                Optional.of("To be told"),
                Optional.empty(),
                List.of(),
                List.of(new Observation.Rating(student, competency.id(), Result.rated(3))));
    }
}
