package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.Start;
import org.ownpath.assessment.items.Tests;
import org.ownpath.assessment.items.Turn;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.policy.Hours;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Settings;
import org.ownpath.policy.TestPrecision;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.BlockId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Block;
import org.ownpath.support.BlockRequest;
import org.ownpath.support.Blocks;
import org.springframework.beans.factory.annotation.Autowired;

/** Changing a setting changes what the product does: with whom, when, where and how long students learn and are tested. */
class SettingsOfLearningTest extends ChosenSchoolTest {

    private static final LocalDate MONDAY = LocalDate.of(2030, 3, 4);

    @Autowired
    Blocks blocks;

    @Autowired
    Roster roster;

    @Autowired
    Activities activities;

    @Autowired
    PlannedActivities planned;

    @Autowired
    Tests tests;

    @Autowired
    ItemBanks banks;

    @Autowired
    Frameworks frameworks;

    private List<Person> students() {
        return as(leader(), roster::students);
    }

    private BlockRequest request(List<StudentId> students, LocalTime from) {
        return new BlockRequest(
                new Block.Time("Mathematics block", MONDAY, from, from.plusMinutes(45)),
                "Mathematics",
                students,
                Stream.of("A", "B", "C")
                        .map(room -> new BlockRequest.Place(room, leader().person(), Optional.empty()))
                        .toList(),
                10,
                1,
                List.of(),
                List.of(),
                Map.of());
    }

