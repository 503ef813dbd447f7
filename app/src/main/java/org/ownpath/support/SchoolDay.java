package org.ownpath.support;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.ownpath.shared.StudentId;

/** Whether a student was at school on one day. */
public record SchoolDay(StudentId student, LocalDate day, Presence presence) {

    /** How a day went. */
    public enum Presence {
        PRESENT,
        LATE,
        EXCUSED,
        ABSENT;

        /** As files and the database write it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether the day was missed, for whatever reason. */
        public boolean missed() {
            return this == EXCUSED || this == ABSENT;
        }

        /** The presence that a word names, whatever its case. */
        public static Optional<Presence> ofCode(String code) {
            return Arrays.stream(values())
                    .filter(presence -> presence.name().equalsIgnoreCase(code))
                    .findFirst();
        }
    }
}
