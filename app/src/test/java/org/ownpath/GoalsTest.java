package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Aim;
import org.ownpath.pathway.Goal;
import org.ownpath.pathway.GoalPaths;
import org.ownpath.pathway.GoalProgress;
import org.ownpath.pathway.GoalState;
import org.ownpath.pathway.GoalTalk;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.PathChange;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.Route;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Goals: who proposes and agrees, the path to each, and that evidence alone says that one is reached. */
class GoalsTest extends SchoolTest {

    @LocalServerPort
    int port;

    @Autowired
    Goals goals;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Ledger ledger;

    @Autowired
    GoalPaths paths;

    @Autowired
    GoalTalk talk;

    @Autowired
    Pathway pathway;

    @Autowired
    Roster roster;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient database;

    private Viewer named(String name) {
        return viewer(name + "@northside.example");
    }

    private Viewer priya() {
        return named("priya.raman");
    }

    private StudentId student(Viewer viewer) {
        return StudentId.of(viewer.person());
    }

    private CompetencyId code(String code) {
        return as(
                priya(),
                () -> Objects.requireNonNull(frameworks.curriculum().byName().get(code), code));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Goal.Wish wish(Aim aim) {
        return new Goal.Wish(aim, "So that the next thing opens up", today().plusDays(80), today().plusDays(20));
    }

    private GoalId proposed(Viewer by, StudentId student, Aim aim) {
        GoalId id = GoalId.next();
        assertThat(as(by, () -> goals.propose(by, id, student, wish(aim)))).isEqualTo(new Goals.Proposed(id));
        return id;
    }

    private GoalProgress progress(GoalId id) {
        return as(priya(), () -> goals.find(priya(), id).orElseThrow());
    }

    private List<String> titles(List<Route.Stop> stops) {
        return stops.stream().map(stop -> stop.competency().title()).toList();
    }

    @Test
    void what_a_student_proposes_holds_when_a_teacher_says_yes() {
        Viewer priya = priya();
        GoalId goal = proposed(priya, student(priya), new Aim.OneCompetency(code("WR.6.PROVE")));
        assertThat(progress(goal).state()).isEqualTo(GoalState.PROPOSED);
        assertThat(as(priya, () -> goals.agree(priya, goal))).isPresent();
        Viewer joel = named("joel.pruitt");
        assertThat(as(joel, () -> goals.agree(joel, goal))).isEmpty();
        assertThat(as(joel, () -> goals.agree(joel, goal))).isEmpty();
        assertThat(progress(goal).state()).isEqualTo(GoalState.AGREED);
        assertThat(progress(goal).goal().steps()).hasSize(1);
        assertThat(as(joel, () -> goals.review(joel, goal, UUID.randomUUID(), "Going well", today().plusDays(9))))
                .isEmpty();
        assertThat(progress(goal).state()).isEqualTo(GoalState.REVIEWED);
        assertThat(progress(goal).goal().reviewOn()).isEqualTo(today().plusDays(9));
        assertThat(as(priya, () -> goals.drop(priya, goal, "Another one matters more")))
                .isEmpty();
        assertThat(progress(goal).state()).isEqualTo(GoalState.DROPPED);
    }

    @Test
    void what_a_teacher_proposes_waits_for_the_student_and_not_for_another_teacher() {
        Viewer joel = named("joel.pruitt");
        GoalId goal = proposed(joel, student(priya()), new Aim.WholeLevel("Writing", 4));
        assertThat(as(joel, () -> goals.agree(joel, goal)).orElseThrow()).contains("waits for the student");
        assertThat(as(priya(), () -> goals.agree(priya(), goal))).isEmpty();
        assertThat(progress(goal).state()).isEqualTo(GoalState.AGREED);
    }

    @Test
    void the_same_goal_sent_twice_is_there_once() {
        Viewer priya = priya();
        GoalId id = GoalId.next();
        Goal.Wish wish = wish(new Aim.Project("A book of primes", List.of(code("WR.5.MATCH"))));
        as(priya, () -> goals.propose(priya, id, student(priya), wish));
        as(priya, () -> goals.propose(priya, id, student(priya), wish));
        assertThat(as(priya, () -> goals.of(priya, student(priya))).stream()
                        .filter(progress -> progress.goal().id().equals(id)))
                .hasSize(1);
    }

    @Test
    void a_goal_that_cannot_be_worked_on_is_refused_with_what_to_do_instead() {
        Viewer priya = priya();
        Goal.Wish past = new Goal.Wish(
                new Aim.OneCompetency(code("MA.K.COUNT")), " ", today().minusDays(1), today().plusDays(5));
        Goals.Proposing refused = as(priya, () -> goals.propose(priya, GoalId.next(), student(priya), past));
        assertThat(((Goals.Refused) refused).reasons())
                .anyMatch(reason -> reason.contains("mastered already"))
                .anyMatch(reason -> reason.contains("why it matters"))
                .anyMatch(reason -> reason.contains("Choose when"));
    }

    @Test
    void somebody_elses_student_or_child_cannot_be_given_a_goal() {
        Goal.Wish wish = wish(new Aim.OneCompetency(code("WR.6.PROVE")));
        Viewer maya = named("maya.okafor");
        Viewer nneka = named("nneka.okafor");
        for (Viewer other : List.of(maya, nneka)) {
            assertThatThrownBy(() -> as(other, () -> goals.propose(other, GoalId.next(), student(priya()), wish)))
                    .isInstanceOf(NotAllowed.class);
        }
        assertThatThrownBy(() -> as(nneka, () -> goals.propose(nneka, GoalId.next(), student(maya), wish)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void the_path_is_what_the_prerequisites_ask_for_and_can_be_adjusted_within_them() {
        Viewer priya = priya();
        GoalId goal = proposed(
                priya,
                student(priya),
                new Aim.Project("Argue and compare", List.of(code("WR.6.PROVE"), code("WR.5.MATCH"))));
        List<Route.Stop> open = progress(goal).route().open();
        assertThat(titles(open)).contains("Opinion essay", "Claim, evidence, reasoning", "A report in sections");
        for (Route.Stop stop : open) {
            assertThat(titles(open).subList(0, open.indexOf(stop)))
                    .containsAll(stop.waitsFor().stream().map(Competency::title).toList());
        }

        CompetencyId essay = code("WR.5.ESSAY");
        CompetencyId prove = code("WR.6.PROVE");
        assertThat(adjusted(goal, new PathChange.Move(prove, essay)).orElseThrow())
                .contains("has to be mastered first");
        CompetencyId first = open.get(0).competency().id();
        CompetencyId movable = open.stream()
                .filter(stop -> stop.ready() && !stop.competency().id().equals(first))
                .findFirst()
                .orElseThrow()
                .competency()
                .id();
        assertThat(adjusted(goal, new PathChange.Move(movable, first))).isEmpty();
        assertThat(progress(goal).route().open().get(0).competency().id()).isEqualTo(movable);

        assertThat(adjusted(goal, new PathChange.LeaveOut(essay))).isEmpty();
        assertThat(titles(progress(goal).route().stops())).doesNotContain("Opinion essay");
        assertThat(adjusted(goal, new PathChange.LeaveOut(prove)).orElseThrow()).contains("cannot be left out");
        assertThat(adjusted(goal, new PathChange.TakeBack(essay))).isEmpty();
        assertThat(titles(progress(goal).route().stops())).contains("Opinion essay");

        assertThat(adjusted(goal, new PathChange.Add(code("WR.6.CAUSE")))).isEmpty();
        assertThat(titles(progress(goal).route().stops())).contains("Cause and effect essay");
    }

    private Optional<String> adjusted(GoalId goal, PathChange change) {
        return as(priya(), () -> paths.adjust(priya(), goal, UUID.randomUUID(), change));
    }

    @Test
    void a_change_of_the_path_that_is_sent_twice_is_made_once() {
        Viewer priya = priya();
        GoalId goal = proposed(priya, student(priya), new Aim.OneCompetency(code("WR.6.PROVE")));
        UUID sent = UUID.randomUUID();
        PathChange out = new PathChange.LeaveOut(code("WR.5.ESSAY"));
        for (int i = 0; i < 2; i++) {
            assertThat(as(priya, () -> paths.adjust(priya, goal, sent, out))).isEmpty();
        }
        assertThat(as(
                        priya,
                        () -> database.sql("select count(*) from pathway.goal_change where goal_id = ?")
                                .param(goal.value())
                                .query(Integer.class)
                                .single()))
                .isEqualTo(1);
    }

    @Test
    void evidence_alone_reaches_a_goal_and_its_withdrawal_opens_it_again() {
        Viewer gwen = named("gwen.abernathy");
        StudentId student = as(gwen, () -> roster.search("Zlata Kovalchuk", Optional.empty(), 1))
                .get(0)
                .student();
        Competency next = as(gwen, () -> pathway.of(student)).subjects().stream()
                .filter(subject -> subject.subject().equals("Mathematics"))
                .flatMap(subject -> subject.ready().stream())
                .filter(step -> step.standing().isEmpty())
                .findFirst()
                .orElseThrow()
                .competency();
        GoalId goal = proposed(gwen, student, new Aim.OneCompetency(next.id()));
        Viewer zlata = named("zlata.kovalchuk");
        as(zlata, () -> goals.agree(zlata, goal));
        PieceId last = null;
        for (int day = 2; day > 0; day--) {
            last = shows(gwen, student, next.id(), day);
        }
        GoalProgress reached = as(gwen, () -> goals.find(gwen, goal)).orElseThrow();
        assertThat(reached.state()).isEqualTo(GoalState.REACHED);
        assertThat(reached.route().percent()).isEqualTo(100);

        PieceId withdrawn = Objects.requireNonNull(last);
        as(gwen, () -> ledger.withdraw(gwen, withdrawn, Optional.empty(), "It was another student's work"));
        assertThat(as(gwen, () -> goals.find(gwen, goal)).orElseThrow().state()).isEqualTo(GoalState.AGREED);
    }

    private PieceId shows(Viewer gwen, StudentId student, CompetencyId competency, int daysAgo) {
        PieceId piece = PieceId.next();
        as(
                gwen,
                () -> ledger.record(
                        gwen,
                        new Observation(
                                piece,
                                new Observation.Nature(
                                        Form.PERFORMANCE_TASK, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                                gwen.person(),
                                clock.instant().minusSeconds(86_400L * daysAgo),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                List.of(new Observation.Rating(student, competency, Result.rated(4))))));
        return piece;
    }

    @Test
    void everybody_who_may_see_the_student_can_say_something_and_nobody_else() {
        Viewer nneka = named("nneka.okafor");
        Viewer maya = named("maya.okafor");
        GoalId goal = as(maya, () -> goals.of(maya, student(maya))).stream()
                .map(GoalProgress::goal)
                .filter(open -> !open.dropped())
                .findFirst()
                .orElseThrow()
                .id();
        UUID sent = UUID.randomUUID();
        for (int i = 0; i < 2; i++) {
            assertThat(as(nneka, () -> talk.say(nneka, goal, sent, "We measured the garden for it.")))
                    .isEmpty();
        }
        assertThat(as(maya, () -> talk.words(goal)).stream()
                        .filter(w -> w.words().contains("garden")))
                .hasSize(1);
        Viewer leo = named("leo.martinez");
        assertThatThrownBy(() -> as(leo, () -> talk.say(leo, goal, UUID.randomUUID(), "Me too")))
                .isInstanceOf(NotAllowed.class);
        assertThat(as(nneka, () -> goals.drop(nneka, goal, "Too hard"))).isPresent();
    }

    @Test
    void the_form_keeps_what_was_written_when_something_is_missing() {
        Visitor priya = new Visitor(port, HttpClient.Redirect.NORMAL);
        priya.signIn("priya.raman@northside.example", "northside");
        String address = "/students/" + student(priya()) + "/goals";
        String answer = priya.fill(
                        address + "/new?kind=project",
                        address,
                        Map.of("kind", "project", "title", "A museum of primes", "reason", "", "by", "2020-01-01"))
                .body();
        assertThat(answer).contains("Everything you wrote is still here", "A museum of primes", "Give both days");
    }
}
