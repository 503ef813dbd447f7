package org.ownpath.insight;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.roster.Demographics;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Trait;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Counts for whom a draft would change something, by what the roster tells of students. */
@Component
class ReplaySubgroups {

    private final ReplayRows rows;
    private final Demographics demographics;
    private final Roster roster;

    ReplaySubgroups(ReplayRows rows, Demographics demographics, Roster roster) {
        this.rows = rows;
        this.demographics = demographics;
        this.roster = roster;
    }

    /** By each trait that is known of anybody, always of the whole district. */
    List<SubgroupChanges> of(Replay replay, int fewest) {
        List<Changes> changes = rows.students(replay.id(), Optional.empty());
        Concerned concerned = new Concerned(
                students(changes, each -> each.advances() > 0),
                students(changes, each -> each.falls() > 0),
                rows.concerned(replay.id()));
        List<StudentId> all = roster.students().stream().map(Person::student).toList();
        return demographics.known().stream()
                .map(trait -> SubgroupChanges.of(trait, lines(trait, all, concerned), fewest))
                .toList();
    }

    private record Concerned(Set<StudentId> advancing, Set<StudentId> falling, Set<StudentId> otherwise) {

        SubgroupChanges.Line line(String label, Collection<StudentId> part) {
            return new SubgroupChanges.Line(
                    label, part.size(), among(advancing, part), among(falling, part), among(otherwise, part));
        }

        private static int among(Set<StudentId> concerned, Collection<StudentId> part) {
            return (int) part.stream().filter(concerned::contains).count();
        }
    }

    private static Set<StudentId> students(List<Changes> changes, Predicate<Changes> which) {
        return changes.stream().filter(which).map(Changes::student).collect(Collectors.toSet());
    }

    private List<SubgroupChanges.Line> lines(Trait trait, List<StudentId> all, Concerned concerned) {
        Map<StudentId, String> values = new HashMap<>();
        demographics.students(trait).forEach((value, students) -> students.forEach(s -> values.put(s, value)));
        Map<String, List<StudentId>> parts =
                all.stream().collect(Collectors.groupingBy(student -> values.getOrDefault(student, "")));
        return Stream.concat(trait.choices().stream(), Stream.of(""))
                .filter(parts::containsKey)
                .map(value -> concerned.line(trait.words(value), parts.getOrDefault(value, List.of())))
                .toList();
    }
}
