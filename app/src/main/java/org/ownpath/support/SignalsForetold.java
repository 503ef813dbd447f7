package org.ownpath.support;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Settings;
import org.ownpath.policy.Topic;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Whom teachers would find on their lists of today, if something else was noticed, or sooner or later. */
@Component
class SignalsForetold implements Foretelling {

    private static final Topic TOPIC = Topic.ofAnswers(
            new Topic.Words(
                    "signals",
                    "Who is noticed, and how much that is for teachers",
                    "signals on the lists of today",
                    "nothing is noticed",
                    "Every student is looked at twice as of now. Those that a plan of support answers already are counted"
                            + " too."),
            Settings.SIGNALS,
            Settings.STUCK_TRIES,
            Settings.STALLED_DAYS);

    private final Looking looking;

    SignalsForetold(Looking looking) {
        this.looking = looking;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Telling of(List<StudentId> students, Instant at) {
        Looking.Work work = looking.read(students);
        return supposed -> work.under(supposed).stream()
                .flatMap(seen -> seen.signals().stream())
                .collect(Collectors.groupingBy(
                        signal -> new Foretold.Of(signal.student(), signal.subject()),
                        Collectors.collectingAndThen(Collectors.toList(), SignalsForetold::side)));
    }

    private static Foretold.Side side(List<Signal> signals) {
        return new Foretold.Side(
                signals.size(),
                signals.stream()
                        .map(Signal::kind)
                        .sorted()
                        .map(SignalKind::title)
                        .collect(Collectors.joining(", ")));
    }
}
