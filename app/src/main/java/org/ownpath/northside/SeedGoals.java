package org.ownpath.northside;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.pathway.Aim;
import org.ownpath.pathway.Goal;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.Side;
import org.ownpath.roster.Person;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PersonId;

/** The goals of Northside's named students, each part of a story: proposed, talked about, reached or given up. */
final class SeedGoals {

    /** "Gwen Abernathy reviewed 12: Two more since October." */
    private static final Pattern EVENT = Pattern.compile("(.+?)(?: (agreed|reviewed|dropped))? (\\d+)(?:: (.*))?");

    private final Goals goals;
    private final Mastery mastery;
    private final Curriculum curriculum;
    private final Map<String, Person> people = new HashMap<>();
    private final Instant now;

    SeedGoals(Goals goals, Mastery mastery, Curriculum curriculum, List<Person> everybody, Instant now) {
        this.goals = goals;
        this.mastery = mastery;
        this.curriculum = curriculum;
        everybody.forEach(person -> people.put(person.fullName(), person));
        this.now = now;
    }

    /** Makes them; gives how many. */
    int make(Viewer setUp) {
        List<NamedCsvRecord> rows = Table.read("goals.csv");
        rows.forEach(row -> make(setUp, row));
        return rows.size();
    }

    private void make(Viewer setUp, NamedCsvRecord row) {
        Person student = person(row.getField("student"), row);
        Optional<Aim> aim = aim(row.getField("aim"), student);
        if (aim.isEmpty()) {
            return;
        }
        PersonId proposer = person(row.getField("proposed_by"), row).id();
        Side side = proposer.equals(student.id()) ? Side.STUDENT : Side.SCHOOL;
        Goal.Wish wish = new Goal.Wish(
                aim.get(), row.getField("reason"), day(-number(row, "by_days")), day(-number(row, "review_days")));
        List<Goal.Step> steps = new ArrayList<>();
        List<Goal.Words> words = new ArrayList<>();
        Arrays.stream(row.getField("story").split("\\|"))
                .filter(event -> !event.isBlank())
                .map(EVENT::matcher)
                .filter(Matcher::matches)
                .forEach(event -> tell(event, row, steps, words));
        goals.takeIn(
                setUp,
                new Goal(
                        GoalId.next(),
                        student.student(),
                        wish,
                        List.of(),
                        new Goal.Proposal(proposer, side, ago(number(row, "days_ago"))),
                        steps),
                new Goals.Past(words, List.of()));
    }

    private void tell(Matcher event, NamedCsvRecord row, List<Goal.Step> steps, List<Goal.Words> words) {
        PersonId by = person(event.group(1), row).id();
        long days = Long.parseLong(event.group(3));
        String said = Objects.requireNonNullElse(event.group(4), "");
        if (event.group(2) == null) {
            words.add(new Goal.Words(by, said, ago(days)));
        } else {
            Goal.Kind kind = Goal.Kind.valueOf(event.group(2).toUpperCase(java.util.Locale.ROOT));
            Optional<LocalDate> again =
                    kind == Goal.Kind.REVIEWED ? Optional.of(day(-number(row, "review_days"))) : Optional.empty();
            steps.add(new Goal.Step(kind, said, again, by, ago(days)));
        }
    }

    private Optional<Aim> aim(String text, Person student) {
        String[] parts = text.split(" ", 2);
        return switch (parts[0]) {
            case "competency" -> Optional.of(new Aim.OneCompetency(id(parts[1])));
            case "level" -> {
                int last = parts[1].lastIndexOf(' ');
                yield Optional.of(new Aim.WholeLevel(
                        parts[1].substring(0, last), Integer.parseInt(parts[1].substring(last + 1))));
            }
            case "project" -> {
                String[] named = parts[1].split(": ");
                yield Optional.of(new Aim.Project(
                        named[0],
                        Arrays.stream(named[1].split(" ")).map(this::id).toList()));
            }
            default -> latest(parts[1], student).map(Aim.OneCompetency::new);
        };
    }

    /** What the student has mastered last in a subject. */
    private Optional<CompetencyId> latest(String subject, Person student) {
        List<CompetencyId> ofSubject =
                curriculum.ofSubject(subject).stream().map(Competency::id).toList();
        return mastery.of(student.student()).values().stream()
                .filter(standing -> standing.state().standing())
                .filter(standing -> standing.masteredAt().isPresent() && ofSubject.contains(standing.competency()))
                .max(Comparator.comparing(standing -> standing.masteredAt().orElseThrow()))
                .map(Standing::competency);
    }

    private CompetencyId id(String code) {
        return Objects.requireNonNull(curriculum.byName().get(code), code);
    }

    /** A person by name, or the student of the row. */
    private Person person(String name, NamedCsvRecord row) {
        String full = name.equals("student") ? row.getField("student") : name;
        return Objects.requireNonNull(people.get(full), full);
    }

    private static long number(NamedCsvRecord row, String field) {
        return Long.parseLong(row.getField(field));
    }

    private Instant ago(long days) {
        return now.minusSeconds(days * 86_400);
    }

    private LocalDate day(long daysAgo) {
        return SchoolTime.day(ago(daysAgo));
    }
}
