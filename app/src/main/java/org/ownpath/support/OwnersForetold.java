package org.ownpath.support;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.policy.Foretelling;
import org.ownpath.policy.Foretold;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.policy.SignalOwner;
import org.ownpath.policy.Topic;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** On whose lists the students of whom something is noticed would stand, if others saw to it. */
@Component
class OwnersForetold implements Foretelling {

    private static final Topic TOPIC = Topic.ofAnswers(
            new Topic.Words(
                    "owners",
                    "On whose lists students stand",
                    "places on the lists of teachers and advisors",
                    "nothing is noticed",
                    "Students of whom something is noticed as of now. Leaders see everybody, whoever else does."),
            Settings.SIGNAL_OWNER);

    private final Looking looking;
    private final Roster roster;

    OwnersForetold(Looking looking, Roster roster) {
        this.looking = looking;
        this.roster = roster;
    }

    @Override
    public Topic topic() {
        return TOPIC;
    }

    @Override
    public Telling of(List<StudentId> students, Instant at) {
        Looking.Work work = looking.read(students);
        Map<StudentId, List<Teaching>> teachers =
                students.stream().collect(Collectors.toMap(student -> student, roster::teachersOf));
        return supposed -> {
            SignalOwner owner = supposed.inForce(Settings.SIGNAL_OWNER, Place.DISTRICT);
            Map<Foretold.Of, Foretold.Side> lists = new HashMap<>();
            work.under(supposed).stream()
                    .filter(seen -> !seen.signals().isEmpty())
                    .forEach(seen -> lists.put(
                            Foretold.Of.whole(seen.student()),
                            side(seen.signals(), teachers.getOrDefault(seen.student(), List.of()), owner)));
            return lists;
        };
    }

    private static Foretold.Side side(List<Signal> signals, List<Teaching> teachers, SignalOwner owner) {
        List<String> names = teachers.stream()
                .filter(teaching -> signals.stream().anyMatch(signal -> Caseload.has(teaching.group(), signal, owner)))
                .map(teaching -> teaching.teacher().fullName())
                .distinct()
                .toList();
        return new Foretold.Side(names.size(), names.isEmpty() ? "on nobody's list" : String.join(", ", names));
    }
}
