package org.ownpath.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.policy.Trial;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Whom teachers would find on their lists of today, if something else was noticed, or sooner or later. */
@Component
class SignalsForetold implements Foretelling {

    private static final Topic TOPIC = new Topic(
            "signals",
            "Who is noticed, and how much that is for teachers",
            "signals on the lists of today",
            "Every student is looked at twice as of now. Those that a plan of support answers already are counted too.",
            List.of(Settings.SIGNALS, Settings.STUCK_TRIES, Settings.STALLED_DAYS));

    private static final int AT_ONCE = 100;

    private final Looking looking;

    SignalsForetold(Looking looking) {
        this.looking = looking;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public List<Foretold> of(List<StudentId> students, Trial trial) {
        List<Foretold> told = new ArrayList<>();
        for (int from = 0; from < students.size(); from += AT_ONCE) {
            Looking.Work work = looking.read(students.subList(from, Math.min(students.size(), from + AT_ONCE)));
            Map<Where, List<Signal>> today = signals(work, trial.today());
            Map<Where, List<Signal>> drafted = signals(work, trial.drafted());
            Set<Where> either = new TreeSet<>(today.keySet());
            either.addAll(drafted.keySet());
            either.forEach(where -> told.add(new Foretold(
                    where.student(),
                    where.subject(),
                    side(today.getOrDefault(where, List.of())),
                    side(drafted.getOrDefault(where, List.of())))));
        }
        return told;
    }

    private record Where(StudentId student, String subject) implements Comparable<Where> {
        @Override
        public int compareTo(Where other) {
            int byStudent = student.compareTo(other.student);
            return byStudent == 0 ? subject.compareTo(other.subject) : byStudent;
        }
    }

    private static Map<Where, List<Signal>> signals(Looking.Work work, ChoiceBook book) {
        return work.under(book).stream()
                .flatMap(seen -> seen.signals().stream())
                .collect(Collectors.groupingBy(signal -> new Where(signal.student(), signal.subject())));
    }

    private static Foretold.Side side(List<Signal> signals) {
        String words = signals.stream()
                .map(Signal::kind)
                .sorted()
                .map(SignalKind::title)
                .collect(Collectors.joining(", "));
        return new Foretold.Side(signals.size(), words.isEmpty() ? "nothing is noticed" : words);
    }
}
