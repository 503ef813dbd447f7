package org.ownpath.northside;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.ownpath.access.Role;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Observation;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.roster.Person;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.TimeOrdered;

/**
 * Two years of plausible evidence: each student works up the ladder of each subject at a pace of their own. The same
 * people and day always give the same evidence.
 */
final class EvidenceGenerator {

    private static final Duration HISTORY = Duration.ofDays(700);
    private static final List<Form> FORMS = List.of(
            Form.TEST,
            Form.PERFORMANCE_TASK,
            Form.PROJECT,
            Form.OBSERVATION,
            Form.PORTFOLIO,
            Form.TEST,
            Form.PERFORMANCE_TASK);
    private static final List<Context> ELSEWHERE =
            List.of(Context.HOME, Context.ONLINE, Context.GAME, Context.TUTORING, Context.COMMUNITY);

    private final Curriculum curriculum;
    private final List<Person> students;
    private final List<Person> teachers;
    private final Instant now;
    private final Map<Form, List<Note>> notes = new HashMap<>();
    private final List<BulkLedger.Row> rows = new ArrayList<>();

    EvidenceGenerator(Curriculum curriculum, List<Person> people, Instant now) {
        this.curriculum = curriculum;
        this.students =
                people.stream().filter(p -> p.roles().contains(Role.STUDENT)).toList();
        this.teachers =
                people.stream().filter(p -> p.roles().contains(Role.TEACHER)).toList();
        this.now = now.truncatedTo(java.time.temporal.ChronoUnit.MINUTES);
        Table.read("people/notes.csv")
                .forEach(row -> Form.ofCode(row.getField("form"))
                        .ifPresent(form -> notes.computeIfAbsent(form, first -> new ArrayList<>())
                                .add(new Note(row.getField("tone"), row.getField("text")))));
    }

    private record Note(String tone, String text) {}

    /** Where a student works in a subject, how much of that level is mastered, and how much of the next is begun. */
    private record Place(int level, double share, int ahead) {}

    /** Everything that the school knows about its students. */
    List<BulkLedger.Row> rows() {
        for (Person student : students) {
            Random random = new Random(student.fullName().hashCode());
            double gift = random.nextGaussian() * 0.6;
            for (String subject : curriculum.subjects()) {
                Place place = Stories.place(student.fullName(), subject)
                        .map(story -> new Place(story.level(), story.share(), story.ahead()))
                        .orElseGet(() -> place(student, gift, random));
                climb(student, subject, place, random);
            }
        }
        return rows;
    }

    private static Place place(Person student, double gift, Random random) {
        int grade = GradeLevel.read(student.gradeLabel().orElse("K")).orElse(0);
        double level = grade + gift + random.nextGaussian() * 1.0;
        int clipped = Math.max(0, Math.min(12, (int) Math.round(level)));
        return new Place(clipped, 0.1 + random.nextDouble() * 0.7, random.nextInt(3));
    }

    private void climb(Person student, String subject, Place place, Random random) {
        List<Competency> all = curriculum.ofSubject(subject);
        List<Competency> mastered = new ArrayList<>();
        List<Competency> begun = new ArrayList<>();
        int here = 0;
        int ahead = 0;
        long inLevel =
                all.stream().filter(c -> c.level().orElse(0) == place.level()).count();
        for (Competency competency : all) {
            int level = competency.level().orElse(0);
            if (level < place.level()) {
                mastered.add(competency);
            } else if (level == place.level()) {
                here++;
                if (here <= Math.min(inLevel - 1, Math.round(place.share() * inLevel))) {
                    mastered.add(competency);
                } else if (random.nextDouble() < 0.5) {
                    begun.add(competency);
                }
            } else if (level <= place.level() + 2 && ahead < place.ahead()) {
                ahead++;
                (ahead % 2 == 1 ? mastered : begun).add(competency);
            }
        }
        show(student, mastered, place, random);
        begun.forEach(competency -> begin(student, competency, random));
        begun.stream()
                .filter(competency ->
                        Stories.judgement(student.fullName(), competency).isPresent())
                .findFirst()
                .ifPresent(competency -> add(
                        student,
                        competency,
                        Form.PROFESSIONAL_JUDGEMENT,
                        Depth.APPLY,
                        Context.CLASS,
                        3,
                        now.minus(Duration.ofDays(3)),
                        random));
    }

