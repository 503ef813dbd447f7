package org.ownpath.insight;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Topic;
import org.ownpath.policy.Trial;
import org.ownpath.shared.StudentId;

/** Counts what a room foretells, some students at a time, on its way into a {@link Foresight}. */
final class Foreseeing {

    private final Foretelling room;
    private final Trial trial;
    private final Subgroups<Count> subgroups;
    private final Count whole = new Count("All");
    private final Map<String, Count> subjects = new LinkedHashMap<>();

    Foreseeing(Foretelling room, Trial trial, Subgroups<Count> subgroups) {
        this.room = room;
        this.trial = trial;
        this.subgroups = subgroups;
    }

    /** Asks about these students, who come once only, and gives what would change for them. */
    List<Foretold> ask(List<StudentId> students) {
        List<Foretold> told = room.of(students, trial);
        told.stream().collect(Collectors.groupingBy(Foretold::student)).forEach((student, own) -> {
            whole.add(own);
            subgroups.of(student).forEach(count -> count.add(own));
        });
        told.stream()
                .filter(each -> !each.subject().isEmpty())
                .forEach(each ->
                        subjects.computeIfAbsent(each.subject(), Count::new).add(List.of(each)));
        return told.stream().filter(Foretold::changes).toList();
    }

    Topic topic() {
        return room.topic();
    }

    Foresight foresight() {
        Topic topic = room.topic();
        return new Foresight(
                topic.code(),
                topic.title(),
                topic.unit(),
                topic.meaning(),
                whole.line(),
                lines(subjects.values()),
                lines(subgroups.grades()),
                lines(subgroups.ages()),
                lines(subgroups.groups()).stream()
                        .sorted(Comparator.comparing(Foresight.Line::label))
                        .toList());
    }

    private static List<Foresight.Line> lines(Collection<Count> counts) {
        return counts.stream()
                .map(Count::line)
                .filter(line -> line.students() > 0)
                .toList();
    }

    /** Students, each with all that was told of them. */
    static final class Count {
        private final String label;
        private int students;
        private int changing;
        private long today;
        private long drafted;

        Count(String label) {
            this.label = label;
        }

        private void add(List<Foretold> ofOne) {
            students++;
            changing += ofOne.stream().anyMatch(Foretold::changes) ? 1 : 0;
            for (Foretold each : ofOne) {
                today += each.today().count();
                drafted += each.drafted().count();
            }
        }

        private Foresight.Line line() {
            return new Foresight.Line(label, students, changing, today, drafted);
        }
    }
}
