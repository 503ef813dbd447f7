package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Context;
import org.ownpath.engine.Form;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;
import org.ownpath.insight.Asked;
import org.ownpath.insight.CourseOutcomes;
import org.ownpath.insight.CourseProgress;
import org.ownpath.insight.Foresight;
import org.ownpath.insight.ForetoldChange;
import org.ownpath.insight.Proposal;
import org.ownpath.insight.Replay;
import org.ownpath.insight.SubgroupChanges;
import org.ownpath.insight.WhatIf;
import org.ownpath.pathway.Pathway;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Course;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.LevelWords;
import org.ownpath.policy.Noticed;
import org.ownpath.policy.PlacementSource;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.policy.SignalOwner;
import org.ownpath.policy.Term;
import org.ownpath.policy.Uncounted;
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

    @Autowired
    List<Foretelling> rooms;

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

    private static Foresight told(Replay replay, String topic) {
        assertThat(replay.stage()).isEqualTo(Replay.Stage.DONE);
        return replay.foretold().stream()
                .filter(foretold -> foretold.topic().equals(topic))
                .findFirst()
                .orElseThrow();
    }

    private List<ForetoldChange> levelChanges(Replay replay, Viewer viewer) {
        return as(viewer, () -> whatIf.changes(viewer, replay.id(), "levels"));
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
        List<ForetoldChange> changes = levelChanges(replay, leader());
        Set<StudentId> concerned = changes.stream().map(ForetoldChange::student).collect(Collectors.toSet());
        assertThat(told(replay, "levels").whole().changing())
                .isEqualTo(concerned.size())
                .isPositive();
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
        Foresight foretold = told(replayed(draft), "signals");
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
        Foresight foretold = told(replayed(draft(Settings.OWN_PROJECTS, false)), "asks");
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
        Foresight foretold = told(replayed(draft), "credits");
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
                told(replayed(draft(Settings.OWN_TESTS, false)), "tests").whole();
        assertThat(started.today()).isPositive();
        assertThat(started.drafted()).isZero();
        Foresight.Line longer =
                told(replayed(draft(Settings.DAYS_BETWEEN_TESTS, 60)), "tests").whole();
        assertThat(longer.today()).isEqualTo(started.today());
        assertThat(longer.drafted()).isPositive().isLessThanOrEqualTo(longer.today());
    }

    @Test
    void the_places_that_would_not_fit_are_those_with_ages_too_far_apart() {
        Foresight.Line any =
                told(replayed(draft(Settings.AGES_TOGETHER, 3)), "ages").whole();
        Foresight.Line one =
                told(replayed(draft(Settings.AGES_TOGETHER, 1)), "ages").whole();
        assertThat(one.today()).isEqualTo(any.today()).isPositive();
        assertThat(one.drafted()).isLessThan(any.drafted());
        assertThat(any.drafted()).isLessThanOrEqualTo(any.today());
    }

    @Test
    void what_would_not_be_accepted_any_more_is_counted_and_stays_in_the_ledger() {
        Replay replay = replayed(draft(Settings.CONTEXTS, EnumSet.of(Context.CLASS))
                .with(draft(Settings.FORMS, EnumSet.complementOf(EnumSet.of(Form.OBSERVATION)))));
        Foresight.Line whole = told(replay, "accepted").whole();
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
        assertThat(levelChanges(replay, gwen))
                .isNotEmpty()
                .allSatisfy(change -> assertThat(hers).contains(change.student()));
        assertThat(levelChanges(replay, leader()))
                .hasSizeGreaterThan(levelChanges(replay, gwen).size());
        assertThat(page("gwen.abernathy", "/what-if/" + replay.id() + "/choices?topic=levels"))
                .contains("Okafor", "6th grade");
    }

    private static ChoiceDraft ruleOfMathematics() {
        return ChoiceDraft.EMPTY.with(new ChoiceDraft.RuleChange(
                MATHEMATICS,
                "The last one",
                Rule.of(new Aggregation.Latest(), Requirements.reaching(4)),
                false,
                false));
    }

    private static Map<StudentId, String> drafted(List<ForetoldChange> levels) {
        return levels.stream()
                .filter(change -> change.subject().equals("Mathematics"))
                .collect(Collectors.toMap(ForetoldChange::student, ForetoldChange::drafted));
    }

    @Test
    void rules_and_answers_of_one_draft_are_told_together() {
        ChoiceDraft answer = draft(Settings.WORKING_LEVEL, WorkingLevel.AFTER_COMPLETE)
                .with(new ChoiceDraft.SettingChange<>(
                        Settings.PLACEMENT, MATHEMATICS, Optional.of(PlacementSource.FIRST_MASTERY), false));
        ChoiceDraft both = ruleOfMathematics().with(answer);
        Map<StudentId, String> byRule = drafted(levelChanges(replayed(ruleOfMathematics()), leader()));
        Map<StudentId, String> byAnswer = drafted(levelChanges(replayed(answer), leader()));
        Map<StudentId, String> together = drafted(levelChanges(replayed(both), leader()));
        List<StudentId> neither = together.keySet().stream()
                .filter(student -> !Objects.equals(together.get(student), byRule.get(student)))
                .filter(student -> !Objects.equals(together.get(student), byAnswer.get(student)))
                .toList();
        assertThat(neither).as("moved by rule and answer together").isNotEmpty();
        adopt(both);
        judgedAnew();
        assertThat(together)
                .allSatisfy((student, words) ->
                        assertThat(levels(student)).as(student.toString()).containsEntry("Mathematics", words));
    }

    @Test
    void signals_are_told_by_the_drafted_rule_and_the_drafted_answer() {
        ChoiceDraft answer = draft(Settings.SIGNALS, EnumSet.of(Noticed.STUCK, Noticed.READY, Noticed.SLIPPING));
        ChoiceDraft both = ruleOfMathematics().with(answer);
        Foresight.Line byAnswer = told(replayed(answer), "signals").whole();
        Foresight.Line together = told(replayed(both), "signals").whole();
        assertThat(together.drafted()).isNotEqualTo(byAnswer.drafted());
        adopt(both);
        judgedAnew();
        assertThat(seen()).isEqualTo(together.drafted());
    }

    @Test
    void the_checks_that_are_foretold_are_more_the_earlier_they_come_and_none_where_there_are_none() {
        Foresight.Line early =
                told(replayed(draft(Settings.RETENTION, 90)), "checks").whole();
        Foresight.Line never =
                told(replayed(draft(Settings.RETENTION, 0)), "checks").whole();
        assertThat(early.drafted()).isGreaterThan(early.today());
        assertThat(never.today()).isEqualTo(early.today()).isPositive();
        assertThat(never.drafted()).isZero();
    }

    @Test
    void whose_lists_students_would_stand_on_is_what_those_lists_say_once_it_is_adopted() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        ChoiceDraft draft = draft(Settings.SIGNAL_OWNER, SignalOwner.ADVISORS);
        Replay replay = replayed(draft);
        List<ForetoldChange> changes = as(leader(), () -> whatIf.changes(leader(), replay.id(), "owners"));
        Set<StudentId> leaves = changes.stream()
                .filter(change -> change.today().contains("Abernathy"))
                .filter(change -> !change.drafted().contains("Abernathy"))
                .map(ForetoldChange::student)
                .collect(Collectors.toSet());
        Set<StudentId> before = onTheListOf(gwen);
        adopt(draft);
        Set<StudentId> after = onTheListOf(gwen);
        assertThat(before)
                .isNotEmpty()
                .allSatisfy(student -> assertThat(after.contains(student)).isNotEqualTo(leaves.contains(student)));
        assertThat(before).containsAll(after);
        assertThat(after.size()).isLessThan(before.size());
    }

    private Set<StudentId> onTheListOf(Viewer teacher) {
        as(
                leader(),
                () -> signals.of(roster.students().stream().map(Person::student).toList()));
        return as(teacher, () -> signals.today(teacher, true)).needs().stream()
                .map(need -> need.student())
                .collect(Collectors.toSet());
    }

    @Test
    void who_may_do_less_by_themselves_is_told_by_name() {
        ChoiceDraft draft = ChoiceDraft.EMPTY.with(new ChoiceDraft.SettingChange<>(
                Settings.OWN_TESTS, new Scope.OneStudent(maya()), Optional.of(false), false));
        Replay replay = replayed(draft);
        assertThat(told(replay, "may").whole().changing()).isEqualTo(1);
        assertThat(as(leader(), () -> whatIf.changes(leader(), replay.id(), "may")))
                .isNotEmpty()
                .allSatisfy(change -> {
                    assertThat(change.student()).isEqualTo(maya());
                    assertThat(change.drafted()).contains("start a test");
                });
    }

    @Test
    void the_subgroups_of_a_trait_add_up_to_everybody_and_small_ones_are_withheld() {
        Replay replay = replayed(ruleOfMathematics());
        int falling = replay.comparison().orElseThrow().whole().falling();
        List<SubgroupChanges> subgroups = as(leader(), () -> whatIf.subgroups(leader(), replay));
        assertThat(falling).isPositive();
        assertThat(subgroups)
                .isNotEmpty()
                .allSatisfy(by -> assertThat(by.lines()).allMatch(line -> line.students() >= 10));
        assertThat(subgroups.stream().filter(by -> !by.withholds()))
                .isNotEmpty()
                .allSatisfy(by -> assertThat(by.lines().stream()
                                .mapToInt(SubgroupChanges.Line::falling)
                                .sum())
                        .isEqualTo(falling));
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        assertThat(as(gwen, () -> whatIf.subgroups(gwen, replay))).isEmpty();
        assertThat(page("constance.mbekihall", "/what-if/" + replay.id())).contains("By subgroup", "English learners");
    }

    @Test
    void of_every_setting_something_is_foretold_or_the_reason_why_not_is_said() {
        assertThat(Settings.all())
                .allSatisfy(setting -> assertThat(
                                rooms.stream().anyMatch(room -> room.topic().tells(setting)))
                        .as(setting.id())
                        .isNotEqualTo(Uncounted.of(setting).isPresent()));
    }

    @Test
    void what_changes_nothing_that_students_have_is_not_replayed() {
        ChoiceDraft words = draft(Settings.LEVEL_WORDS, LevelWords.WORDS);
        Asked asked = as(leader(), () -> whatIf.ask(leader(), Proposal.of(words)));
        assertThat(asked).isInstanceOf(Asked.Refused.class);
        assertThat(((Asked.Refused) asked).reason())
                .contains("How are ratings said?", "There is nothing to count", "adopt it from your draft");
    }
}
