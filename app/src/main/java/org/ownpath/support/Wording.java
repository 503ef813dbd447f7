package org.ownpath.support;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.ownpath.access.SchoolTime;
import org.ownpath.framework.Competency;
import org.ownpath.shared.Counted;

/** Words that several reasons share. */
final class Wording {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private Wording() {}

    static String day(Instant moment) {
        return DAY.format(SchoolTime.day(moment));
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "1 competency", "3 competencies". */
    static String competencies(int count) {
        return Counted.of(count, "competency", "competencies");
    }

    /** The first two of them by title: "'Halves', 'Thirds' and 2 more". */
    static String some(List<Competency> all) {
        String first = all.stream().limit(2).map(c -> "'" + c.title() + "'").collect(Collectors.joining(", "));
        return all.size() > 2 ? first + " and " + (all.size() - 2) + " more" : first.replace(", ", " and ");
    }
}
