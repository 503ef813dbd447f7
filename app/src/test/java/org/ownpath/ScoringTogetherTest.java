package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Agreements;
import org.ownpath.assessment.Colleagues;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Feedback;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Score;
import org.ownpath.assessment.ScoreSheet;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.Stage;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.messages.Notices;
import org.ownpath.messages.Told;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two scorers who do not see each other, somebody from outside, and what a student says beside it all. */
class ScoringTogetherTest extends SchoolTest {

    @LocalServerPort
    int port;

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    Colleagues colleagues;

    @Autowired
    Scoring scoring;

    @Autowired
    OutsideAssessors outside;

    @Autowired
    Agreements agreements;

    @Autowired
    Artifacts artifacts;

    @Autowired
    Portfolios portfolios;

    @Autowired
    LedgerReading ledger;

    @Autowired
    Notices notices;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient database;

    private Viewer gwen() {
        return viewer("gwen.abernathy@northside.example");
    }

    private Viewer idris() {
        return viewer("idris.camara@northside.example");
    }

    /** Work that waits for Gwen and that nobody has looked at. */
    private Demonstration waiting() {
        return scoring.waiting(gwen(), demonstrations.inHandsOf(gwen())).stream()
                .filter(d -> d.stage() == Stage.HANDED_IN && d.second().isEmpty())
                .filter(d -> scoring.toModerate(d).isEmpty())
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private Demonstration read(Demonstration before) {
        return demonstrations.find(gwen(), before.id()).orElseThrow();
    }

    private static ScoreSheet sheet(double mark) {
        return new ScoreSheet(new Marks(Map.of(1, mark, 2, mark)), Feedback.NONE, Depth.APPLY, Context.CLASS);
    }

    private static void done(Reply reply) {
        assertThat(reply.reasons()).isEmpty();
    }

    @Test
    void neither_of_two_scorers_sees_the_other_and_only_what_the_assessor_decides_is_evidence() {
        as(gwen(), () -> {
            Demonstration work = waiting();
            long before = ledger.size();
            done(colleagues.inviteSecond(gwen(), work.id(), idris().person()));
            done(scoring.score(gwen(), work.id(), sheet(3)));
            assertThat(scoring.toModerate(read(work))).isEmpty();
            assertThat(scoring.waiting(gwen(), List.of(read(work)))).isEmpty();
            assertThat(scoring.waiting(idris(), List.of(read(work)))).hasSize(1);
            assertThat(ledger.size()).isEqualTo(before);
            done(scoring.score(idris(), work.id(), sheet(2)));
            assertThat(read(work).stage()).isEqualTo(Stage.TO_MODERATE);
            assertThat(scoring.toModerate(read(work)))
                    .extracting(Score::part)
                    .contains(Score.Part.FIRST, Score.Part.SECOND);
            assertThat(scoring.score(idris(), work.id(), sheet(4)).reasons()).isNotEmpty();
            done(scoring.score(gwen(), work.id(), sheet(2)));
            assertThat(read(work).stage()).isEqualTo(Stage.SCORED);
            assertThat(scoring.result(read(work)).orElseThrow().part()).isEqualTo(Score.Part.MODERATED);
            assertThat(ledger.size()).isGreaterThan(before);
            return true;
        });
    }

    private List<String> told(Viewer reader, Demonstration work) {
        return as(reader, () -> notices.of(reader)).stream()
                .filter(told -> told.notice().address().endsWith(work.id().toString()))
                .map(Told::words)
                .toList();
    }

    @Test
    void whoever_is_given_something_to_score_is_told_without_the_students_name() {
        Demonstration work = as(gwen(), this::waiting);
        as(gwen(), () -> {
            done(colleagues.inviteSecond(gwen(), work.id(), idris().person()));
            done(scoring.score(gwen(), work.id(), sheet(3)));
            return true;
        });
        assertThat(told(idris(), work))
                .singleElement()
                .asString()
                .startsWith("A colleague asks you for a second score in ")
                .doesNotContain("Maya");
        assertThat(told(gwen(), work)).noneMatch(words -> words.contains("two scores"));
        as(idris(), () -> {
            done(scoring.score(idris(), work.id(), sheet(2)));
            return true;
        });
        assertThat(told(gwen(), work)).anyMatch(words -> words.contains("has two scores"));
    }

    @Test
    void a_colleague_to_whom_something_is_handed_over_is_told_and_whoever_handed_it_over_is_not() {
        Demonstration work = as(gwen(), this::waiting);
        Viewer colleague = as(gwen(), () -> roster.teachersOf(work.student())).stream()
                .map(teaching -> teaching.teacher())
                .filter(person -> !person.id().equals(gwen().person()))
                .flatMap(person -> person.email().stream())
                .map(this::viewer)
                .findFirst()
                .orElseThrow();
        as(gwen(), () -> {
            done(colleagues.handOver(gwen(), work.id(), colleague.person(), "You saw it, too"));
            return true;
        });
        assertThat(told(colleague, work)).anyMatch(words -> words.startsWith("A colleague has handed you something"));
        assertThat(told(gwen(), work)).noneMatch(words -> words.contains("handed"));
    }

    @Test
    void a_file_that_goes_with_feedback_is_its_students_and_no_other_students() {
        Demonstration work = as(gwen(), this::waiting);
        String file = as(gwen(), () -> {
            String hash = artifacts
                    .store(gwen(), "Spoken.webm", new ByteArrayInputStream("a voice".getBytes(StandardCharsets.UTF_8)))
                    .hash();
            done(scoring.score(
                    gwen(),
                    work.id(),
                    new ScoreSheet(
                            new Marks(Map.of(1, 3.0)),
                            new Feedback("", "", false, List.of(hash)),
                            Depth.APPLY,
                            Context.CLASS)));
            return "/demonstrations/" + work.id() + "/feedback/" + hash;
        });
        PersonId student = work.student().person();
        String name =
                as(gwen(), () -> accounts.of(List.of(student)).get(student).signInName());
        assertThat(signedIn(name).open(file).body()).isEqualTo("a voice");
        assertThat(signedIn("maya.okafor@northside.example").open(file).statusCode())
                .isEqualTo(404);
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name, "northside");
        return visitor;
    }

