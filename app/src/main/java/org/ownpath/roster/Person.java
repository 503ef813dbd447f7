package org.ownpath.roster;

import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;

/**
 * A person on the roster.
 *
 * @param birthDate for the picture of an age group; never enters a mastery decision
 * @param gradeLabel what the office calls the student's grade; never enters a mastery decision
 */
public record Person(
        PersonId id,
        String givenName,
        String familyName,
        Optional<String> email,
        Optional<LocalDate> birthDate,
        Optional<String> gradeLabel,
        Set<Role> roles) {

    /** As a list of people is sorted. */
    public static final Comparator<Person> BY_NAME =
            Comparator.comparing(Person::familyName).thenComparing(Person::givenName);

    /** "Maya Okafor". */
    public String fullName() {
        return givenName + " " + familyName;
    }

    /** "MO". */
    public String initials() {
        return (firstLetter(givenName) + firstLetter(familyName)).toUpperCase(java.util.Locale.ROOT);
    }

    /** The person as a student. */
    public StudentId student() {
        return StudentId.of(id);
    }

    /** Age in whole years, where a birth date is known. */
    public OptionalInt ageOn(LocalDate day) {
        return birthDate.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(Period.between(birthDate.get(), day).getYears());
    }

    private static String firstLetter(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1));
    }
}
