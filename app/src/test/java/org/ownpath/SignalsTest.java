package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.messages.Notices;
import org.ownpath.messages.Told;
import org.ownpath.pathway.Aim;
import org.ownpath.pathway.Goal;
import org.ownpath.pathway.Goals;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Need;
import org.ownpath.support.Signal;
import org.ownpath.support.SignalKind;
import org.ownpath.support.SignalRates;
import org.ownpath.support.Signals;
import org.ownpath.support.Today;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signals come out of the evidence by themselves, at once, and the same whenever they are looked for. */
class SignalsTest extends SchoolTest {

    private static final String AMARAS_TEACHER = "xochitl.barragan@northside.example";

    @Autowired
    Signals signals;

    @Autowired
    Ledger ledger;

    @Autowired
    Roster roster;

    @Autowired
    Frameworks frameworks;

    @Autowired
    JdbcClient database;

    @Autowired
    Goals goals;

    @Autowired
    Notices notices;

    @Autowired
    ApplicationContext context;

    private List<Signal> of(String name) {
        Viewer viewer = viewer(name + "@northside.example");
        return as(viewer, () -> signals.of(List.of(StudentId.of(viewer.person()))));
    }

    private static Optional<Signal> find(List<Signal> signals, SignalKind kind, String subject) {
        return signals.stream()
                .filter(s -> s.kind() == kind && s.subject().equals(subject))
                .findFirst();
    }

    @Test
    void amara_is_stuck_in_fractions() {
        Signal stuck = find(of("amara.diallo"), SignalKind.STUCK, "Mathematics").orElseThrow();
        assertThat(stuck.reason()).contains("tries at '").contains("no better than those before");
        assertThat(stuck.competencies()).hasSizeGreaterThan(1);
        String strand = as(
                viewer(AMARAS_TEACHER),
                () -> frameworks
                        .curriculum()
                        .competency(stuck.competencies().get(0))
                        .flatMap(Competency::strand)
                        .orElse(""));
        assertThat(strand).contains("Fractions");
    }

    @Test
    void a_goal_at_risk_names_what_is_left_and_is_gone_when_the_goal_is_given_up() {
        Viewer joel = viewer("joel.pruitt@northside.example");
        Viewer priya = viewer("priya.raman@northside.example");
        StudentId student = StudentId.of(priya.person());
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        GoalId goal = GoalId.next();
        Goal.Wish wish = new Goal.Wish(
                new Aim.WholeLevel("Writing", 5), "To write the play", today.plusDays(3), today.plusDays(2));
        as(joel, () -> goals.propose(joel, goal, student, wish));
        assertThat(reasonsOfGoals("priya.raman")).noneMatch(reason -> reason.contains("5th grade"));
        as(priya, () -> goals.agree(priya, goal));
        assertThat(find(of("priya.raman"), SignalKind.GOAL, "Writing")).hasValueSatisfying(signal -> {
            assertThat(signal.reason()).contains("5th grade' is wanted by", "likely by", "hardly before");
            assertThat(signal.competencies()).isNotEmpty();
        });
        assertThat(as(joel, () -> signals.today(joel, true)).needs())
                .filteredOn(need -> need.student().equals(student))
                .flatExtracting(Need::signals)
                .extracting(Signal::kind)
                .contains(SignalKind.GOAL);
        as(joel, () -> goals.drop(joel, goal, "She chose a shorter one"));
        assertThat(reasonsOfGoals("priya.raman")).noneMatch(reason -> reason.contains("5th grade"));
    }

    private List<String> reasonsOfGoals(String name) {
        return of(name).stream()
                .filter(signal -> signal.kind() == SignalKind.GOAL)
                .map(Signal::reason)
                .toList();
    }

    @Test
    void ten_tries_without_mastery_are_going_in_circles() {
        Viewer ada = SmallDistrict.administrator(context);
        StudentId student = as(ada, () -> roster.students().get(2).student());
        for (int day = 20; day > 11; day--) {
            recorded(ada, student, "S1", day % 2 == 0 ? 1 : 2, day);
        }
        assertThat(find(as(ada, () -> signals.of(List.of(student))), SignalKind.SPINNING, "mathematics"))
                .isEmpty();
        recorded(ada, student, "S1", 2, 4);
        assertThat(find(as(ada, () -> signals.of(List.of(student))), SignalKind.SPINNING, "mathematics"))
                .hasValueSatisfying(signal -> assertThat(signal.reason()).contains("10 tries", "no mastery"));
    }

    @Test
    void leo_races_by_recall_alone() {
        assertThat(find(of("leo.martinez"), SignalKind.RACING, "Mathematics"))
                .hasValueSatisfying(racing -> assertThat(racing.reason()).contains("all by recall alone"));
    }

