package org.ownpath.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Told;
import org.ownpath.shared.PersonId;

/**
 * Lines of the audit trail that follow one another and say the same: one person did one thing on one day, once or many
 * times. The latest first.
 */
public record DeedsOfDay(List<Told> lines) {

    private static final int MOST_WORDS = 3;
    private static final Pattern DAY = Pattern.compile("\\b20\\d\\d-\\d\\d-\\d\\d\\b(?!T)");

    /** Keeps its own copy of the lines. */
    public DeedsOfDay {
        lines = List.copyOf(lines);
    }

    /** Puts together what follows one another and says the same; lines are the latest first. */
    static List<DeedsOfDay> of(List<Told> lines) {
        List<DeedsOfDay> together = new ArrayList<>();
        List<Told> open = new ArrayList<>();
        for (Told line : lines) {
            if (!open.isEmpty() && !same(open.get(0), line)) {
                together.add(new DeedsOfDay(open));
                open.clear();
            }
            open.add(line);
        }
        if (!open.isEmpty()) {
            together.add(new DeedsOfDay(open));
        }
        return together;
    }

    private static boolean same(Told one, Told other) {
        return one.by().equals(other.by())
                && one.as().equals(other.as())
                && one.did().equals(other.did())
                && day(one).equals(day(other));
    }

    private static LocalDate day(Told line) {
        return SchoolTime.day(line.at());
    }

    /** The latest of them, which says who did what. */
    public Told latest() {
        return lines.get(0);
    }

    /** When the first of them was done. */
    public Instant since() {
        return lines.get(lines.size() - 1).at();
    }

    /** How many they are. */
    public int times() {
        return lines.size();
    }

    /** What else there is to say: all of it where that is little, with its days as people say them. */
    public String more() {
        List<String> words = lines.stream()
                .map(Told::more)
                .filter(text -> !text.isEmpty())
                .distinct()
                .map(text -> DAY.matcher(text).replaceAll(day -> said(day.group())))
                .toList();
        return words.size() <= MOST_WORDS ? String.join(" · ", words) : "";
    }

    private static String said(String day) {
        try {
            return Dates.words(LocalDate.parse(day));
        } catch (DateTimeParseException typedByAPerson) {
            return day;
        }
    }

    /** Everybody whom they are about. */
    public List<PersonId> about() {
        return lines.stream().flatMap(line -> line.about().stream()).distinct().toList();
    }

    /** The number of the earliest of them. */
    long lowest() {
        return lines.get(lines.size() - 1).number();
    }
}
