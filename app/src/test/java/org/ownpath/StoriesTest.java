package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Result;
import org.ownpath.engine.State;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.northside.Northside;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;

/** Every named student of Northside tells their story through the front doors. */
class StoriesTest extends SchoolTest {

    private static final int ALL = 5000;
    private static final Set<Form> TRANSFERRED = Set.of(Form.PRIOR_LEARNING, Form.OUTSIDE_CREDENTIAL);

    @Autowired
    LedgerReading reading;

    @Autowired
    Mastery mastery;

    @Autowired
    Pathway pathway;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    @Autowired
    Northside northside;

    /** What the front doors tell of one student. */
    private record Told(StudentId id, List<Entry> entries, List<SubjectPath> paths) {

        SubjectPath in(String subject) {
            return paths.stream()
                    .filter(p -> p.subject().equals(subject))
                    .findFirst()
                    .orElseThrow();
        }

        List<Entry> of(Competency competency) {
            return entries.stream()
                    .filter(e -> e.competency().equals(competency.id()))
                    .toList();
        }

        List<Entry> entriesIn(String subject) {
            return in(subject).steps().stream()
                    .flatMap(step -> of(step.competency()).stream())
                    .toList();
        }
    }

    private Told student(String name) {
        Viewer viewer = viewer(name + "@northside.example");
        StudentId id = StudentId.of(viewer.person());
        return as(
                viewer,
                () -> new Told(id, reading.latest(id, ALL), pathway.of(id).subjects()));
    }

    private static Instant daysAgo(long days) {
        return Instant.now().minus(days, ChronoUnit.DAYS);
    }

    private static OptionalDouble rating(Entry entry) {
        return entry.result().rating(Optional.empty());
    }

    @Test
    void maya_works_at_two_levels_of_mathematics_and_catches_up_in_science_after_school() {
        Told maya = student("maya.okafor");
        assertThat(maya.in("Mathematics").position().completeThrough()).isEqualTo(OptionalInt.of(5));
        assertThat(maya.in("Mathematics").workingLevels()).containsExactly(6, 7);
        assertThat(maya.in("Writing").workingLevels()).containsExactly(7);
        assertThat(maya.in("Reading").workingLevels()).containsExactly(6);
        List<Entry> science = maya.entriesIn("Science practice").stream()
                .filter(e -> e.shownAt().isAfter(daysAgo(89)))
                .toList();
        assertThat(science).hasSizeGreaterThan(10);
        assertThat(science)
                .extracting(e -> e.nature().context())
                .contains(Context.GAME, Context.TUTORING)
                .containsOnly(Context.GAME, Context.TUTORING);
        assertThat(science).allMatch(e -> e.shownAt().atZone(ZoneOffset.UTC).getHour() >= 16);
        assertThat(maya.in("Science practice").steps().stream()
                        .flatMap(step -> step.standing().stream())
                        .flatMap(standing -> standing.masteredAt().stream())
                        .filter(at -> at.isAfter(daysAgo(89))))
                .hasSizeGreaterThan(4);
    }

    @Test
    void leo_of_grade_nine_works_at_the_last_level_of_mathematics() {
        Told leo = student("leo.martinez");
        assertThat(leo.in("Mathematics").position().completeThrough()).isEqualTo(OptionalInt.of(11));
        assertThat(leo.in("Mathematics").workingLevels()).containsExactly(12);
    }

    @Test
    void amara_has_tried_fractions_all_autumn_and_mastered_nothing_new() {
        Told amara = student("amara.diallo");
        SubjectPath mathematics = amara.in("Mathematics");
        List<SubjectPath.Step> fractions = mathematics.steps().stream()
                .filter(step -> step.competency().level().equals(OptionalInt.of(4)))
                .filter(step -> step.competency().strand().orElse("").contains("Fractions"))
                .toList();
        assertThat(fractions).isNotEmpty().allMatch(SubjectPath.Step::begun);
        List<Entry> tries = fractions.stream()
                .flatMap(step -> amara.of(step.competency()).stream())
                .filter(e -> e.nature().form().aggregates())
                .toList();
        assertThat(tries).allMatch(e -> rating(e).orElse(1) <= 2);
        assertThat(tries.stream()
                        .filter(e -> e.shownAt().isAfter(daysAgo(55)))
                        .filter(e -> rating(e).isPresent()))
                .hasSizeGreaterThanOrEqualTo(8);
        assertThat(mathematics.steps().stream()
                        .flatMap(step -> step.standing().stream())
                        .flatMap(standing -> standing.masteredAt().stream()))
                .isNotEmpty()
                .allMatch(at -> at.isBefore(daysAgo(55)));
    }

    @Test
    void noah_was_away_for_months_and_has_shown_something_this_week() {
        Told noah = student("noah.whitfield");
        assertThat(noah.entries())
                .noneMatch(e -> e.shownAt().isAfter(daysAgo(138)) && e.shownAt().isBefore(daysAgo(10)));
        assertThat(noah.entries()).anyMatch(e -> e.shownAt().isAfter(daysAgo(7)));
        assertThat(noah.entries()).anyMatch(e -> e.shownAt().isBefore(daysAgo(140)));
    }

