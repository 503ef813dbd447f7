package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.items.Start;
import org.ownpath.assessment.items.Tests;
import org.ownpath.engine.Context;
import org.ownpath.engine.Form;
import org.ownpath.insight.Asked;
import org.ownpath.insight.CourseOutcomes;
import org.ownpath.insight.CourseProgress;
import org.ownpath.insight.Foresight;
import org.ownpath.insight.ForetoldChange;
import org.ownpath.insight.Proposal;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.pathway.Pathway;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Course;
import org.ownpath.policy.LevelWords;
import org.ownpath.policy.Noticed;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Term;
import org.ownpath.policy.WorkingLevel;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Signals;
import org.springframework.beans.factory.annotation.Autowired;

/** What a draft is said to change is what changes when it is adopted. */
class ForetoldTest extends ChosenSchoolTest {

    @Autowired
    WhatIf whatIf;

    @Autowired
    Pathway pathway;

    @Autowired
    Signals signals;

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    CourseOutcomes courses;

    @Autowired
    Roster roster;

    @Autowired
    Tests tests;

    private static <V> ChoiceDraft draft(Setting<V> setting, V value) {
        return ChoiceDraft.EMPTY.with(
                new ChoiceDraft.SettingChange<>(setting, Scope.district(), Optional.of(value), false));
    }

    private Replay replayed(ChoiceDraft draft) {
        return as(leader(), () -> {
            Asked asked = whatIf.ask(leader(), Proposal.of(draft));
            assertThat(asked).isInstanceOf(Asked.Begun.class);
            return Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(
                            () -> as(leader(), () -> whatIf.find(leader(), ((Asked.Begun) asked).replay()))
                                    .orElseThrow(),
                            replay -> replay.stage() != Replay.Stage.RUNNING);
        });
    }

    private static Foresight only(Replay replay) {
        assertThat(replay.stage()).isEqualTo(Replay.Stage.DONE);
        assertThat(replay.foretold()).hasSize(1);
        return replay.foretold().get(0);
    }

    private List<ForetoldChange> changes(Replay replay, Viewer viewer) {
        return as(viewer, () -> whatIf.changes(viewer, replay.id(), only(replay).topic()));
    }

    private Map<String, String> levels(StudentId student) {
        return as(leader(), () -> pathway.of(student)).subjects().stream()
                .collect(Collectors.toMap(
                        path -> path.subject(),
                        path -> path.workingLevels().stream()
                                .map(GradeLevel::words)
                                .collect(Collectors.joining(" and "))));
    }

    @Test
    void the_levels_that_are_foretold_are_those_of_the_paths_once_it_is_adopted() {
        ChoiceDraft draft = draft(Settings.WORKING_LEVEL, WorkingLevel.AFTER_COMPLETE);
        Replay replay = replayed(draft);
        List<ForetoldChange> changes = changes(replay, leader());
        Set<StudentId> concerned = changes.stream().map(ForetoldChange::student).collect(Collectors.toSet());
        assertThat(only(replay).whole().changing()).isEqualTo(concerned.size()).isPositive();
        Map<StudentId, Map<String, String>> before =
                concerned.stream().limit(20).collect(Collectors.toMap(s -> s, this::levels));
        adopt(draft);
        before.forEach((student, was) -> {
            Map<String, String> is = levels(student);
            changes.stream().filter(change -> change.student().equals(student)).forEach(change -> {
                assertThat(change.today()).isEqualTo(was.remove(change.subject()));
                assertThat(change.drafted()).isEqualTo(is.remove(change.subject()));
            });
            was.forEach((subject, words) -> assertThat(is).containsEntry(subject, words));
        });
    }

    @Test
    void the_signals_that_are_foretold_are_those_that_are_seen_once_it_is_adopted() {
        ChoiceDraft draft = draft(Settings.STUCK_TRIES, 8)
                .with(draft(Settings.SIGNALS, EnumSet.complementOf(EnumSet.of(Noticed.READY))));
        Foresight foretold = only(replayed(draft));
        assertThat(foretold.whole().today()).isEqualTo(seen());
        assertThat(foretold.whole().drafted()).isLessThan(foretold.whole().today());
        assertThat(foretold.subjects().stream()
                        .mapToLong(Foresight.Line::drafted)
                        .sum())
                .isEqualTo(foretold.whole().drafted());
        adopt(draft);
        assertThat(foretold.whole().drafted()).isEqualTo(seen());
    }

    private long seen() {
        return as(leader(), () -> {
            signals.lookAtEverybody();
            return signals.of(roster.students().stream().map(Person::student).toList()).stream()
                    .count();
        });
    }

