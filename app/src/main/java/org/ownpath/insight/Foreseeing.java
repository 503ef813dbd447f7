package org.ownpath.insight;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Supposed;
import org.ownpath.policy.Topic;
import org.ownpath.shared.StudentId;

/** Counts what a room foretells, some students at a time, on its way into a {@link Foresight}. */
final class Foreseeing {

    private final Foretelling room;
    private final Subgroups<Count> subgroups;
    private final Count whole = new Count("All");
    private final Map<String, Count> subjects = new LinkedHashMap<>();

    Foreseeing(Foretelling room, Subgroups<Count> subgroups) {
        this.room = room;
        this.subgroups = subgroups;
    }

    /** Asks about these students, who come once only, and gives what would change for them. */
    List<Foretold> ask(List<StudentId> students, Supposed today, Supposed drafted) {
        List<Foretold> told = told(room.of(students, today.at()), today, drafted);
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

    private List<Foretold> told(Foretelling.Telling telling, Supposed today, Supposed drafted) {
        Map<Foretold.Of, Foretold.Side> now = telling.under(today);
        Map<Foretold.Of, Foretold.Side> then = telling.under(drafted);
        Set<Foretold.Of> all = new TreeSet<>(now.keySet());
        all.addAll(then.keySet());
        Foretold.Side nothing = room.topic().nothing();
        return all.stream()
                .map(of -> new Foretold(of, now.getOrDefault(of, nothing), then.getOrDefault(of, nothing)))
                .toList();
    }

    Topic topic() {
        return room.topic();
    }

    Foresight foresight() {
        Topic topic = room.topic();
        return new Foresight(
                topic.code(),
                topic.words().title(),
                topic.words().unit(),
                topic.words().meaning(),
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
