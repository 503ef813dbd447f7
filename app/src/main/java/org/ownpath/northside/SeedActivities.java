package org.ownpath.northside;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Curriculum;
import org.ownpath.mastery.Mastery;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.ActivityKind;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.pathway.PlannedActivity;
import org.ownpath.roster.Person;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;

/** Northside's catalogue of activities, and what its students have done of it since the spring. */
final class SeedActivities {

    private static final Duration LONGEST_AGO = Duration.ofDays(240);
    private static final int MOST_OF_ONE = 16;
    private static final List<String> WORDS = List.of(
            "I understood it when I had to explain it.",
            "It was fun and I did not notice that it was work.",
            "Harder than I thought. I would do it again.",
            "I learned more from the mistake than from the rest.",
            "I liked that nobody was in a hurry.",
            "Now I know what I did not know.");

    /** What named students have on their plans: "Maya Okafor: Recipe race". */
    private static final Map<String, List<String>> OPEN = Map.of(
            "Maya Okafor", List.of("Recipe race", "The pond all year"),
            "Amara Diallo", List.of("Fraction strips workshop"),
            "Leo Martinez", List.of("Rocket afternoon"),
            "Elijah Brooks", List.of("Build a ramp for the skate club"),
            "Priya Raman", List.of("Writing partner"),
            "Hana Suzuki", List.of("Argument clinic"));

    private static final Map<String, Map<String, String>> DONE = Map.of(
            "Maya Okafor",
            Map.of(
                    "Science with Theo", "He let me say it wrong first, and then I heard it myself.",
                    "What is in the box?", "I won once with a wrong guess because my reason was good."),
            "Amara Diallo",
            Map.of("Fraction dominoes", "I can do it with the pictures. Without them not yet."));

    private final Activities activities;
    private final PlannedActivities planned;
    private final Mastery mastery;
    private final Curriculum curriculum;
    private final Instant now;
    private final Map<String, ActivityId> made = new HashMap<>();
    private final Map<String, List<CompetencyId>> goodFor = new HashMap<>();

    SeedActivities(
            Activities activities, PlannedActivities planned, Mastery mastery, Curriculum curriculum, Instant now) {
        this.activities = activities;
        this.planned = planned;
        this.mastery = mastery;
        this.curriculum = curriculum;
        this.now = now;
    }

    /** Makes them; gives how many activities there are. */
    int make(Viewer setUp, List<Person> everybody) {
        Map<String, Person> people = new HashMap<>();
        everybody.forEach(person -> people.put(person.fullName(), person));
        List<NamedCsvRecord> rows = Table.read("activities.csv");
        rows.forEach(row -> add(setUp, row, people));
        planned.takeIn(setUp, onPlans(everybody, people));
        return rows.size();
    }

    private void add(Viewer setUp, NamedCsvRecord row, Map<String, Person> people) {
        ActivityId id = ActivityId.next();
        Activity.Described described = described(row);
        if (row.getField("vetted_by").isEmpty()) {
            activities.add(setUp, id, described);
        } else {
            PersonId by = Objects.requireNonNull(people.get(row.getField("vetted_by")), row.getField("vetted_by"))
                    .id();
            String[] said = row.getField("vetted").split(": ", 2);
            Instant at = now.minus(Duration.ofDays(260));
            activities.takeIn(
                    setUp,
                    id,
                    described,
                    new Activity.Vetting(said[0].equals("yes"), said.length == 2 ? said[1] : "", by, at));
        }
        made.put(described.title(), id);
        goodFor.put(described.title(), described.competencies());
    }

    private Activity.Described described(NamedCsvRecord row) {
        return new Activity.Described(
                ActivityKind.ofCode(row.getField("kind")).orElseThrow(),
                row.getField("title"),
                row.getField("about"),
                row.getField("provider"),
                new Activity.Held(
                        row.getField("in_school").equals("yes"),
                        row.getField("place"),
                        row.getField("meets"),
                        day(row.getField("from_in_days")),
                        day(row.getField("to_in_days"))),
                Optional.of(row.getField("link")).filter(link -> !link.isEmpty()),
                Arrays.stream(row.getField("competencies").split(" "))
                        .map(code -> Objects.requireNonNull(curriculum.byName().get(code), code))
                        .toList(),
                List.of(row.getField("tags").split(" ")));
    }

    private Optional<LocalDate> day(String inDays) {
        return inDays.isEmpty()
                ? Optional.empty()
                : Optional.of(SchoolTime.day(now.plus(Duration.ofDays(Long.parseLong(inDays)))));
    }

    private List<PlannedActivity> onPlans(List<Person> everybody, Map<String, Person> people) {
        List<PlannedActivity> all = new ArrayList<>();
        OPEN.forEach((name, titles) -> titles.forEach(title -> all.add(chosen(
                Objects.requireNonNull(people.get(name)).student(), title, Duration.ofDays(12), Optional.empty()))));
        DONE.forEach((name, ends) -> ends.forEach((title, words) -> all.add(chosen(
                Objects.requireNonNull(people.get(name)).student(), title, Duration.ofDays(45), Optional.of(words)))));
        List<StudentId> students = everybody.stream()
                .filter(person -> person.roles().contains(Role.STUDENT) && !Stories.toldOf(person.fullName()))
                .map(Person::student)
                .toList();
        goodFor.keySet().stream().sorted().forEach(title -> all.addAll(doneBy(students, title)));
        return all;
    }

    /** Some of those who had it before them at some time since the spring, in no order that their results would tell. */
    private List<PlannedActivity> doneBy(List<StudentId> students, String title) {
        Random random = new Random(title.hashCode());
        List<CompetencyId> competencies = Objects.requireNonNull(goodFor.get(title));
        Set<StudentId> tried = new HashSet<>();
        Map<StudentId, Instant> mastered = new HashMap<>();
        mastery.of(students, competencies).forEach(standing -> {
            tried.add(standing.student());
            standing.masteredAt()
                    .ifPresent(at -> mastered.merge(standing.student(), at, (a, b) -> a.isAfter(b) ? a : b));
        });
        List<PlannedActivity> done = new ArrayList<>();
        int most = title.length() % 3 == 0 ? MOST_OF_ONE : 5;
        for (StudentId student : students) {
            Instant at = mastered.getOrDefault(student, now);
            Duration ago = Duration.between(at, now).plusDays(12 + random.nextInt(40));
            boolean open = tried.contains(student) && ago.compareTo(LONGEST_AGO) < 0;
            if (open && done.size() < most && random.nextInt(3) > 0) {
                Duration chosen = mastered.containsKey(student) ? ago : Duration.ofDays(70 + random.nextInt(120));
                done.add(chosen(student, title, chosen, Optional.of(WORDS.get(random.nextInt(WORDS.size())))));
            }
        }
        return done;
    }

    private PlannedActivity chosen(StudentId student, String title, Duration ago, Optional<String> words) {
        UUID id = TimeOrdered.next();
        Instant at = now.minus(ago);
        return new PlannedActivity(
                id,
                student,
                Objects.requireNonNull(made.get(title), title),
                Optional.empty(),
                student.person(),
                at,
                words.map(said -> new PlannedActivity.End(true, said, student.person(), at.plus(ago.dividedBy(3)))));
    }
}