    @Test
    void agreement_is_reported_for_each_task_that_two_have_scored() {
        Agreements.Report report = as(gwen(), () -> agreements.report(gwen()));
        assertThat(report.tasks()).anySatisfy(task -> {
            assertThat(task.title()).isEqualTo("A recipe for forty");
            assertThat(task.demonstrations()).isGreaterThanOrEqualTo(7);
            assertThat(task.agreement().kappa().orElse(0)).isBetween(0.3, 1.0);
        });
        assertThat(report.scorers()).extracting(Agreements.Severity::scorer).contains("Gwen Abernathy", "Idris Camara");
    }

    @Test
    void a_link_that_was_ended_or_has_expired_opens_nothing() throws Exception {
        Viewer gwen = gwen();
        String token = as(gwen, () -> outside.invite(gwen, waiting(), "Rosa Lind, engineer"));
        Visitor stranger = new Visitor(port, HttpClient.Redirect.NEVER);
        HttpResponse<String> open = stranger.open("/outside/" + token);
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        as(gwen, () -> {
            OutsideAssessors.Link link = outside.open(token, "here").orElseThrow();
            assertThat(open.body())
                    .doesNotContain(demonstrations
                            .find(gwen, link.demonstration())
                            .map(d -> d.student().toString())
                            .orElseThrow());
            outside.end(gwen, demonstrations.find(gwen, link.demonstration()).orElseThrow(), link.id());
            String old = "an-old-link-that-was-made-long-ago";
            database.sql("""
                    insert into assessment.outside_link
                        (id, district_id, demonstration_id, token_hash, name, made_by, made_at, expires_at)
                    values (?, ?, ?, sha256(?::bytea), 'Old', ?, ?, ?)""")
                    .params(
                            UUID.randomUUID(),
                            gwen.district().value(),
                            link.demonstration().value(),
                            old,
                            gwen.person().value(),
                            Timestamp.from(Instant.EPOCH),
                            Timestamp.from(Instant.now().minusSeconds(60)))
                    .update();
            assertThat(outside.open(old, "here")).isEmpty();
            return true;
        });
        assertThat(stranger.open("/outside/" + token).statusCode()).isEqualTo(404);
        Long kept = as(
                gwen,
                () -> database.sql("select count(*) from assessment.outside_link where token_hash = ?")
                        .param(hash)
                        .query(Long.class)
                        .single());
        assertThat(kept).isEqualTo(1);
    }

    @Test
    void whoever_guesses_links_is_heard_no_more_for_a_while() {
        Viewer gwen = gwen();
        String token = as(gwen, () -> outside.invite(gwen, waiting(), "Rosa Lind, engineer"));
        for (int i = 0; i < 20; i++) {
            assertThat(outside.open("not-a-link-at-all-" + i, "198.51.100.7")).isEmpty();
        }
        assertThat(outside.open(token, "198.51.100.7")).isEmpty();
        assertThat(outside.open(token, "198.51.100.8")).isPresent();
    }

    @Test
    void a_colleague_from_another_group_can_be_handed_nothing() {
        as(gwen(), () -> {
            Demonstration work = waiting();
            Viewer dolores = viewer("dolores.winterbourne@northside.example");
            assertThat(colleagues
                            .handOver(gwen(), work.id(), dolores.person(), "")
                            .reasons())
                    .isNotEmpty();
            assertThatThrownBy(() -> colleagues.handOver(dolores, work.id(), dolores.person(), ""))
                    .isInstanceOf(NotAllowed.class);
            return true;
        });
    }

    @Test
    void only_its_student_changes_a_portfolio_and_what_is_said_there_is_no_evidence() {
        Viewer maya = viewer("maya.okafor@northside.example");
        StudentId student = StudentId.of(maya.person());
        as(maya, () -> {
            var piece = portfolios.of(maya, student).get(0);
            long before = ledger.size();
            done(portfolios.reflect(
                    maya,
                    piece.id(),
                    piece.reflection(),
                    Map.of(piece.competencies().get(0), 4.0)));
            assertThat(ledger.size()).isEqualTo(before);
            assertThat(portfolios.find(maya, piece.id()).orElseThrow().selfRatings())
                    .containsEntry(piece.competencies().get(0), 4.0);
            done(portfolios.reflect(
                    maya,
                    piece.id(),
                    piece.reflection(),
                    Map.of(piece.competencies().get(0), 3.0)));
            Viewer family = viewer("nneka.okafor@northside.example");
            assertThat(portfolios.find(family, piece.id())).isPresent();
            assertThatThrownBy(() -> portfolios.reflect(family, piece.id(), "Mine", Map.of()))
                    .isInstanceOf(NotAllowed.class);
            assertThat(portfolios.find(viewer("leo.martinez@northside.example"), piece.id()))
                    .isEqualTo(Optional.empty());
            return true;
        });
    }
}