    @Test
    void hana_stands_mastered_in_a_piece_of_writing_by_judgement_and_the_explanation_says_so() {
        Told hana = student("hana.suzuki");
        List<Entry> judgements = hana.entries().stream()
                .filter(e -> e.nature().form() == Form.PROFESSIONAL_JUDGEMENT)
                .toList();
        assertThat(judgements).singleElement().satisfies(judgement -> {
            assertThat(judgement.result()).isEqualTo(Result.rated(3));
            assertThat(judgement.note())
                    .hasValueSatisfying(reason -> assertThat(reason).contains("conferences"));
        });
        SubjectPath.Step step = hana.in("Writing").steps().stream()
                .filter(s -> s.competency().id().equals(judgements.get(0).competency()))
                .findFirst()
                .orElseThrow();
        assertThat(step.standing().map(Standing::state)).contains(State.MASTERED);
        assertThat(step.standing().map(Standing::value)).contains(OptionalDouble.of(2.5));
        String sentence = as(
                viewer("hana.suzuki@northside.example"),
                () -> mastery.explain(hana.id(), step.competency())
                        .judgement()
                        .explanation()
                        .sentence("Hana", step.competency().title()));
        assertThat(sentence)
                .startsWith("By professional judgement (rated 3) Hana has mastered")
                .contains("2.5");
    }

    @Test
    void tomasz_brought_everything_from_before_this_school_year_with_him() {
        Told tomasz = student("tomasz.zielinski");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        LocalDate september = LocalDate.of(today.getYear() - (today.getMonthValue() < 9 ? 1 : 0), 9, 1);
        Instant began = september.atStartOfDay(ZoneOffset.UTC).toInstant();
        List<Entry> before = tomasz.entries().stream()
                .filter(e -> e.shownAt().isBefore(began))
                .toList();
        assertThat(before).hasSizeGreaterThan(50);
        assertThat(before.stream().map(e -> e.nature().form()).collect(Collectors.toSet()))
                .isEqualTo(TRANSFERRED);
        assertThat(before).noneMatch(e -> e.recordedAt().isBefore(began.minus(1, ChronoUnit.DAYS)));
    }

    @Test
    void priya_is_four_levels_further_in_mathematics_than_in_writing() {
        Told priya = student("priya.raman");
        assertThat(priya.in("Mathematics").workingLevels()).containsExactly(7);
        assertThat(priya.in("Writing").workingLevels()).containsExactly(3);
    }

    @Test
    void elijah_guesses_in_tests_and_is_ready_for_what_nobody_has_asked() {
        Told elijah = student("elijah.brooks");
        List<Entry> tests = elijah.paths().stream()
                .flatMap(path -> path.steps().stream())
                .filter(SubjectPath.Step::begun)
                .flatMap(step -> elijah.of(step.competency()).stream())
                .filter(e -> e.nature().form().aggregates() && e.result() instanceof Result.Rated)
                .toList();
        assertThat(tests)
                .allMatch(e -> e.nature().form() == Form.TEST && e.nature().depth() == Depth.RECALL);
        assertThat(tests.stream().map(e -> rating(e).orElseThrow()).collect(Collectors.toSet()))
                .contains(1.0, 2.0, 4.0);
        assertThat(elijah.in("Mathematics").ready().stream()
                        .filter(step -> step.standing().isEmpty())
                        .filter(step -> elijah.of(step.competency()).isEmpty()))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void evidence_of_the_past_is_observed_by_teachers_of_the_students_own_groups_or_told_by_themselves() {
        for (String name : List.of("maya.okafor", "amara.diallo", "leo.martinez")) {
            Told student = student(name);
            Set<PersonId> teachers = as(
                    viewer(name + "@northside.example"),
                    () -> student.entries().stream()
                            .map(Entry::observer)
                            .distinct()
                            .filter(o -> roster.studentsTaughtBy(o).stream()
                                    .anyMatch(s -> s.student().equals(student.id())))
                            .collect(Collectors.toSet()));
            assertThat(student.entries().stream().filter(e -> e.recordedAt().isBefore(daysAgo(1))))
                    .isNotEmpty()
                    .allMatch(e -> e.nature().form() == Form.SELF_ASSESSMENT
                            ? e.observer().equals(student.id().person())
                            : teachers.contains(e.observer()));
        }
    }

    @Test
    void seeding_again_adds_nothing() {
        Viewer leader = viewer("philippa.crane@northside.example");
        long before = as(leader, reading::size);
        assertThat(before).isBetween(80_000L, 110_000L);
        northside.run(new DefaultApplicationArguments());
        assertThat(as(leader, reading::size)).isEqualTo(before);
    }
}
