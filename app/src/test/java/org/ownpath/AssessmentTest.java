package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Claim;
import org.ownpath.assessment.Claims;
import org.ownpath.assessment.Criterion;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Feedback;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.Move;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.ScoreSheet;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.SelfAssessments;
import org.ownpath.assessment.ShortChecks;
import org.ownpath.assessment.Stage;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.TaskDraft;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.When;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.beans.factory.annotation.Autowired;

/** Students ask, teachers answer and score, and what was shown becomes evidence, through the front doors. */
class AssessmentTest extends SchoolTest {

    private static final String GWEN = "gwen.abernathy@northside.example";

    @Autowired
    Tasks tasks;

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    Requests requests;

    @Autowired
    Scoring scoring;

    @Autowired
    SelfAssessments selfAssessments;

    @Autowired
    ShortChecks checks;

    @Autowired
    Claims claims;

    @Autowired
    Artifacts artifacts;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    @Autowired
    LedgerReading ledger;

    private Viewer gwen() {
        return viewer(GWEN);
    }

    /** A student of Gwen's who has asked for nothing yet. */
    private Viewer student() {
        return as(gwen(), () -> {
            List<Person> students = roster.studentsTaughtBy(gwen().person());
            return students.stream()
                    .filter(person ->
                            demonstrations.ofStudent(gwen(), person.student()).isEmpty())
                    .filter(person -> !person.givenName().equals("Elijah"))
                    .findFirst()
                    .flatMap(Person::email)
                    .flatMap(accounts::viewer)
                    .orElseThrow();
        });
    }

    private Task deal() {
        return tasks.library(gwen()).stream()
                .filter(task -> task.content().title().equals("The best deal in town"))
                .findFirst()
                .orElseThrow();
    }

    private Request request(Task task) {
        CompetencyId first = task.content().rubric().competencies().get(0);
        return new Request(
                DemonstrationId.next(),
                List.of(first),
                Way.TASK,
                Optional.of(task.id()),
                "I am ready",
                "",
                new When.Answered(),
                gwen().person(),
                Optional.empty());
    }

    private DemonstrationId handedIn(Viewer student) {
        Request request = request(deal());
        done(requests.ask(student, request));
        done(demonstrations.move(gwen(), request.id(), Move.ACCEPTED, "", Optional.empty()));
        done(demonstrations.handIn(student, request.id(), "My work", "", List.of()));
        return request.id();
    }

    private static ScoreSheet sheet(double... marks) {
        Map<Integer, Double> given = new java.util.HashMap<>();
        for (double mark : marks) {
            given.put(given.size() + 1, mark);
        }
        return new ScoreSheet(
                new Marks(given),
                new Feedback("Clear steps.", "Check it twice.", false, List.of()),
                Depth.APPLY,
                Context.CLASS);
    }

    private static void done(Reply reply) {
        assertThat(reply.reasons()).isEmpty();
    }

    private Demonstration read(DemonstrationId id) {
        return demonstrations.find(gwen(), id).orElseThrow();
    }

    @Test
    void one_task_becomes_evidence_in_several_subjects_which_names_the_task_and_whoever_saw_it() {
        Viewer student = student();
        List<Entry> entries = as(student, () -> {
            DemonstrationId id = handedIn(student);
            done(scoring.score(gwen(), id, sheet(3, 4, 2)));
            assertThat(read(id).stage()).isEqualTo(Stage.SCORED);
            return ledger.piece(scoring.result(read(id)).orElseThrow().piece().orElseThrow());
        });
        Curriculum curriculum = as(student, frameworks::curriculum);
        Map<String, Result> bySubject = entries.stream()
                .collect(Collectors.toMap(
                        e -> curriculum.competency(e.competency()).orElseThrow().subject(), Entry::result));
        assertThat(bySubject).isEqualTo(Map.of("Mathematics", Result.rated(3.5), "Writing", Result.rated(2)));
        assertThat(entries).allSatisfy(entry -> {
            assertThat(entry.task()).contains("The best deal in town");
            assertThat(entry.nature().form()).isEqualTo(Form.PERFORMANCE_TASK);
            assertThat(entry.observer()).isEqualTo(gwen().person());
            assertThat(entry.note()).contains("Clear steps.");
            assertThat(entry.student()).isEqualTo(StudentId.of(student.person()));
        });
    }

    @Test
    void a_score_that_is_sent_twice_is_stored_once_and_another_is_refused() {
        Viewer student = student();
        as(student, () -> {
            DemonstrationId id = handedIn(student);
            done(scoring.score(gwen(), id, sheet(3, 3, 3)));
            long before = ledger.size();
            done(scoring.score(gwen(), id, sheet(3, 3, 3)));
            assertThat(scoring.score(gwen(), id, sheet(1, 1, 1)).reasons())
                    .singleElement()
                    .asString()
                    .contains("scored already");
            assertThat(ledger.size()).isEqualTo(before);
            return true;
        });
    }

