package org.ownpath.exchange.xapi;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.roster.Roster;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/**
 * Which student an agent is: the address of e-mail or the name of the account is the key under which the roster's source
 * knows them. Remembered for a minute, so that a game that sends much asks seldom.
 */
@Component
class Learners {

    private static final int MOST_REMEMBERED = 100_000;
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Roster roster;
    private final Cache<Name, Optional<StudentId>> known = Caffeine.newBuilder()
            .maximumSize(MOST_REMEMBERED)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    Learners(Roster roster) {
        this.roster = roster;
    }

    private record Name(DistrictId district, String text) {}

    /** The students who act, by the statements' ids. */
    Map<UUID, StudentId> of(List<NewStatement> statements) {
        Map<UUID, String> names = new HashMap<>();
        statements.forEach(statement -> statement
                .named()
                .learner()
                .flatMap(Identifier::rosterName)
                .ifPresent(name -> names.put(statement.id(), name)));
        Map<String, StudentId> students = named(new HashSet<>(names.values()));
        names.values().retainAll(students.keySet());
        Map<UUID, StudentId> found = new HashMap<>();
        names.forEach((id, name) -> Optional.ofNullable(students.get(name)).ifPresent(s -> found.put(id, s)));
        return found;
    }

    /** The student who is an agent. */
    Optional<StudentId> of(Identifier agent) {
        return agent.rosterName()
                .flatMap(name -> Optional.ofNullable(named(Set.of(name)).get(name)));
    }

    private Map<String, StudentId> named(Set<String> names) {
        DistrictId district = DistrictScope.require();
        Map<String, StudentId> students = new HashMap<>();
        Set<String> unknown = new HashSet<>();
        for (String name : names) {
            Optional<StudentId> remembered = known.getIfPresent(new Name(district, name));
            if (remembered == null) {
                unknown.add(name);
            } else {
                remembered.ifPresent(student -> students.put(name, student));
            }
        }
        if (!unknown.isEmpty()) {
            Map<String, StudentId> found = new HashMap<>(roster.studentsBySourceId(unknown));
            found.putAll(byOwnId(unknown));
            unknown.forEach(name -> known.put(new Name(district, name), Optional.ofNullable(found.get(name))));
            students.putAll(found);
        }
        return students;
    }

    /** Those that are ids of students here, by which the product itself names them. */
    private Map<String, StudentId> byOwnId(Set<String> names) {
        Map<String, StudentId> students = new HashMap<>();
        Set<PersonId> ids = names.stream()
                .filter(name -> UUID_TEXT.matcher(name).matches())
                .map(PersonId::of)
                .collect(Collectors.toSet());
        if (!ids.isEmpty()) {
            roster.people(ids).values().stream()
                    .filter(person -> person.roles().contains(Role.STUDENT))
                    .forEach(person -> students.put(person.id().toString(), person.student()));
        }
        return students;
    }
}
