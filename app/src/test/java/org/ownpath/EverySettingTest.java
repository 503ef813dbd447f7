package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.Field;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Offer;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.items.Start;
import org.ownpath.assessment.items.Tests;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.engine.State;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.insight.CourseOutcomes;
import org.ownpath.insight.CourseProgress;
import org.ownpath.insight.Outcomes;
import org.ownpath.insight.Span;
import org.ownpath.insight.WhatIf;
import org.ownpath.mastery.Areas;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.Aim;
import org.ownpath.pathway.Goal;
import org.ownpath.pathway.GoalState;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.pathway.PlannedActivity;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Course;
import org.ownpath.policy.GoalChoice;
import org.ownpath.policy.LetterGrade;
import org.ownpath.policy.LevelWords;
import org.ownpath.policy.Noticed;
import org.ownpath.policy.Place;
import org.ownpath.policy.PlacementSource;
import org.ownpath.policy.RatingLevels;
import org.ownpath.policy.ReadinessGate;
import org.ownpath.policy.SchoolYear;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.policy.SignalOwner;
import org.ownpath.policy.Term;
import org.ownpath.policy.WorkingLevel;
import org.ownpath.portal.Dates;
import org.ownpath.portal.student.AsShown;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Signal;
import org.ownpath.support.SignalKind;
import org.ownpath.support.Signals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Changing a setting changes what the product does, for every setting of the catalogue. */
class EverySettingTest extends ChosenSchoolTest {

    @Autowired
    Goals goals;

    @Autowired
    Pathway pathway;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Ledger ledger;

    @Autowired
    BulkLedger bulk;

    @Autowired
    LedgerReading reading;

    @Autowired
    Mastery mastery;

    @Autowired
    Areas areas;

    @Autowired
    Tests tests;

    @Autowired
    Requests requests;

    @Autowired
    Activities activities;

    @Autowired
    PlannedActivities planned;

    @Autowired
    OutsideAssessors outside;

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    Signals signals;

    @Autowired
    Roster roster;

    @Autowired
    Outcomes outcomes;

    @Autowired
    WhatIf whatIf;

    @Autowired
    CourseOutcomes courses;

    @Autowired
    ApplicationContext context;

    @Test
    void no_setting_of_the_catalogue_is_read_by_nobody() {
        JavaClasses product = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.ownpath");
        Set<String> read = product.stream()
                .filter(reader -> reads(reader.getPackageName()))
                .flatMap(reader -> reader.getFieldAccessesFromSelf().stream())
                .flatMap(access -> setting(access.getTarget()).stream())
                .collect(Collectors.toSet());
        assertThat(ids()).isSubsetOf(read);
    }

    @Test
    void every_setting_has_a_test_that_adopts_it_and_shows_what_it_changes() {
        Set<String> shown = new HashSet<>();
        for (JavaMethod test : marked()) {
            Set<String> adopted = test.getFieldAccesses().stream()
                    .flatMap(access -> setting(access.getTarget()).stream())
                    .collect(Collectors.toSet());
            Set<String> claimed =
                    Set.of(test.getAnnotationOfType(TakesEffect.class).value());
            assertThat(claimed).as(test.getFullName()).isSubsetOf(adopted);
            shown.addAll(claimed);
        }
        assertThat(shown).containsExactlyInAnyOrderElementsOf(ids());
    }