    private void show(Person student, List<Competency> mastered, Place place, Random random) {
        int early = (int) mastered.stream()
                .filter(c -> c.level().orElse(0) < place.level() - 2)
                .count();
        int recent = mastered.size() - early;
        for (int i = 0; i < mastered.size(); i++) {
            Competency competency = mastered.get(i);
            if (i < early) {
                Instant placed = now.minus(HISTORY).minus(Duration.ofDays(random.nextInt(60)));
                add(student, competency, Form.PRIOR_LEARNING, Depth.APPLY, Context.CLASS, 3, placed, random);
                add(student, competency, Form.PRIOR_LEARNING, Depth.RECALL, Context.CLASS, 4, placed, random);
                continue;
            }
            double reached = (i - early + 1.0) / (recent + 1);
            Instant end = now.minus(HISTORY).plusSeconds((long) (HISTORY.toSeconds() * reached));
            work(student, competency, end, random);
        }
    }

    /** Some tries that get better, ending with two good showings. */
    private void work(Person student, Competency competency, Instant end, Random random) {
        int tries = random.nextInt(3);
        for (int t = tries; t > 0; t--) {
            add(student, competency, random, 1 + random.nextInt(2), end.minus(Duration.ofDays(9L + 8L * t)));
        }
        add(student, competency, random, 3, end.minus(Duration.ofDays(2 + random.nextInt(6))));
        add(student, competency, random, random.nextInt(3) == 0 ? 4 : 3, end);
    }

    private void begin(Person student, Competency competency, Random random) {
        int tries = Stories.stuckIn(student.fullName(), competency) ? 5 : 1 + random.nextInt(2);
        for (int t = tries; t > 0; t--) {
            add(
                    student,
                    competency,
                    random,
                    1 + random.nextInt(2),
                    now.minus(Duration.ofDays(7L * t + random.nextInt(5))));
        }
    }

    private void add(Person student, Competency competency, Random random, double rating, Instant shown) {
        Form form = FORMS.get(random.nextInt(FORMS.size()));
        Context context = random.nextInt(4) == 0 ? ELSEWHERE.get(random.nextInt(ELSEWHERE.size())) : Context.CLASS;
        Depth depth = form == Form.TEST
                ? Depth.RECALL
                : form == Form.PROJECT || form == Form.PORTFOLIO ? Depth.CREATE : Depth.APPLY;
        add(student, competency, form, depth, context, rating, shown, random);
    }

    private void add(
            Person student,
            Competency competency,
            Form form,
            Depth depth,
            Context context,
            double rating,
            Instant about,
            Random random) {
        Instant shown = schoolHour(about, random);
        if (Stories.away(student.fullName(), shown, now)) {
            shown = schoolHour(shown.minus(Duration.ofDays(140)), random);
        }
        Person observer =
                teachers.get(Math.floorMod((competency.subject() + student.familyName()).hashCode(), teachers.size()));
        boolean missed = rating < 2 && random.nextInt(8) == 0;
        Observation observation = new Observation(
                new PieceId(TimeOrdered.named(new UUID(7, 7), student.id() + "/" + rows.size())),
                new Observation.Nature(
                        Stories.elsewhere(student.fullName(), shown, now) ? Form.PRIOR_LEARNING : form,
                        depth,
                        context,
                        form == Form.OBSERVATION ? Purpose.FORMATIVE : Purpose.SUMMATIVE),
                observer.id(),
                shown,
                Optional.of(competency.title()),
                form == Form.PROFESSIONAL_JUDGEMENT
                        ? Stories.judgement(student.fullName(), competency)
                        : note(form, rating, random),
                List.of(),
                List.of(new Observation.Rating(
                        student.student(), competency.id(), missed ? Result.missed() : Result.rated(rating))));
        rows.add(new BulkLedger.Row(observation, shown.plusSeconds(3600)));
    }

    private Optional<String> note(Form form, double rating, Random random) {
        String tone = rating >= 4 ? "strong" : rating >= 3 ? "solid" : rating >= 2 ? "partial" : "weak";
        List<Note> fitting = notes.getOrDefault(form, List.of()).stream()
                .filter(note -> note.tone().equals(tone))
                .toList();
        return fitting.isEmpty() || random.nextInt(4) > 0
                ? Optional.empty()
                : Optional.of(fitting.get(random.nextInt(fitting.size())).text());
    }

    /** A moment of a school day on or before that day, never in the future. */
    private Instant schoolHour(Instant about, Random random) {
        var day = about.atZone(ZoneOffset.UTC).toLocalDate();
        while (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            day = day.minusDays(1);
        }
        Instant hour = day.atTime(8 + random.nextInt(7), 5 * random.nextInt(12)).toInstant(ZoneOffset.UTC);
        return hour.isAfter(now.minusSeconds(7200)) ? hour.minus(Duration.ofDays(1)) : hour;
    }
}