    @Test
    void what_students_say_of_their_own_work_stands_beside_the_score_and_never_enters_it() {
        Viewer student = student();
        as(student, () -> {
            DemonstrationId id = handedIn(student);
            long before = ledger.size();
            done(selfAssessments.say(student, id, new Marks(Map.of(1, 2.0))));
            done(selfAssessments.say(student, id, new Marks(Map.of(1, 4.0))));
            assertThat(selfAssessments
                            .say(student, id, new Marks(Map.of(1, 9.0)))
                            .reasons())
                    .singleElement()
                    .asString()
                    .contains("is no level of");
            assertThat(ledger.size()).isEqualTo(before);
            for (Viewer other : List.of(gwen(), viewer("maya.okafor@northside.example"))) {
                assertThatThrownBy(() -> selfAssessments.say(other, id, new Marks(Map.of(1, 1.0))))
                        .isInstanceOf(NotAllowed.class);
            }
            done(scoring.score(gwen(), id, sheet(2, 2, 2)));
            assertThat(selfAssessments.of(read(id))).contains(new Marks(Map.of(1, 4.0)));
            assertThat(ledger.piece(
                            scoring.result(read(id)).orElseThrow().piece().orElseThrow()))
                    .extracting(Entry::result)
                    .containsOnly(Result.rated(2));
            assertThat(selfAssessments
                            .say(student, id, new Marks(Map.of(1, 3.0)))
                            .reasons())
                    .isNotEmpty();
            return true;
        });
    }

