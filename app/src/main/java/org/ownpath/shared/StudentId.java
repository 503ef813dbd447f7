package org.ownpath.shared;

import java.io.Serializable;
import java.util.UUID;

/** Names a student without telling who it is: the ledger knows only this; the name lives in the roster. */
public record StudentId(UUID value) implements Serializable, Comparable<StudentId> {

    /** The student that a person on the roster is. */
    public static StudentId of(PersonId person) {
        return new StudentId(person.value());
    }

    /** Reads the text form of an id. Throws {@link IllegalArgumentException} when it is none. */
    public static StudentId of(String text) {
        return new StudentId(UUID.fromString(text));
    }

    /** The person on the roster. */
    public PersonId person() {
        return new PersonId(value);
    }

    @Override
    public int compareTo(StudentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