    @Test
    void elijah_guesses_and_is_ready_for_what_nobody_asked() {
        List<Signal> elijah = of("elijah.brooks");
        assertThat(elijah).anyMatch(signal -> signal.kind() == SignalKind.GUESSING);
        assertThat(find(elijah, SignalKind.READY, "Mathematics"))
                .hasValueSatisfying(ready -> assertThat(ready.competencies()).hasSizeGreaterThan(2));
    }

    @Test
    void a_teacher_sees_the_most_urgent_first_and_no_more_than_a_day_holds() {
        Viewer teacher = viewer(AMARAS_TEACHER);
        Today today = as(teacher, () -> signals.today(teacher, false));
        Today all = as(teacher, () -> signals.today(teacher, true));
        assertThat(today.needs()).hasSize(today.capacity());
        assertThat(today.needs()).isEqualTo(all.needs().subList(0, today.capacity()));
        assertThat(today.more())
                .isEqualTo(all.needs().size() - today.capacity())
                .isPositive();
        assertThat(today.needs().get(0).student())
                .isEqualTo(StudentId.of(viewer("amara.diallo@northside.example").person()));
        assertThat(all.needs())
                .allMatch(need -> as(teacher, () -> roster.studentsTaughtBy(teacher.person())).stream()
                        .map(Person::student)
                        .toList()
                        .contains(need.student()));
    }