    @Test
    void who_needs_a_language_is_in_a_group_that_is_held_in_it() {
        List<StudentId> all = students().stream().limit(24).map(Person::student).toList();
        Set<StudentId> need = Set.copyOf(all.subList(0, 6));
        BlockRequest plain = request(all, LocalTime.of(9, 0));
        Map<StudentId, String> languages =
                need.stream().collect(Collectors.toMap(student -> student, student -> "Spanish"));
        BlockRequest unheard = with(plain, plain.places(), languages);
        BlockId id = BlockId.next();
        assertThat(as(leader(), () -> blocks.propose(leader(), id, unheard)))
                .isEqualTo(new Blocks.Refused(List.of("6 of the students need a group in Spanish, and no room has one."
                        + " Write Spanish beside a room.")));
        List<BlockRequest.Place> places = new ArrayList<>(plain.places());
        places.add(new BlockRequest.Place("D", leader().person(), Optional.of("Spanish")));
        BlockRequest heard = with(plain, places, languages);
        assertThat(as(leader(), () -> blocks.propose(leader(), id, heard))).isEqualTo(new Blocks.Proposed(id));
        Block block = as(leader(), () -> blocks.find(leader(), id)).orElseThrow();
        assertThat(block.seated()).extracting(Block.Seat::student).containsExactlyInAnyOrderElementsOf(all);
        Block.Group spanish = block.groups().stream()
                .filter(group -> group.language().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(spanish.room()).isEqualTo("D");
        assertThat(block.of(spanish)).isNotEmpty().allMatch(seat -> need.contains(seat.student()));
        block.groups().stream()
                .filter(group -> group.language().isEmpty())
                .forEach(group -> assertThat(block.of(group)).noneMatch(seat -> need.contains(seat.student())));
    }

    private static BlockRequest with(
            BlockRequest plain, List<BlockRequest.Place> places, Map<StudentId, String> languages) {
        return new BlockRequest(
                plain.time(),
                plain.subject(),
                plain.students(),
                places,
                plain.seats(),
                plain.least(),
                plain.together(),
                plain.apart(),
                languages);
    }

    private Block block(List<StudentId> students, LocalTime from) {
        BlockId id = BlockId.next();
        assertThat(as(leader(), () -> blocks.propose(leader(), id, request(students, from))))
                .isEqualTo(new Blocks.Proposed(id));
        return as(leader(), () -> blocks.find(leader(), id)).orElseThrow();
    }

    @Test
    @TakesEffect("structure.ages-together")
    void students_of_any_age_work_together_or_only_those_who_are_near() {
        List<Person> some = students().stream()
                .filter(person -> person.birthDate().isPresent())
                .sorted(Comparator.comparing(Person::student))
                .limit(40)
                .toList();
        List<StudentId> ids = some.stream().map(Person::student).toList();
        assertThat(yearsApart(block(ids, LocalTime.of(10, 0)), some)).isGreaterThan(1);

        adopt(Settings.AGES_TOGETHER, MATHEMATICS, 1);

        Block near = block(ids, LocalTime.of(10, 0));
        assertThat(near.groups()).isNotEmpty();
        assertThat(yearsApart(near, some)).isLessThanOrEqualTo(1);
        Person eldest = some.stream()
                .min(Comparator.comparing(SettingsOfLearningTest::born))
                .orElseThrow();
        Block.Group far = near.groups().stream()
                .filter(group -> near.of(group).stream()
                        .anyMatch(seat -> born(of(some, seat.student()))
                                .isAfter(born(eldest).plusYears(1))))
                .findFirst()
                .orElseThrow();
        assertThat(as(leader(), () -> blocks.move(leader(), near, Map.of(eldest.student(), Optional.of(far.id())))))
                .hasValueSatisfying(why -> assertThat(why).contains("which ages work together"));
        assertThat(as(leader(), () -> blocks.move(leader(), near, Map.of(eldest.student(), Optional.empty()))))
                .isEmpty();
    }

    /** How many whole years lie between two in one group at most, rounded up. */
    private static long yearsApart(Block block, List<Person> students) {
        return block.groups().stream()
                .mapToLong(group -> {
                    List<LocalDate> days = block.of(group).stream()
                            .map(seat -> born(of(students, seat.student())))
                            .sorted()
                            .toList();
                    long years = 0;
                    while (!days.isEmpty() && days.get(0).plusYears(years).isBefore(days.get(days.size() - 1))) {
                        years++;
                    }
                    return years;
                })
                .max()
                .orElse(0);
    }

    private static LocalDate born(Person person) {
        return person.birthDate().orElseThrow();
    }

    private static Person of(List<Person> students, StudentId student) {
        return students.stream()
                .filter(person -> person.student().equals(student))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @TakesEffect("calendar.hours")
    void groups_meet_in_the_hours_of_the_school_and_of_its_extended_day() {
        LocalTime four = LocalTime.of(16, 0);
        adopt(Settings.HOURS, Scope.district(), List.of(hours("School day", 8, 15)));
        assertThat(as(leader(), () -> blocks.propose(leader(), BlockId.next(), request(List.of(maya()), four))))
                .isInstanceOfSatisfying(
                        Blocks.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .singleElement()
                                .asString()
                                .contains("School day: Monday to Friday, 08:00 to 15:00"));

        adopt(Settings.HOURS, Scope.district(), List.of(hours("School day", 8, 15), hours("Extended day", 15, 18)));

        Block extended = block(List.of(maya()), four);
        as(leader(), () -> {
            blocks.publish(leader(), extended);
            return extended;
        });
        assertThat(page("maya.okafor", "/path")).contains("16:00 to 16:45 (Extended day)");
        assertThat(page("constance.mbekihall", "/grouping/" + extended.id())).contains("Extended day</span>");
        as(leader(), () -> {
            blocks.dissolve(leader(), extended);
            return extended;
        });
    }

    @Test
    void nobody_is_in_two_published_groups_at_once() {
        Block first = block(List.of(maya()), LocalTime.of(13, 0));
        Block beside = block(List.of(maya()), LocalTime.of(13, 30));
        Block after = block(List.of(maya()), LocalTime.of(13, 45));
        assertThat(as(leader(), () -> blocks.publish(leader(), first))).isEmpty();
        assertThat(as(leader(), () -> blocks.publish(leader(), beside)))
                .get()
                .asString()
                .contains("1 of these students is in 'Mathematics block' at that time");
        assertThat(as(leader(), () -> blocks.clashes(beside)))
                .anyMatch(told -> told.startsWith("A is taken by") || told.contains("is with a group of"));
        assertThat(as(leader(), () -> blocks.publish(leader(), after))).isEmpty();
        as(leader(), () -> {
            blocks.dissolve(leader(), first);
            return first;
        });
        assertThat(as(leader(), () -> blocks.publish(leader(), beside))).isPresent();
        as(leader(), () -> {
            blocks.dissolve(leader(), after);
            return after;
        });
        assertThat(as(leader(), () -> blocks.publish(leader(), beside))).isEmpty();
    }

    private static Hours hours(String name, int from, int to) {
        return new Hours(name, DayOfWeek.MONDAY, DayOfWeek.FRIDAY, LocalTime.of(from, 0), LocalTime.of(to, 0));
    }

    @Test
    @TakesEffect("choice.own-activities")
    void students_put_activities_on_their_plan_themselves_or_others_do() {
        Viewer maya = viewer("maya.okafor@northside.example");
        Viewer nneka = viewer("nneka.okafor@northside.example");
        Activity some = as(maya, () -> activities.catalogue(maya)).get(0);
        assertThat(as(maya, () -> planned.mayChoose(maya, maya()))).isTrue();

        adopt(Settings.OWN_ACTIVITIES, new Scope.OneStudent(maya()), false);

        assertThat(as(maya, () -> planned.mayChoose(maya, maya()))).isFalse();
        assertThat(as(maya, () -> planned.choose(maya, UUID.randomUUID(), maya(), choice(some))))
                .hasValueSatisfying(why -> assertThat(why).contains("your family or a teacher"));
        assertThat(page("maya.okafor", "/activities/" + some.id()))
                .contains("Tell them that you want this one")
                .doesNotContain("Put it on my plan");
        assertThat(as(nneka, () -> planned.mayChoose(nneka, maya()))).isTrue();
    }

    private static PlannedActivities.Choice choice(Activity activity) {
        return new PlannedActivities.Choice(activity.id(), Optional.empty());
    }

    @Test
    @TakesEffect("opportunities.outside-activities")
    void activities_outside_school_are_offered_or_not() {
        Viewer maya = viewer("maya.okafor@northside.example");
        Activity out = as(maya, () -> activities.catalogue(maya)).stream()
                .filter(activity -> !activity.described().held().inSchool())
                .findFirst()
                .orElseThrow();

        adopt(Settings.OUTSIDE_ACTIVITIES, Scope.district(), false);

        assertThat(as(maya, () -> activities.catalogue(maya)))
                .isNotEmpty()
                .allMatch(activity -> activity.described().held().inSchool());
        assertThat(as(maya, () -> planned.choose(maya, UUID.randomUUID(), maya(), choice(out))))
                .isPresent();
        assertThat(page("gwen.abernathy", "/activities/" + out.id())).contains("only activities in school");
    }

    @Test
    @TakesEffect("assessment.test-length")
    void a_test_asks_no_more_questions_than_the_school_says_and_one_that_has_begun_goes_on_as_it_began() {
        adopt(Settings.DAYS_BETWEEN_TESTS, MATHEMATICS, 0);
        Viewer student = somebody(0);
        AttemptId begun = begin(student);
        int usual = turn(student, begun).orElseThrow().most();
        assertThat(usual).isGreaterThan(6);

        adopt(Settings.TEST_LENGTH, MATHEMATICS, 6);

        assertThat(turn(student, begun).orElseThrow().most()).isEqualTo(usual);
        stop(student, begun);
        assertThat(turn(student, begin(student)).orElseThrow().most()).isEqualTo(6);
    }

    @Test
    @TakesEffect("assessment.test-precision")
    void the_surer_a_test_must_be_the_more_questions_it_asks() {
        adopt(Settings.DAYS_BETWEEN_TESTS, MATHEMATICS, 0);
        adopt(Settings.TEST_PRECISION, MATHEMATICS, TestPrecision.THOROUGH);
        Viewer student = somebody(1);
        int thorough = allRight(student, begin(student));
        adopt(Settings.TEST_PRECISION, MATHEMATICS, TestPrecision.QUICK);
        assertThat(allRight(student, begin(student))).isLessThan(thorough);
    }

    /** A student of whom no story is told. */
    private Viewer somebody(int n) {
        Person person = students().stream()
                .sorted(Comparator.comparing(Person::student).reversed())
                .skip(n)
                .findFirst()
                .orElseThrow();
        return new Viewer(AccountId.next(), leader().district(), person.id(), person.fullName(), Set.of(Role.STUDENT));
    }

    private AttemptId begin(Viewer student) {
        CompetencyId percent = Objects.requireNonNull(
                as(student, () -> frameworks.curriculum().byName().get("MA.6.PERCENT")));
        return ((Start.Begun) as(student, () -> tests.start(student, percent))).attempt();
    }

    private Optional<Turn> turn(Viewer student, AttemptId attempt) {
        return as(student, () -> tests.turn(student, attempt));
    }

    private void stop(Viewer student, AttemptId attempt) {
        as(student, () -> {
            tests.stop(student, attempt);
            return attempt;
        });
    }

    /** Answers all questions right; how many there were. */
    private int allRight(Viewer student, AttemptId attempt) {
        Map<ItemId, Item> keys = new HashMap<>();
        as(leader(), () -> banks.banks(leader()))
                .forEach(bank -> as(leader(), () -> banks.items(leader(), bank.id()))
                        .forEach(item -> keys.put(item.id(), item)));
        int asked = 0;
        Optional<Turn> turn = turn(student, attempt);
        while (turn.isPresent()) {
            ItemId item = turn.get().asked().item();
            Tests.Given given = new Tests.Given(
                    item,
                    Objects.requireNonNull(keys.get(item)).content().question().rightAnswer());
            as(student, () -> tests.answer(student, attempt, given, false));
            asked++;
            turn = turn(student, attempt);
        }
        return asked;
    }
}
