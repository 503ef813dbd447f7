package org.ownpath.portal;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.ownpath.assessment.items.Tests;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;

/** What pages call the people who saw something; whoever is on the roster no more is still called something. */
public record Names(Map<PersonId, Person> people) {

    /** The names of these people. */
    public static Names of(Roster roster, Collection<PersonId> people) {
        return new Names(roster.people(people));
    }

    /** The person's full name. */
    public String of(PersonId person) {
        return Optional.ofNullable(people.get(person))
                .map(Person::fullName)
                .orElseGet(() -> person.equals(Tests.OBSERVER) ? "the test itself" : "a former colleague");
    }
}
