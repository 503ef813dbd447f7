package org.ownpath.policy;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ownpath.shared.GradeLevel;

/**
 * A course: a view of the competencies of a subject between two days. Its credit comes with the last of them, whenever
 * that is, and not with the days.
 *
 * @param from the lowest level of the subject that belongs to it, 0 for kindergarten
 * @param to the highest
 */
public record Course(String title, Term when, String subject, int from, int to, double credits) {

    private static final Pattern LINE = Pattern.compile("(?<when>.+), (?<subject>[^,]+), grade (?<from>K|\\d{1,2})"
            + "(?: to (?<to>\\d{1,2}))?, (?<credits>\\d{1,2}(?:\\.\\d{1,2})?) credits?");

    /** Reads "Grade 7 Mathematics: 2026-09-01 to 2027-06-30, Mathematics, grade 7, 1 credit". */
    static Optional<Course> read(String line) {
        Matcher parts = LINE.matcher(line.strip());
        return parts.matches() ? Term.read(parts.group("when")).flatMap(when -> read(when, parts)) : Optional.empty();
    }

    private static Optional<Course> read(Term when, Matcher parts) {
        String last = Optional.ofNullable(parts.group("to")).orElse(parts.group("from"));
        OptionalInt from = GradeLevel.read(parts.group("from"));
        OptionalInt to = GradeLevel.read(last);
        return from.isEmpty() || to.isEmpty() || from.getAsInt() > to.getAsInt()
                ? Optional.empty()
                : Optional.of(new Course(
                        when.name(),
                        when,
                        parts.group("subject"),
                        from.getAsInt(),
                        to.getAsInt(),
                        Double.parseDouble(parts.group("credits"))));
    }

    /** Whether a competency of this subject and level belongs to it. */
    public boolean has(String of, OptionalInt level) {
        return of.equals(subject) && level.isPresent() && level.getAsInt() >= from && level.getAsInt() <= to;
    }

    /** As a person reads it. */
    public String words() {
        return when.words() + ": " + levels() + ", " + creditWords();
    }

    /** The same without its title. */
    public String contents() {
        return levels() + ", " + creditWords() + ", " + when.days();
    }

    /** "1 credit". */
    public String creditWords() {
        String number = credits == Math.rint(credits) ? String.valueOf((long) credits) : String.valueOf(credits);
        return number + (credits == 1 ? " credit" : " credits");
    }

    private String levels() {
        return subject + ", grade " + GradeLevel.symbol(from) + (to > from ? " to " + GradeLevel.symbol(to) : "");
    }

    @Override
    public String toString() {
        return when + ", " + levels() + ", " + creditWords();
    }
}