    @Test
    void the_requests_that_could_not_be_made_are_those_in_ways_that_are_not_offered() {
        Foresight foretold = only(replayed(draft(Settings.OWN_PROJECTS, false)));
        long projects = as(
                leader(),
                () -> roster.students().stream()
                        .flatMap(student -> demonstrations.ofStudent(leader(), student.student()).stream())
                        .filter(asked -> asked.way() == Way.PROJECT || asked.way() == Way.OWN_PROPOSAL)
                        .count());
        assertThat(projects).isPositive();
        assertThat(foretold.whole().today() - foretold.whole().drafted()).isEqualTo(projects);
    }

    @Test
    void the_credits_that_are_foretold_are_those_that_are_earned_once_it_is_adopted() {
        Term year = new Term("Reading, the first years", LocalDate.of(2026, 9, 1), LocalDate.of(2027, 6, 30));
        Course first = new Course(year.name(), year, "Reading", 0, 1, 1);
        ChoiceDraft draft = draft(Settings.COURSES, List.of(first));
        Foresight foretold = only(replayed(draft));
        assertThat(foretold.whole().today()).isEqualTo(earned());
        adopt(draft);
        assertThat(foretold.whole().drafted()).isEqualTo(earned()).isPositive();
    }

    private long earned() {
        return as(
                leader(),
                () -> courses.of(leader(), AsOf.now()).stream()
                        .mapToLong(CourseProgress::earned)
                        .sum());
    }

    @Test
    void the_tests_that_could_not_be_started_are_all_where_students_start_none_by_themselves() {
        Viewer leo = viewer("leo.martinez@northside.example");
        assertThat(as(
                        leo,
                        () -> tests.open().stream()
                                .map(competency -> tests.start(leo, competency))
                                .anyMatch(Start.Begun.class::isInstance)))
                .isTrue();
        Foresight.Line started =
                only(replayed(draft(Settings.OWN_TESTS, false))).whole();
        assertThat(started.today()).isPositive();
        assertThat(started.drafted()).isZero();
        Foresight.Line longer =
                only(replayed(draft(Settings.DAYS_BETWEEN_TESTS, 60))).whole();
        assertThat(longer.today()).isEqualTo(started.today());
        assertThat(longer.drafted()).isPositive().isLessThanOrEqualTo(longer.today());
    }

    @Test
    void the_places_that_would_not_fit_are_those_with_ages_too_far_apart() {
        Foresight.Line any = only(replayed(draft(Settings.AGES_TOGETHER, 3))).whole();
        Foresight.Line one = only(replayed(draft(Settings.AGES_TOGETHER, 1))).whole();
        assertThat(one.today()).isEqualTo(any.today()).isPositive();
        assertThat(one.drafted()).isLessThan(any.drafted());
        assertThat(any.drafted()).isLessThanOrEqualTo(any.today());
    }

    @Test
    void what_would_not_be_accepted_any_more_is_counted_and_stays_in_the_ledger() {
        Replay replay = replayed(draft(Settings.CONTEXTS, EnumSet.of(Context.CLASS))
                .with(draft(Settings.FORMS, EnumSet.complementOf(EnumSet.of(Form.OBSERVATION)))));
        Foresight.Line whole = only(replay).whole();
        assertThat(whole.drafted()).isPositive().isLessThan(whole.today());
        assertThat(replay.judges()).isFalse();
        assertThat(page("constance.mbekihall", "/what-if/" + replay.id()))
                .contains("What is accepted as evidence", "Nothing has changed yet")
                .doesNotContain("would advance in something");
    }

    @Test
    void names_are_told_to_those_who_may_see_them() {
        Replay replay = replayed(draft(Settings.WORKING_LEVEL, WorkingLevel.AFTER_COMPLETE));
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        Set<StudentId> hers = as(gwen, () -> roster.studentsFor(gwen)).stream()
                .map(Person::student)
                .collect(Collectors.toSet());
        assertThat(changes(replay, gwen))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(hers).contains(change.student()));
        assertThat(changes(replay, leader()))
                .hasSizeGreaterThan(changes(replay, gwen).size());
        assertThat(page("gwen.abernathy", "/what-if/" + replay.id() + "/choices?topic=levels"))
                .contains("Okafor", "6th grade");
    }

    @Test
    void what_changes_nothing_that_students_have_is_not_replayed() {
        ChoiceDraft words = draft(Settings.LEVEL_WORDS, LevelWords.WORDS);
        Asked asked = as(leader(), () -> whatIf.ask(leader(), Proposal.of(words)));
        assertThat(asked).isInstanceOf(Asked.Refused.class);
        assertThat(((Asked.Refused) asked).reason()).contains("how things are said");
    }
}