    @Test
    void a_claim_counts_from_the_day_on_which_it_was_learnt_and_its_files_go_with_the_evidence() {
        Viewer student = student();
        as(student, () -> {
            Request request = claim();
            LocalDate day = LocalDate.parse("2025-03-14");
            String licence = artifacts
                    .store(
                            student,
                            "licence.txt",
                            new ByteArrayInputStream("A licence".getBytes(StandardCharsets.UTF_8)))
                    .hash();
            for (Claim wrong : List.of(
                    new Claim(" ", day, List.of()), new Claim("At sea", LocalDate.parse("2999-01-01"), List.of()))) {
                assertThat(claims.make(student, request, wrong).reasons()).hasSize(1);
            }
            done(claims.make(student, request, new Claim("At sea", day, List.of(licence))));
            done(claims.make(student, request, new Claim("Elsewhere", day, List.of())));
            done(demonstrations.move(gwen(), request.id(), Move.ACCEPTED, "", Optional.empty()));
            done(scoring.score(
                    gwen(),
                    request.id(),
                    new ScoreSheet(new Marks(Map.of(1, 3.0)), Feedback.NONE, Depth.APPLY, Context.COMMUNITY)));
            assertThat(ledger.piece(scoring.result(read(request.id()))
                            .orElseThrow()
                            .piece()
                            .orElseThrow()))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.shownAt()).isEqualTo(day.atTime(12, 0).toInstant(ZoneOffset.UTC));
                        assertThat(entry.artifacts()).containsExactly(licence);
                        assertThat(entry.nature().form()).isEqualTo(Form.PRIOR_LEARNING);
                    });
            return true;
        });
    }

    private Request claim() {
        return new Request(
                DemonstrationId.next(),
                List.of(frameworks.curriculum().ofSubject("Mathematics").get(1).id()),
                Way.PRIOR_LEARNING,
                Optional.empty(),
                "I found our way by the stars",
                "",
                new When.Answered(),
                gwen().person(),
                Optional.empty());
    }

    @Test
    void a_short_check_is_begun_once_by_a_teacher_and_becomes_evidence_of_recall() {
        Viewer student = student();
        as(student, () -> {
            StudentId who = StudentId.of(student.person());
            Competency competency =
                    frameworks.curriculum().ofSubject("Mathematics").get(0);
            DemonstrationId id = checks.begin(gwen(), who, competency).orElseThrow();
            assertThat(checks.begin(gwen(), who, competency)).contains(id);
            assertThat(demonstrations.ofStudent(gwen(), who)).hasSize(1);
            assertThatThrownBy(() -> checks.begin(student, who, competency)).isInstanceOf(NotAllowed.class);
            assertThat(demonstrations
                            .move(student, id, Move.WITHDRAWN, "", Optional.empty())
                            .reasons())
                    .isNotEmpty();
            done(scoring.score(
                    gwen(), id, new ScoreSheet(new Marks(Map.of(1, 3.0)), Feedback.NONE, Depth.RECALL, Context.CLASS)));
            assertThat(ledger.piece(
                            scoring.result(read(id)).orElseThrow().piece().orElseThrow()))
                    .singleElement()
                    .satisfies(entry -> {
                        assertThat(entry.nature().form()).isEqualTo(Form.OBSERVATION);
                        assertThat(entry.nature().depth()).isEqualTo(Depth.RECALL);
                    });
            assertThat(checks.begin(gwen(), who, competency)).isEmpty();
            return true;
        });
    }

    @Test
    void a_request_that_is_sent_twice_is_one_and_a_second_for_the_same_is_refused_while_it_is_open() {
        Viewer student = student();
        as(student, () -> {
            Request request = request(deal());
            done(requests.ask(student, request));
            done(requests.ask(student, request));
            assertThat(demonstrations.ofStudent(student, StudentId.of(student.person())))
                    .hasSize(1);
            assertThat(requests.ask(student, request(deal())).reasons())
                    .singleElement()
                    .asString()
                    .contains("still open");
            done(demonstrations.move(student, request.id(), Move.WITHDRAWN, "", Optional.empty()));
            return true;
        });
    }

    @Test
    void nobody_is_declined_or_sent_to_practise_without_words() {
        Viewer student = student();
        as(student, () -> {
            Request request = request(deal());
            done(requests.ask(student, request));
            assertThat(demonstrations
                            .move(gwen(), request.id(), Move.DECLINED, " ", Optional.empty())
                            .reasons())
                    .isNotEmpty();
            done(demonstrations.move(
                    gwen(), request.id(), Move.PRACTICE_ASKED, "Fold three strips first.", Optional.empty()));
            assertThat(read(request.id()).stage()).isEqualTo(Stage.PRACTISING);
            assertThat(demonstrations
                            .move(student, request.id(), Move.ASKED_AGAIN, "", Optional.empty())
                            .reasons())
                    .isNotEmpty();
            done(demonstrations.move(student, request.id(), Move.ASKED_AGAIN, "I folded six.", Optional.empty()));
            done(demonstrations.move(student, request.id(), Move.WITHDRAWN, "", Optional.empty()));
            assertThat(demonstrations.steps(read(request.id())))
                    .extracting(Demonstration.Step::move)
                    .containsExactly(Move.ASKED, Move.PRACTICE_ASKED, Move.ASKED_AGAIN, Move.WITHDRAWN);
            return true;
        });
    }

    @Test
    void a_student_answers_for_nobody_and_hands_in_for_nobody_else() {
        Viewer student = student();
        as(student, () -> {
            Request request = request(deal());
            done(requests.ask(student, request));
            Viewer maya = viewer("maya.okafor@northside.example");
            for (Viewer other : List.of(student, maya)) {
                assertThatThrownBy(() -> demonstrations.move(other, request.id(), Move.ACCEPTED, "", Optional.empty()))
                        .isInstanceOf(NotAllowed.class);
                assertThatThrownBy(() -> scoring.score(other, request.id(), sheet(4, 4, 4)))
                        .isInstanceOf(NotAllowed.class);
            }
            assertThatThrownBy(() -> demonstrations.handIn(maya, request.id(), "Mine", "", List.of()))
                    .isInstanceOf(NotAllowed.class);
            assertThat(demonstrations.find(maya, request.id())).isEmpty();
            done(demonstrations.move(student, request.id(), Move.WITHDRAWN, "", Optional.empty()));
            return true;
        });
    }

    @Test
    void what_is_wrong_with_a_task_is_told_all_at_once() {
        as(gwen(), () -> {
            Competency competency =
                    frameworks.curriculum().ofSubject("Mathematics").get(0);
            Criterion nameless = new Criterion(1, "", List.of(competency.id()), List.of());
            TaskDraft draft = new TaskDraft(
                    "",
                    "",
                    List.of("The same", "The same"),
                    "",
                    List.of(),
                    Form.SELF_ASSESSMENT,
                    Depth.APPLY,
                    new org.ownpath.assessment.Rubric(List.of(nameless)));
            assertThat(tasks.make(gwen(), TaskId.next(), draft).reasons())
                    .hasSizeGreaterThanOrEqualTo(5)
                    .allMatch(reason -> reason.contains("."));
            return true;
        });
    }

    @Test
    void a_colleague_clones_what_is_shared_and_changes_only_the_clone() {
        Viewer idris = viewer("idris.camara@northside.example");
        as(idris, () -> {
            Task deal = deal();
            assertThatThrownBy(() -> tasks.revise(idris, deal.reference(), deal.content()))
                    .isInstanceOf(NotAllowed.class);
            TaskId clone = tasks.copy(idris, deal, Tasks.Copy.CLONE);
            done(tasks.revise(idris, new Task.Edition(clone, 1), deal.content()));
            assertThat(tasks.revise(idris, new Task.Edition(clone, 1), deal.content())
                            .reasons())
                    .singleElement()
                    .asString()
                    .contains("meanwhile");
            assertThat(tasks.task(gwen(), clone)).isEmpty();
            tasks.retire(idris, clone);
            return true;
        });
    }
}
