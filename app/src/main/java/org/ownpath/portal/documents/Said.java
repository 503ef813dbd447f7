package org.ownpath.portal.documents;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.SchoolTime;
import org.ownpath.credential.Creation;
import org.ownpath.credential.StudentRecord;
import org.ownpath.credential.SubjectRecord;
import org.ownpath.engine.State;
import org.ownpath.evidence.Entry;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Scale;
import org.ownpath.policy.LetterGrade;
import org.ownpath.portal.Dates;
import org.ownpath.portal.student.Ladders;
import org.ownpath.shared.GradeLevel;

/** How documents say things, and which of many things they say where there is room for a few. */
public final class Said {

    private static final int MOST_OF_ONE_SUBJECT = 2;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    private Said() {}

    /** "June 2026". */
    public static String month(Instant moment) {
        return MONTH.format(SchoolTime.day(moment));
    }

    /** "June 2026", or nothing. */
    public static String month(Optional<Instant> moment) {
        return moment.map(Said::month).orElse("");
    }

    /** "24 November 2026". */
    public static String day(Instant moment) {
        return Dates.words(moment);
    }

    /** "24 November 2026", or nothing. */
    public static String day(Optional<Instant> moment) {
        return moment.map(Dates::words).orElse("");
    }

    /** "3.68". */
    public static String points(double points) {
        return String.format(Locale.ROOT, "%.2f", points);
    }

    /** "3.68", or a dash. */
    public static String points(OptionalDouble points) {
        return points.isPresent() ? points(points.getAsDouble()) : "-";
    }

    /** "1.0". */
    public static String credits(double credits) {
        return String.format(Locale.ROOT, "%.1f", credits);
    }

    /** "rated 4 of 4". */
    public static String rating(Entry entry, Scale scale) {
        return entry.result().words() + " of "
                + scale.levels().get(scale.levels().size() - 1).symbol();
    }

    /** "1 Beginning, 2 Developing, 3 Proficient, 4 Advanced". */
    public static String levels(Scale scale) {
        return scale.levels().stream()
                .map(level -> level.symbol() + " " + level.name())
                .collect(Collectors.joining(", "));
    }

    /** "A from 3.5 (4.00 points), B from 3 (3.00 points)". */
    public static String conversion(List<LetterGrade> letters) {
        return letters.stream()
                .map(each -> each.letter() + " from " + each.from()
                        + (each.points().isPresent() ? " (" + points(each.points()) + " points)" : ""))
                .collect(Collectors.joining(", "));
    }

    /** "6th and 7th grade". */
    public static String levels(SubjectRecord subject) {
        List<Integer> levels =
                subject.atWork().stream().map(SubjectRecord.Level::level).toList();
        return levels.isEmpty()
                ? subject.completeThrough()
                        .map(level -> "the level after " + GradeLevel.words(level.level()))
                        .orElse("the beginning")
                : Ladders.words(levels);
    }

    /** "Mathematics, 7th grade". */
    public static String place(Competency competency) {
        return competency.subject()
                + (competency.level().isPresent()
                        ? ", " + GradeLevel.words(competency.level().getAsInt())
                        : "");
    }

    /** What the work was called, or else what it showed. */
    public static String task(Creation creation) {
        return creation.entry().task().orElse(creation.competency().title());
    }

    /** "mastered", "just begun", or how else it stands. */
    public static String state(SubjectRecord.Line line) {
        return line.state() == State.TOO_LITTLE_EVIDENCE
                ? "just begun"
                : line.state().words();
    }

    /** The highest few. */
    public static List<SubjectRecord.Level> highest(List<SubjectRecord.Level> levels, int limit) {
        return levels.subList(Math.max(0, levels.size() - limit), levels.size());
    }

    /** The best few, of every subject some. */
    public static List<Creation> spread(List<Creation> creations, int limit) {
        Map<String, Integer> taken = new LinkedHashMap<>();
        List<Creation> chosen = new ArrayList<>();
        for (Creation each : creations) {
            if (taken.merge(each.competency().subject(), 1, Integer::sum) <= MOST_OF_ONE_SUBJECT) {
                chosen.add(each);
            }
        }
        return chosen.subList(0, Math.min(limit, chosen.size()));
    }

    /** The highest habit mastered in each strand. */
    public static Collection<SubjectRecord.Line> habits(List<SubjectRecord> dispositions) {
        Map<String, SubjectRecord.Line> highest = new LinkedHashMap<>();
        dispositions.stream()
                .flatMap(subject -> subject.lines().stream())
                .filter(SubjectRecord.Line::mastered)
                .forEach(line -> highest.put(
                        line.competency().strand().orElse(line.competency().subject()), line));
        return highest.values();
    }

    /** Begun and not mastered, highest level first. */
    public static List<SubjectRecord.Line> begun(SubjectRecord subject) {
        return subject.lines().stream()
                .filter(SubjectRecord.Line::begun)
                .sorted(Comparator.comparing((SubjectRecord.Line line) ->
                                line.competency().level().orElse(0))
                        .reversed())
                .toList();
    }

    /** What a report by competency lists: what is newly mastered and what is begun. */
    public static List<SubjectRecord.Line> reported(SubjectRecord subject, Instant since) {
        return Stream.concat(subject.masteredSince(since).stream(), begun(subject).stream())
                .toList();
    }

    /** Academic subjects and then dispositions. */
    public static List<SubjectRecord> both(StudentRecord record) {
        return Stream.concat(record.academic().stream(), record.dispositions().stream())
                .toList();
    }

    /** The levels with something mastered, highest first. */
    public static List<SubjectRecord.Level> mastered(SubjectRecord subject) {
        return subject.levels().stream()
                .filter(level -> level.mastered() > 0)
                .sorted(Comparator.comparing(SubjectRecord.Level::level).reversed())
                .toList();
    }
}
