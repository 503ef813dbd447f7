package org.ownpath.credential;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ownpath.MovableClock;
import org.ownpath.SchoolTest;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.History;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Showing;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** What counts towards graduation as of a day is what stood mastered, and had been shown as asked, by that day. */
class GraduationAsOfTest extends SchoolTest {

    private static final String LEADER = "constance.mbekihall@northside.example";

    @Autowired
    Graduation graduation;

    @Autowired
    Mastery mastery;

    @Autowired
    LedgerReading ledger;

    @Autowired
    Roster roster;

    @Autowired
    GraduationPlans plans;

    @Autowired
    MovableClock clock;

    /** A plan like that of today held already when the seed's evidence began. */
    @BeforeEach
    void a_plan_held_then() {
        Viewer leader = viewer(LEADER);
        GraduationPlan today = as(leader, () -> plans.inForce()).orElseThrow();
        Instant longAgo = clock.instant().minus(Duration.ofDays(2000));
        clock.stopAt(longAgo);
        GraduationPlan then = new GraduationPlan(
                PlanId.next(), "As it was", SchoolTime.day(longAgo), "To look back", today.requirements());
        assertThat(as(leader, () -> plans.adopt(leader, then))).isInstanceOf(Adoption.Adopted.class);
        clock.goOn();
    }

    @AfterEach
    void time_goes_on() {
        clock.goOn();
    }

    @ParameterizedTest
    @ValueSource(ints = {60, 240, 400})
    void what_counts_as_of_a_day_is_what_was_mastered_and_shown_as_asked_by_then(int daysAgo) {
        AsOf then = AsOf.endOf(LocalDate.now(clock).minusDays(daysAgo), clock);
        Set<String> toldByToday = new HashSet<>();
        as(viewer(LEADER), () -> {
            List<StudentId> students =
                    roster.students().stream().map(Person::student).toList();
            States states = mastery.states(students, then);
            Map<Showing, History> held = ledger.historiesOf(students, then);
            Map<Showing, History> since = ledger.historiesOf(students);
            for (StudentId student : students) {
                for (GraduationProgress.Part part :
                        graduation.of(student, then).orElseThrow().parts()) {
                    Set<CompetencyId> stood = everything(part).stream()
                            .map(Competency::id)
                            .filter(id -> states.of(student, id).standing())
                            .collect(Collectors.toSet());
                    Set<CompetencyId> expected = shownAsAsked(part, student, stood, held);
                    assertThat(part.have()).extracting(Competency::id).containsExactlyInAnyOrderElementsOf(expected);
                    if (!shownAsAsked(part, student, stood, since).equals(expected)) {
                        toldByToday.add(part.requirement().title());
                    }
                }
            }
            return students;
        });
        if (daysAgo == 240) {
            assertThat(toldByToday)
                    .as("what the ledger of today would tell wrongly")
                    .isNotEmpty();
        }
    }

    private static List<Competency> everything(GraduationProgress.Part part) {
        return Stream.concat(part.have().stream(), part.open().stream().map(GraduationProgress.Open::competency))
                .toList();
    }

    private static Set<CompetencyId> shownAsAsked(
            GraduationProgress.Part part, StudentId student, Set<CompetencyId> stood, Map<Showing, History> held) {
        return stood.stream()
                .filter(id -> part.requirement()
                        .demand()
                        .metBy(held.getOrDefault(new Showing(student, id), History.NONE).standing().stream(), 3))
                .collect(Collectors.toSet());
    }
}
