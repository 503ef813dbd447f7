package org.ownpath.policy;

import java.util.Optional;
import java.util.UUID;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.SchoolId;
import org.ownpath.shared.StudentId;

/** The part of a district that something is adopted for. */
public sealed interface Scope {

    /** The whole district. */
    static Scope district() {
        return new District();
    }

    /** The sorts of parts, broadest first. */
    enum Kind {
        DISTRICT("the whole district"),
        SCHOOL("a school"),
        SUBJECT("a subject"),
        LEVEL("a level of a subject"),
        COMPETENCY("a competency"),
        STUDENT("a student");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As a person reads it. */
        public String words() {
            return words;
        }

        private String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /** What sort of part it is. */
    Kind kind();

    /** Which one of that sort, as text; empty for the district. */
    String which();

    /** As the database and forms name it: "subject:Mathematics". */
    default String code() {
        return kind() == Kind.DISTRICT ? kind().code() : kind().code() + ":" + which();
    }

    /** The scope that a code names. */
    static Optional<Scope> of(String code) {
        if (code.equals(Kind.DISTRICT.code())) {
            return Optional.of(district());
        }
        String[] parts = code.split(":", 2);
        if (parts.length < 2 || parts[1].isBlank()) {
            return Optional.empty();
        }
        String which = parts[1];
        return switch (parts[0]) {
            case "school" -> id(which).map(id -> new School(new SchoolId(id)));
            case "subject" -> Optional.of(new Subject(which));
            case "level" -> Level.of(which);
            case "competency" -> id(which).map(id -> new OneCompetency(new CompetencyId(id)));
            case "student" -> id(which).map(id -> new OneStudent(new StudentId(id)));
            default -> Optional.empty();
        };
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** The whole district. */
    record District() implements Scope {

        @Override
        public Kind kind() {
            return Kind.DISTRICT;
        }

        @Override
        public String which() {
            return "";
        }
    }

    /** One school. */
    record School(SchoolId school) implements Scope {

        @Override
        public Kind kind() {
            return Kind.SCHOOL;
        }

        @Override
        public String which() {
            return school.toString();
        }
    }

    /** One subject. */
    record Subject(String subject) implements Scope {

        @Override
        public Kind kind() {
            return Kind.SUBJECT;
        }

        @Override
        public String which() {
            return subject;
        }
    }

    /** One level of a subject. */
    record Level(String subject, int level) implements Scope {

        private static Optional<Scope> of(String which) {
            int colon = which.lastIndexOf(':');
            return colon > 0 && which.substring(colon + 1).matches("\\d{1,3}")
                    ? Optional.of(new Level(which.substring(0, colon), Integer.parseInt(which.substring(colon + 1))))
                    : Optional.empty();
        }

        @Override
        public Kind kind() {
            return Kind.LEVEL;
        }

        @Override
        public String which() {
            return subject + ":" + level;
        }
    }

    /** One competency. */
    record OneCompetency(CompetencyId competency) implements Scope {

        @Override
        public Kind kind() {
            return Kind.COMPETENCY;
        }

        @Override
        public String which() {
            return competency.toString();
        }
    }

    /** One student. */
    record OneStudent(StudentId student) implements Scope {

        @Override
        public Kind kind() {
            return Kind.STUDENT;
        }

        @Override
        public String which() {
            return student.toString();
        }
    }
}