    private static List<JavaMethod> marked() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.ONLY_INCLUDE_TESTS).importPackages("org.ownpath").stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method ->
                                method.isAnnotatedWith(TakesEffect.class) && method.isAnnotatedWith(Test.class))
                        .toList();
    }

    /** The id of the setting that a constant of the catalogue holds. */
    private static Optional<String> setting(AccessTarget.FieldAccessTarget constant) {
        return constant.getRawType().isEquivalentTo(Setting.class)
                ? Stream.of(Settings.class.getFields())
                        .filter(field -> field.getName().equals(constant.getName()))
                        .map(EverySettingTest::id)
                        .findFirst()
                : Optional.empty();
    }

    private static String id(Field constant) {
        try {
            constant.setAccessible(true);
            return ((Setting<?>) Objects.requireNonNull(constant.get(null))).id();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> ids() {
        return Settings.all().stream().map(Setting::id).collect(Collectors.toSet());
    }

    @Test
    void every_constant_of_the_catalogue_is_listed_in_it_once() {
        List<String> constants = Stream.of(Settings.class.getFields())
                .filter(field -> field.getType() == Setting.class)
                .map(EverySettingTest::id)
                .toList();
        assertThat(Settings.all()).extracting(Setting::id).containsExactlyInAnyOrderElementsOf(constants);
    }

    private static boolean reads(String room) {
        return !room.endsWith("policy") && !room.endsWith("northside");
    }

    @Test
    @TakesEffect("structure.working-level")
    void the_level_that_a_student_works_at_is_found_as_the_school_says() {
        assertThat(mayasLevels()).containsExactly(6, 7);
        adopt(Settings.WORKING_LEVEL, Scope.district(), WorkingLevel.AFTER_COMPLETE);
        assertThat(mayasLevels()).containsExactly(6);
        adopt(Settings.WORKING_LEVEL, MATHEMATICS, WorkingLevel.FRONTIER);
        assertThat(mayasLevels()).containsExactly(6, 7);
        adopt(Settings.WORKING_LEVEL, new Scope.OneStudent(maya()), WorkingLevel.MAJORITY);
        assertThat(mayasLevels()).hasSize(1);
    }

    @Test
    @TakesEffect("assessment.placement")
    void somebody_from_elsewhere_begins_at_the_foot_or_where_the_first_mastery_places_them() {
        Viewer ada = SmallDistrict.administrator(context, "Fordbrook");
        StudentId newcomer = as(ada, () -> roster.students().get(0).student());
        as(
                ada,
                () -> choices.adopt(
                        ada,
                        ChoiceDraft.EMPTY.with(new ChoiceDraft.SettingChange<>(
                                Settings.WORKING_LEVEL,
                                Scope.district(),
                                Optional.of(WorkingLevel.AFTER_COMPLETE),
                                false)),
                        clock.instant(),
                        "To see"));
        shows(ada, newcomer, "S5");
        assertThat(numbers(ada, newcomer).workingLevels()).containsExactly(1);
        assertThat(numbers(ada, newcomer).begins()).isEmpty();

        as(
                ada,
                () -> choices.adopt(
                        ada,
                        ChoiceDraft.EMPTY.with(new ChoiceDraft.SettingChange<>(
                                Settings.PLACEMENT,
                                new Scope.Subject("mathematics"),
                                Optional.of(PlacementSource.FIRST_MASTERY),
                                false)),
                        clock.instant(),
                        "To see"));

        assertThat(numbers(ada, newcomer).begins()).hasValue(5);
        assertThat(numbers(ada, newcomer).workingLevels()).containsExactly(6);
        assertThat(numbers(ada, newcomer).mastered()).isEqualTo(1);
        assertThat(numbers(ada, newcomer).ready())
                .hasSize(3)
                .allMatch(step -> step.competency().level().orElseThrow() > 5);
        shows(ada, newcomer, "S2");
        assertThat(numbers(ada, newcomer).workingLevels()).containsExactly(6);
        assertThat(as(ada, () -> pathway.positions(List.of(newcomer), "mathematics")))
                .hasEntrySatisfying(
                        newcomer, at -> assertThat(at.workingLevel()).isEqualTo(6));
        assertThat(as(ada, () -> pathway.beginnings(List.of(newcomer), "mathematics")))
                .isEqualTo(Map.of(newcomer, 5));
    }

    private void shows(Viewer ada, StudentId student, String code) {
        CompetencyId competency = Objects.requireNonNull(
                as(ada, () -> frameworks.curriculum().byName().get(code)));
        for (int time = 1; time <= 2; time++) {
            Observation shown = new Observation(
                    PieceId.next(),
                    new Observation.Nature(Form.TEST, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                    ada.person(),
                    clock.instant(),
                    Optional.of("Something from elsewhere " + time),
                    Optional.empty(),
                    List.of(),
                    List.of(new Observation.Rating(student, competency, Result.rated(4))));
            assertThat(as(ada, () -> ledger.record(ada, shown))).isInstanceOf(Outcome.Stored.class);
        }
    }

    private SubjectPath numbers(Viewer ada, StudentId student) {
        return as(ada, () -> pathway.of(student)).subjects().get(0);
    }

    private List<Integer> mayasLevels() {
        return as(leader(), () -> pathway.of(maya())).subjects().stream()
                .filter(path -> path.subject().equals("Mathematics"))
                .findFirst()
                .map(SubjectPath::workingLevels)
                .orElseThrow();
    }

    @Test
    @TakesEffect("structure.grade-labels")
    void the_list_of_students_shows_the_grade_or_not() {
        assertThat(page("constance.mbekihall", "/students")).contains("Enrolled in grade 6");
        adopt(Settings.GRADE_LABELS, Scope.district(), false);
        assertThat(page("constance.mbekihall", "/students")).contains("Maya").doesNotContain("Enrolled in grade");
    }

    @Test
    @TakesEffect("courses.offered")
    void a_course_earns_its_credit_with_its_last_competency_and_not_with_its_last_day() {
        assertThat(page("maya.okafor", "/path")).doesNotContain("Sums long ago");
        adopt(Settings.COURSES, Scope.district(), List.of(course("Sums long ago", 4), course("Sums to come", 7)));
        assertThat(page("maya.okafor", "/path"))
                .contains("Sums long ago", "Earned: 1.5 credits.")
                .contains("Sums to come", "It earns 1.5 credits");
    }

    @Test
    @TakesEffect("courses.offered")
    void leaders_see_how_far_students_are_in_each_course() {
        adopt(Settings.COURSES, Scope.district(), List.of(course("Sums long ago", 4), course("Sums to come", 12)));
        List<CourseProgress> progress = as(leader(), () -> courses.of(leader(), AsOf.now()));
        assertThat(progress).hasSize(2);
        assertThat(progress.get(0).earned()).isGreaterThan(progress.get(1).earned());
        assertThat(progress.get(0).students())
                .filteredOn(line -> line.student().student().equals(maya()))
                .singleElement()
                .matches(line -> progress.get(0).earned(line));
        assertThat(page("constance.mbekihall", "/outcomes/courses")).contains("Sums long ago", "Maya Okafor", "earned");
        adopt(Settings.COURSES, Scope.district(), List.of());
        assertThat(page("constance.mbekihall", "/outcomes/courses")).contains("There are no courses here");
    }

    private static Course course(String title, int level) {
        LocalDate past = LocalDate.of(2020, 1, 1);
        return new Course(title, new Term(title, past, past), "Mathematics", level, level, 1.5);
    }

    @Test
    @TakesEffect("calendar.terms")
    void what_was_shown_is_labelled_with_its_term() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        adopt(Settings.TERMS, Scope.district(), List.of(new Term("Harvest term", today.minusDays(60), today)));
        assertThat(page("maya.okafor", "/path")).contains("Harvest term</span>");
        adopt(Settings.TERMS, Scope.district(), List.of());
        assertThat(page("maya.okafor", "/path")).doesNotContain("Harvest term</span>");
    }

    @Test
    @TakesEffect("calendar.year")
    void the_comparison_with_batching_promotes_when_the_school_year_begins() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        SchoolYear other = new SchoolYear(Month.MARCH);
        String day = "moved up unready on " + Dates.words(other.begunBy(today));
        assertThat(page("constance.mbekihall", "/outcomes/batching?subject=Mathematics"))
                .contains("moved up unready on ")
                .doesNotContain(day);
        adopt(Settings.YEAR, Scope.district(), other);
        assertThat(page("constance.mbekihall", "/outcomes/batching?subject=Mathematics"))
                .contains(day);
    }

    @Test
    @TakesEffect("grading.level-words")
    void ratings_are_said_in_numbers_or_words() {
        assertThat(page("maya.okafor", "/path")).contains("rated 3,");
        adopt(Settings.LEVEL_WORDS, Scope.district(), LevelWords.WORDS);
        assertThat(page("maya.okafor", "/path")).contains("Proficient,").doesNotContain("rated 3,");
        adopt(Settings.LEVEL_WORDS, Scope.district(), LevelWords.BOTH);
        assertThat(page("maya.okafor", "/path")).contains("rated 3, Proficient");
    }

    @Test
    @TakesEffect("grading.rating-levels")
    void ratings_are_given_and_said_in_as_many_levels_as_the_school_says() {
        Competency sums = first("Mathematics");
        String record = "/record?student=" + maya() + "&competency=" + sums.id();
        String why = "/students/" + maya() + "/competencies/" + sums.id();
        assertThat(page("constance.mbekihall", record))
                .contains("<b>4</b> Advanced")
                .doesNotContain("<b>5</b>");
        adopt(Settings.RATING_LEVELS, Scope.district(), RatingLevels.TWO);
        assertThat(page("constance.mbekihall", record)).contains("<b>1</b> Not yet, <b>2</b> Shown</p>");
        adopt(Settings.RATING_LEVELS, MATHEMATICS, RatingLevels.FIVE);
        assertThat(page("constance.mbekihall", record))
                .contains("<b>5</b> Advanced")
                .doesNotContain("<b>6</b>");
        adopt(
                Settings.RATING_LEVELS,
                new Scope.Level("Mathematics", sums.level().orElseThrow()),
                RatingLevels.TWELVE);
        assertThat(page("constance.mbekihall", record)).contains("<b>9</b> Proficient", "<b>12</b> Advanced");
        assertThat(page("maya.okafor", why)).contains("12 Advanced").containsPattern("rated \\d+ of 12");
    }

    @Test
    void a_rating_given_in_other_levels_is_the_same_to_every_rule() {
        Scale four = Scale.FOUR_POINT;
        for (RatingLevels levels :
                List.of(RatingLevels.TWO, RatingLevels.THREE, RatingLevels.FIVE, RatingLevels.TWELVE)) {
            Scale told = four.in(levels.count(), levels.mastery(), levels.names());
            assertThat(told.levels()).hasSize(levels.count());
            assertThat(told.read(String.valueOf(levels.mastery()))).hasValue(four.mastery());
            assertThat(told.read(String.valueOf(levels.mastery() - 1)).orElseThrow())
                    .isLessThan(four.mastery());
            assertThat(told.levels().stream().map(Scale.Level::value).toList())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(told::has)
                    .allMatch(value -> four.refusal(value).isEmpty());
            assertThat(told.read("2.5")).isEmpty();
        }
        assertThat(four.read("2.5")).hasValue(2.5);
    }

    @Test
    @TakesEffect("grading.reported-apart")
    void a_subject_is_reported_apart_or_within() {
        assertThat(page("maya.okafor", "/path")).contains("in Habits, reported apart");
        adopt(Settings.REPORTED_APART, new Scope.Subject("Habits"), false);
        adopt(Settings.REPORTED_APART, new Scope.Subject("Writing"), true);
        assertThat(page("maya.okafor", "/path"))
                .contains("in Writing, reported apart")
                .doesNotContain("in Habits, reported apart");
    }

    @Test
    @TakesEffect("grading.letters")
    void a_letter_stands_beside_the_level_where_the_school_has_letters() {
        String why = "/students/" + maya() + "/competencies/" + rated().competency();
        adopt(Settings.LETTERS, Scope.district(), List.of(new LetterGrade("Plum", 1, OptionalDouble.of(2.5))));
        assertThat(page("maya.okafor", why)).contains("As a letter:", "Plum", "2.5 grade points");
        adopt(Settings.LETTERS, Scope.district(), List.of());
        assertThat(page("maya.okafor", why)).doesNotContain("As a letter:");
    }

    private Standing rated() {
        return as(leader(), () -> mastery.of(maya())).values().stream()
                .filter(standing ->
                        standing.value().isPresent() && standing.value().getAsDouble() >= 1)
                .findFirst()
                .orElseThrow();
    }

    @Test
    @TakesEffect("progress.judges")
    void a_professional_judgement_is_given_by_those_whom_the_school_names() {
        adopt(Settings.JUDGES, MATHEMATICS, Set.of(Role.TEACHER));
        assertThat(refusals(Form.PROFESSIONAL_JUDGEMENT, Context.CLASS, "Mathematics"))
                .singleElement()
                .asString()
                .contains("given by others");
        adopt(Settings.JUDGES, MATHEMATICS, Set.of(Role.LEADER));
        assertThat(refusals(Form.PROFESSIONAL_JUDGEMENT, Context.CLASS, "Mathematics"))
                .isEmpty();
    }

    @Test
    @TakesEffect("choice.sees-ahead")
    void students_see_all_that_lies_ahead_or_only_what_is_open() {
        assertThat(page("maya.okafor", "/path")).contains("<summary>All ");
        adopt(Settings.SEES_AHEAD, new Scope.OneStudent(maya()), false);
        assertThat(page("maya.okafor", "/path")).contains("that are open now").doesNotContain("<summary>All ");
        assertThat(page("leo.martinez", "/path")).contains("<summary>All ");
    }

    @Test
    @TakesEffect("choice.goals")
    void goals_are_proposed_and_agreed_as_the_school_says() {
        String plan = "/students/" + maya() + "/plan";
        assertThat(page("maya.okafor", plan)).contains("Set a goal");
        assertThat(stateOfANewGoal()).isEqualTo(GoalState.PROPOSED);
        adopt(Settings.GOALS, new Scope.OneStudent(maya()), GoalChoice.STUDENT);
        assertThat(stateOfANewGoal()).isEqualTo(GoalState.AGREED);
        adopt(Settings.GOALS, new Scope.OneStudent(maya()), GoalChoice.SCHOOL);
        assertThat(page("maya.okafor", plan)).doesNotContain("Set a goal");
        assertThat(page("constance.mbekihall", plan)).contains("Propose a goal");
    }

    private GoalState stateOfANewGoal() {
        Viewer maya = viewer("maya.okafor@northside.example");
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return as(maya, () -> {
            Goal.Wish wish =
                    new Goal.Wish(new Aim.WholeLevel("Mathematics", 8), "To see", today.plusDays(9), today.plusDays(3));
            GoalId id = ((Goals.Proposed) goals.propose(maya, GoalId.next(), maya(), wish)).goal();
            GoalState state = goals.find(maya, id).orElseThrow().state();
            goals.drop(maya, id, "Seen");
            return state;
        });
    }

    @Test
    @TakesEffect("interconnectedness.across-subjects")
    void one_piece_rates_several_subjects_or_one() {
        assertThat(refusals(Form.PROJECT, Context.CLASS, "Mathematics", "Writing"))
                .isEmpty();
        adopt(Settings.ACROSS_SUBJECTS, Scope.district(), false);
        assertThat(refusals(Form.PROJECT, Context.CLASS, "Mathematics", "Writing"))
                .singleElement()
                .asString()
                .contains("Record it once for each subject");
        assertThat(refusals(Form.PROJECT, Context.CLASS, "Mathematics")).isEmpty();
    }

    @Test
    @TakesEffect("interconnectedness.skills-by-area")
    void a_skill_is_judged_for_each_subject_with_which_it_was_shown_where_the_school_says_so() {
        assertThat(refusals(Form.PROJECT, Context.CLASS, "Habits", "Writing")).isEmpty();
        assertThat(refusals(Form.PROJECT, Context.CLASS, "Habits", "Mathematics"))
                .isEmpty();
        AsOf between = new AsOf.Earlier(clock.instant());
        assertThat(refusals(Form.PROJECT, Context.CLASS, "Habits", "Writing")).isEmpty();
        Competency habit = first("Habits");
        String why = "/students/" + maya() + "/competencies/" + habit.id();
        assertThat(page("maya.okafor", why)).doesNotContain("In each subject");
        adopt(Settings.SKILLS_BY_AREA, new Scope.Subject("Habits"), true);
        assertThat(page("maya.okafor", why)).contains("In each subject", "By what was shown together");
        assertThat(piecesByArea(habit, AsOf.now())).isEqualTo(Map.of("Mathematics", 1, "Writing", 2));
        assertThat(piecesByArea(habit, between)).isEqualTo(Map.of("Mathematics", 1, "Writing", 1));
        assertThat(masteredAreas(habit, AsOf.now())).containsExactly("Writing");
        assertThat(masteredAreas(habit, between)).isEmpty();
        assertThat(piecesByArea(habit, AsOf.endOf(LocalDate.of(2001, 1, 1), clock)))
                .isEmpty();
    }

    private Map<String, Integer> piecesByArea(Competency skill, AsOf asOf) {
        return as(leader(), () -> areas.of(maya(), skill, asOf)).stream()
                .collect(Collectors.toMap(Areas.Area::subject, Areas.Area::pieces));
    }

    private List<String> masteredAreas(Competency skill, AsOf asOf) {
        return as(leader(), () -> areas.of(maya(), skill, asOf)).stream()
                .filter(area -> area.explained().judgement().state().standing())
                .map(Areas.Area::subject)
                .toList();
    }

    @Test
    @TakesEffect("opportunities.contexts")
    void what_was_shown_elsewhere_is_accepted_as_the_school_says() {
        adopt(Settings.CONTEXTS, MATHEMATICS, Set.of(Context.CLASS));
        assertThat(refusals(Form.TEST, Context.HOME, "Mathematics"))
                .singleElement()
                .asString()
                .contains("'home'");
        assertThat(refusals(Form.TEST, Context.HOME, "Writing")).isEmpty();
        assertThat(rowReasons(observation(Form.TEST, Context.HOME, "Mathematics")))
                .hasSize(1);
    }

    @Test
    @TakesEffect("assessment.forms")
    void forms_are_offered_and_accepted_as_the_school_says() {
        adopt(Settings.FORMS, MATHEMATICS, Set.of(Form.PROJECT, Form.PORTFOLIO));
        assertThat(refusals(Form.TEST, Context.CLASS, "Mathematics"))
                .singleElement()
                .asString()
                .contains("'test' is not accepted in Mathematics");
        assertThat(rowReasons(observation(Form.TEST, Context.CLASS, "Mathematics")))
                .hasSize(1);
        String record = "/record?student=" + maya() + "&competency="
                + first("Mathematics").id();
        assertThat(page("constance.mbekihall", record))
                .contains("value=\"project\"")
                .doesNotContain("name=\"form\" value=\"test\"");
    }

    @Test
    @TakesEffect("assessment.shows-refresh")
    void a_refresh_that_is_due_is_told_or_not() {
        AsShown told = asShown();
        adopt(Settings.SHOWS_REFRESH, MATHEMATICS, false);
        AsShown untold = asShown();
        assertThat(told.state("Mathematics", State.NEEDS_REFRESH)).isEqualTo("refresh");
        assertThat(untold.state("Mathematics", State.NEEDS_REFRESH)).isEqualTo("mastered");
        assertThat(untold.state("Writing", State.NEEDS_REFRESH)).isEqualTo("refresh");
    }

    private AsShown asShown() {
        return as(
                leader(), () -> new AsShown(choices.book(), frameworks.curriculum(), Place.DISTRICT, clock.instant()));
    }

    private List<String> refusals(Form form, Context context, String... subjects) {
        Outcome outcome = as(leader(), () -> ledger.record(leader(), observation(form, context, subjects)));
        return outcome instanceof Outcome.Refused refused ? refused.reasons() : List.of();
    }

    private List<?> rowReasons(Observation observation) {
        return as(leader(), () -> bulk.check().reasons(new BulkLedger.Row(observation, clock.instant())));
    }

    private Observation observation(Form form, Context context, String... subjects) {
        return new Observation(
                PieceId.next(),
                new Observation.Nature(form, Depth.APPLY, context, Purpose.SUMMATIVE),
                leader().person(),
                clock.instant().minus(Duration.ofHours(1)),
                Optional.of("A task to see what is accepted"),
                Optional.of("Seen by the leader"),
                List.of(),
                Stream.of(subjects)
                        .map(subject ->
                                new Observation.Rating(maya(), first(subject).id(), Result.rated(3)))
                        .toList());
    }

    private Competency first(String subject) {
        return as(leader(), () -> frameworks.curriculum().ofSubject(subject).get(0));
    }

    @Test
    @TakesEffect("assessment.days-between-tests")
    void the_days_between_tests_say_when_the_next_one_may_begin() {
        Viewer maya = viewer("maya.okafor@northside.example");
        CompetencyId percent = Objects.requireNonNull(
                as(maya, () -> frameworks.curriculum().byName().get("MA.6.PERCENT")));
        adopt(Settings.DAYS_BETWEEN_TESTS, MATHEMATICS, 0);
        AttemptId first = begin(maya, percent);
        stop(maya, first);
        AttemptId second = begin(maya, percent);
        assertThat(second).isNotEqualTo(first);
        stop(maya, second);

        adopt(Settings.DAYS_BETWEEN_TESTS, MATHEMATICS, 30);

        Start refused = as(maya, () -> tests.start(maya, percent));
        assertThat(refused).isInstanceOf(Start.TooSoon.class);
        assertThat(((Start.TooSoon) refused).again()).isAfter(clock.instant().plus(Duration.ofDays(29)));
    }

    @Test
    @TakesEffect("assessment.forms")
    void where_tests_are_not_accepted_nobody_can_start_one() {
        Viewer hana = viewer("hana.suzuki@northside.example");
        CompetencyId claims = Objects.requireNonNull(
                as(hana, () -> frameworks.curriculum().byName().get("RE.7.CLAIM")));
        assertThat(as(hana, tests::open)).contains(claims);

        adopt(Settings.FORMS, new Scope.Subject("Reading"), EnumSet.complementOf(EnumSet.of(Form.TEST)));

        assertThat(as(hana, tests::open)).doesNotContain(claims);
        assertThat(as(hana, () -> tests.start(hana, claims))).isInstanceOf(Start.Refused.class);
    }

    @Test
    @TakesEffect("choice.own-tests")
    void students_start_tests_themselves_or_take_those_that_are_offered() {
        Viewer hana = viewer("hana.suzuki@northside.example");
        CompetencyId claims = Objects.requireNonNull(
                as(hana, () -> frameworks.curriculum().byName().get("RE.7.CLAIM")));
        adopt(Settings.OWN_TESTS, new Scope.OneStudent(StudentId.of(hana.person())), false);
        assertThat(as(hana, () -> tests.start(hana, claims)))
                .isInstanceOfSatisfying(
                        Start.Refused.class,
                        refused -> assertThat(refused.reason()).contains("teachers say when"));
    }

    @Test
    @TakesEffect({"choice.own-projects", "choice.nominates", "opportunities.prior-learning"})
    void students_choose_among_the_ways_that_the_school_offers() {
        assertThat(ways()).containsExactlyInAnyOrderElementsOf(Way.TO_CHOOSE);
        adopt(Settings.OWN_PROJECTS, MATHEMATICS, false);
        assertThat(ways()).doesNotContain(Way.PROJECT, Way.OWN_PROPOSAL).contains(Way.PORTFOLIO, Way.PRIOR_LEARNING);
        adopt(Settings.NOMINATES, MATHEMATICS, false);
        assertThat(ways()).doesNotContain(Way.PORTFOLIO).contains(Way.PRIOR_LEARNING, Way.OUTSIDE_CREDENTIAL);
        adopt(Settings.PRIOR_LEARNING, MATHEMATICS, false);
        assertThat(ways()).containsExactlyInAnyOrder(Way.TASK, Way.CONVERSATION);
    }

    @Test
    @TakesEffect("choice.asks")
    void students_ask_themselves_or_teachers_say_when() {
        String show = "/show/" + first("Mathematics").id();
        assertThat(page("maya.okafor", show)).contains("How do you want to show it?");
        adopt(Settings.ASKS, MATHEMATICS, false);
        assertThat(page("maya.okafor", show))
                .contains("Your teachers say when this is shown")
                .doesNotContain("How do you want to show it?");
    }

    @Test
    @TakesEffect("choice.starts-at-once")
    void a_task_is_begun_at_once_or_waits_for_an_answer() {
        String show = "/show/" + deal();
        assertThat(page("maya.okafor", show)).contains("I begin the task at once");
        adopt(Settings.STARTS_AT_ONCE, MATHEMATICS, false);
        assertThat(page("maya.okafor", show))
                .contains("How do you want to show it?")
                .doesNotContain("I begin the task at once");
    }

    @Test
    @TakesEffect("choice.readiness-gate")
    void whoever_asks_before_what_comes_first_says_why_or_takes_one_step() {
        Viewer maya = viewer("maya.okafor@northside.example");
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn("maya.okafor@northside.example", "northside");
        Activity practice = as(leader(), () -> activities.catalogue(leader())).stream()
                .filter(activity ->
                        as(leader(), () -> activities.notOffered(activity)).isEmpty())
                .filter(activity -> tooEarly(visitor, activity))
                .findFirst()
                .orElseThrow();
        String show = "/show/" + practice.described().competencies().get(0);
        adopt(Settings.READINESS_GATE, Scope.district(), ReadinessGate.STEP);
        assertThat(visitor.open(show).body())
                .contains("One step first", practice.described().title())
                .doesNotContain("How do you want to show it?");
        Map<String, String> asked = Map.of(
                "id",
                DemonstrationId.next().toString(),
                "way",
                "conversation",
                "note",
                "I am ready all the same",
                "assessor",
                viewer("gwen.abernathy@northside.example").person().toString());
        assertThat(visitor.fill(show, show, asked).body()).contains("comes easier after one step");
        as(maya, () -> {
            UUID sent = UUID.randomUUID();
            assertThat(planned.choose(
                            maya, sent, maya(), new PlannedActivities.Choice(practice.id(), Optional.empty())))
                    .isEmpty();
            PlannedActivity chosen = planned.find(maya, sent).orElseThrow();
            return planned.end(maya, chosen, true, "It helped.");
        });
        assertThat(visitor.open(show).body()).contains("How do you want to show it?");
    }

    private static boolean tooEarly(Visitor visitor, Activity activity) {
        return visitor.open("/show/" + activity.described().competencies().get(0))
                .body()
                .contains("Most people show this first");
    }

    /** What the task of the best deal shows. */
    private CompetencyId deal() {
        return as(leader(), () -> frameworks.curriculum().byName()).get("MA.6.PERCENT");
    }

    private List<Way> ways() {
        return as(leader(), () -> requests.offer(maya(), first("Mathematics"))).ways();
    }

    @Test
    @TakesEffect({"progress.cooling-off-days", "progress.most-tries"})
    void another_try_opens_after_the_days_and_for_as_many_tries_as_the_school_says() {
        Offer usual = as(leader(), () -> requests.offer(maya(), first("Mathematics")));
        assertThat(usual.coolingOff()).isZero();
        assertThat(usual.mostTries()).isEmpty();
        adopt(Settings.COOLING_OFF_DAYS, new Scope.OneStudent(maya()), 5);
        adopt(Settings.MOST_TRIES, Scope.district(), 3);
        Offer chosen = as(leader(), () -> requests.offer(maya(), first("Mathematics")));
        assertThat(chosen.coolingOff()).isEqualTo(Duration.ofDays(5));
        assertThat(chosen.mostTries()).contains(3);
    }

    @Test
    @TakesEffect("opportunities.outside-assessors")
    void people_from_outside_are_asked_or_not() {
        assertThat(as(leader(), () -> outside.offered(ofMaya()))).isTrue();
        adopt(Settings.OUTSIDE_ASSESSORS, Scope.district(), false);
        assertThat(as(leader(), () -> outside.offered(ofMaya()))).isFalse();
    }

    private Demonstration ofMaya() {
        return demonstrations.ofStudent(leader(), maya()).get(0);
    }

    @Test
    @TakesEffect("assessment.beside-birthday")
    void the_grade_by_birthday_is_shown_only_where_the_school_asks_for_it() {
        assertThat(page("maya.okafor", "/plan")).doesNotContain("Beside birthday");
        adopt(Settings.BESIDE_BIRTHDAY, new Scope.OneStudent(maya()), true);
        assertThat(page("maya.okafor", "/plan")).contains("Beside birthday", "Nothing here is decided by that");
        assertThat(page("nneka.okafor", "/students/" + maya() + "/plan")).contains("Beside birthday");
    }

    @Test
    @TakesEffect("assessment.retention-checks")
    void a_short_check_is_proposed_when_the_school_says() {
        Competency sums = first("Mathematics");
        assertThat(as(leader(), () -> requests.recallToCheck(sums))).isEqualTo(0.8);
        adopt(Settings.RETENTION, MATHEMATICS, 0);
        assertThat(as(leader(), () -> requests.recallToCheck(sums))).isZero();
        assertThat(as(leader(), () -> requests.recallToCheck(first("Writing")))).isEqualTo(0.8);
    }

    @Test
    @TakesEffect({"support.signals", "support.stuck-tries"})
    void what_is_noticed_is_what_the_school_wants_to_notice() {
        StudentId amara = StudentId.of(viewer("amara.diallo@northside.example").person());
        assertThat(noticed(amara)).contains(SignalKind.STUCK);
        adopt(Settings.SIGNALS, MATHEMATICS, EnumSet.complementOf(EnumSet.of(Noticed.STUCK)));
        assertThat(noticed(amara)).doesNotContain(SignalKind.STUCK);
        adopt(Settings.SIGNALS, MATHEMATICS, Set.of(Noticed.values()));
        adopt(Settings.STUCK_TRIES, MATHEMATICS, 10);
        assertThat(noticed(amara)).doesNotContain(SignalKind.STUCK);
        adopt(Settings.STUCK_TRIES, MATHEMATICS, 4);
        assertThat(noticed(amara)).contains(SignalKind.STUCK);
    }

    @Test
    @TakesEffect("support.owner")
    void what_is_noticed_stands_on_the_list_of_those_who_see_to_it() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        int both = as(gwen, () -> signals.today(gwen, true)).students();
        adopt(Settings.SIGNAL_OWNER, Scope.district(), SignalOwner.TEACHERS);
        int teachers = as(gwen, () -> signals.today(gwen, true)).students();
        adopt(Settings.SIGNAL_OWNER, Scope.district(), SignalOwner.ADVISORS);
        int advisors = as(gwen, () -> signals.today(gwen, true)).students();
        assertThat(Math.max(teachers, advisors)).isLessThanOrEqualTo(both);
        assertThat(Math.min(teachers, advisors)).isLessThan(both);
    }

    @Test
    @TakesEffect("support.stalled-days")
    void a_pause_is_asked_about_from_the_days_on_that_the_school_says() {
        adopt(Settings.STALLED_DAYS, Scope.district(), 120);
        int few = stalled();
        adopt(Settings.STALLED_DAYS, Scope.district(), 7);
        assertThat(stalled()).isGreaterThan(few);
        adopt(Settings.STALLED_DAYS, Scope.district(), 21);
        stalled();
    }

    private int stalled() {
        return as(leader(), () -> {
            signals.lookAtEverybody();
            List<StudentId> all =
                    roster.students().stream().map(Person::student).toList();
            return (int) signals.of(all).stream()
                    .filter(signal -> signal.kind() == SignalKind.STALLED)
                    .count();
        });
    }

    private List<SignalKind> noticed(StudentId student) {
        return as(leader(), () -> {
            signals.lookAtEverybody();
            return signals.of(List.of(student)).stream()
                    .filter(signal -> signal.subject().equals("Mathematics"))
                    .map(Signal::kind)
                    .toList();
        });
    }

    @Test
    @TakesEffect("support.review-days")
    void a_new_plan_of_support_is_looked_at_again_when_the_school_says() {
        String plan = "/support/new?subject=Mathematics&student=" + maya();
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        assertThat(page("constance.mbekihall", plan))
                .contains(today.plusDays(21).toString());
        adopt(Settings.REVIEW_DAYS, MATHEMATICS, 40);
        assertThat(page("constance.mbekihall", plan))
                .contains(today.plusDays(40).toString());
    }

    @Test
    @TakesEffect("assessment.smallest-group")
    void figures_of_fewer_students_than_the_school_says_are_withheld() {
        adopt(Settings.SMALLEST_GROUP, Scope.district(), 37);
        assertThat(as(leader(), whatIf::fewest)).isEqualTo(37);
        Span span =
                new Span(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(365), clock.instant());
        assertThat(as(leader(), () -> outcomes.of(leader(), span, Optional.empty()))
                        .limits()
                        .fewest())
                .isEqualTo(37);
    }

    private AttemptId begin(Viewer student, CompetencyId competency) {
        return ((Start.Begun) as(student, () -> tests.start(student, competency))).attempt();
    }

    private void stop(Viewer student, AttemptId attempt) {
        as(student, () -> {
            tests.stop(student, attempt);
            return attempt;
        });
    }
}