    @Test
    void a_teacher_of_mathematics_is_not_told_about_writing() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        assertThat(as(gwen, () -> signals.today(gwen, true)).needs())
                .isNotEmpty()
                .flatExtracting(Need::signals)
                .extracting(Signal::subject)
                .containsOnly("Mathematics");
    }

    @Test
    void a_student_gets_stuck_and_is_noticed_at_once_and_no_more_after_the_tries_are_withdrawn() {
        Viewer ada = SmallDistrict.administrator(context);
        StudentId student = as(ada, () -> roster.students().get(0).student());
        List<PieceId> tries = IntStream.rangeClosed(1, 4)
                .mapToObj(n -> recorded(ada, student, "S1", 1, 12L - n))
                .toList();
        assertThat(as(ada, () -> signals.of(List.of(student))))
                .extracting(Signal::kind)
                .contains(SignalKind.STUCK);
        assertThat(as(ada, () -> signals.today(ada, true)).needs())
                .extracting(Need::student)
                .contains(student);
        tries.forEach(piece -> as(ada, () -> ledger.withdraw(ada, piece, Optional.empty(), "Wrong student")));
        assertThat(as(ada, () -> signals.of(List.of(student))))
                .extracting(Signal::kind)
                .doesNotContain(SignalKind.STUCK);
    }

    @Test
    void what_is_dropped_is_seen_again_the_same() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        as(
                philippa,
                () -> signals.of(roster.students().stream().map(Person::student).toList()));
        List<String> live = as(philippa, this::rows);
        assertThat(live).hasSizeGreaterThan(20);
        as(philippa, () -> database.sql("delete from support.signal").update());
        assertThat(as(philippa, this::rows)).isEmpty();
        as(philippa, () -> {
            signals.lookAtEverybody();
            signals.lookAtEverybody();
            return true;
        });
        assertThat(as(philippa, this::rows)).isEqualTo(live);
    }

    @Test
    void only_those_are_looked_at_again_of_whom_there_is_something_new_or_time_has_come() {
        Viewer ada = SmallDistrict.administrator(context);
        int everybody = as(ada, () -> roster.students()).size();
        StudentId student = as(ada, () -> roster.students().get(1).student());
        recorded(ada, student, "S1", 2, 5);
        assertThat(as(ada, () -> {
                    signals.lookAtEverybody();
                    return signals.lookAtThoseDue();
                }))
                .isZero();
        asOwner("update support.looked set again_at = now() - interval '1 minute' where student_id = '" + student
                + "'");
        assertThat(as(ada, signals::lookAtThoseDue)).isEqualTo(1);
        // what was recorded when a process was killed before it looked
        asOwner("update mastery.student set changes = changes + 1 where student_id = '" + student + "'");
        assertThat(as(ada, signals::lookAtThoseDue)).isEqualTo(1);
        asOwner("update support.looked set basis = 'another curriculum' where district_id = '" + ada.district() + "'");
        assertThat(as(ada, signals::lookAtThoseDue)).isEqualTo(everybody);
        assertThat(as(ada, signals::lookAtThoseDue)).isZero();
    }

    @Test
    void who_gets_stuck_is_told_of_even_when_the_school_looks_in_another_way_since_that_day() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        StudentId student = as(
                gwen,
                () -> roster.groupsTaughtBy(gwen.person()).stream()
                        .filter(group -> group.name().equals("Mathematics Lab 6-7 A"))
                        .flatMap(group -> roster.studentsOf(group.id()).stream())
                        .map(Person::student)
                        .filter(each -> find(signals.of(List.of(each)), SignalKind.STUCK, "Mathematics")
                                .isEmpty())
                        .findFirst()
                        .orElseThrow());
        List<Competency> mathematics = as(gwen, () -> frameworks.curriculum().ofSubject("Mathematics"));
        String farthest = mathematics.get(mathematics.size() - 1).code().orElseThrow();
        List<PieceId> tries = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> recorded(gwen, student, farthest, 1, 12L - n))
                .collect(Collectors.toCollection(ArrayList::new));
        as(gwen, () -> signals.of(List.of(student)));
        asOwner("update support.looked set basis = 'another choice' where student_id = '" + student + "'");
        tries.add(recorded(gwen, student, farthest, 1, 2));
        assertThat(find(as(gwen, () -> signals.of(List.of(student))), SignalKind.STUCK, "Mathematics"))
                .isPresent();
        assertThat(as(gwen, () -> notices.of(gwen)).stream().map(Told::notice))
                .anyMatch(notice ->
                        notice.student().equals(student) && notice.matter().equals(SignalKind.STUCK.code()));
        tries.forEach(piece -> as(gwen, () -> ledger.withdraw(gwen, piece, Optional.empty(), "Of this test only")));
    }

    @Test
    void what_is_set_aside_is_off_the_list_until_it_is_brought_back() {
        Viewer teacher = viewer("joel.pruitt@northside.example");
        StudentId first =
                as(teacher, () -> signals.today(teacher, true)).needs().get(0).student();
        LocalDate nextWeek = LocalDate.now(ZoneOffset.UTC).plusDays(7);
        assertThat(as(teacher, () -> signals.setAside(teacher, first, nextWeek, " ")))
                .isPresent();
        assertThat(as(teacher, () -> signals.setAside(teacher, first, nextWeek.minusDays(7), "Away")))
                .hasValueSatisfying(problem -> assertThat(problem).contains("after today"));
        assertThat(as(teacher, () -> signals.setAside(teacher, first, nextWeek, "On a trip")))
                .isEmpty();
        Today without = as(teacher, () -> signals.today(teacher, true));
        assertThat(without.needs()).extracting(Need::student).doesNotContain(first);
        assertThat(without.setAside()).extracting(Today.SetAside::reason).contains("On a trip");
        as(teacher, () -> {
            signals.bringBack(teacher, first);
            return true;
        });
        assertThat(as(teacher, () -> signals.today(teacher, true)).needs())
                .extracting(Need::student)
                .contains(first);
    }

    @Test
    void nobody_sets_aside_a_student_who_is_not_theirs() {
        Viewer teacher = viewer("joel.pruitt@northside.example");
        StudentId leo = StudentId.of(viewer("leo.martinez@northside.example").person());
        LocalDate tomorrow = LocalDate.now(ZoneOffset.UTC).plusDays(1);
        assertThatThrownBy(() -> as(teacher, () -> signals.setAside(teacher, leo, tomorrow, "No")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_subgroup_too_small_to_hide_in_has_no_rates() {
        Viewer leader = viewer("constance.mbekihall@northside.example");
        List<StudentId> all = as(leader, () -> roster.students()).stream()
                .map(Person::student)
                .toList();
        SignalRates rates = as(
                leader,
                () -> signals.rates(
                        new SignalRates.Subgroup("All", all),
                        List.of(
                                new SignalRates.Subgroup("Nine", all.subList(0, 9)),
                                new SignalRates.Subgroup("Ten", all.subList(0, 10)))));
        assertThat(rates.subgroups().get(0).shares()).isEmpty();
        assertThat(rates.subgroups().get(1).of(SignalKind.STUCK))
                .map(share -> share.of())
                .contains(10L);
        assertThat(rates.whole().of(SignalKind.STUCK))
                .map(share -> share.count())
                .hasValueSatisfying(count -> assertThat(count).isPositive());
    }

    private List<String> rows() {
        return database.sql("select s::text from support.signal s order by student_id, kind, subject")
                .query(String.class)
                .list();
    }

    private PieceId recorded(Viewer viewer, StudentId student, String code, double rating, long daysAgo) {
        return as(viewer, () -> {
            Observation observation = new Observation(
                    PieceId.next(),
                    new Observation.Nature(Form.PERFORMANCE_TASK, Depth.APPLY, Context.CLASS, Purpose.FORMATIVE),
                    viewer.person(),
                    Instant.now().minus(daysAgo, ChronoUnit.DAYS),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(new Observation.Rating(
                            student, frameworks.curriculum().byName().get(code), Result.rated(rating))));
            assertThat(ledger.record(viewer, observation)).isInstanceOf(Outcome.Stored.class);
            return observation.piece();
        });
    }
}
