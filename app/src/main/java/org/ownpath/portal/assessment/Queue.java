package org.ownpath.portal.assessment;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.Way;
import org.ownpath.shared.DemonstrationId;
import org.springframework.stereotype.Component;

/** What waits to be scored, by task or by student, in the order in which it is gone through. */
@Component
class Queue {

    /** One task after the other: the same rubric many times. */
    static final String BY_TASK = "task";

    /** One student after the other. */
    static final String BY_STUDENT = "student";

    /** Short checks only. */
    static final String CHECKS = "checks";

    private final Demonstrations demonstrations;
    private final Scoring scoring;
    private final Lines lines;

    Queue(Demonstrations demonstrations, Scoring scoring, Lines lines) {
        this.demonstrations = demonstrations;
        this.scoring = scoring;
        this.lines = lines;
    }

    /** What is in the viewer's hands. */
    List<Line> all(Viewer viewer) {
        return lines.of(demonstrations.inHandsOf(viewer));
    }

    /** What of it waits for this viewer's marks. */
    List<Line> toScore(List<Line> all, Viewer viewer, String by) {
        Set<DemonstrationId> waiting = scoring
                .waiting(viewer, all.stream().map(Line::demonstration).toList())
                .stream()
                .map(Demonstration::id)
                .collect(Collectors.toSet());
        return all.stream()
                .filter(line -> waiting.contains(line.demonstration().id()))
                .filter(line -> !by.equals(CHECKS) || line.demonstration().way() == Way.SHORT_CHECK)
                .sorted(Comparator.comparing((Line line) -> heading(line, by))
                        .thenComparing(Line::student)
                        .thenComparing(line -> line.demonstration().title())
                        .thenComparing(line -> line.demonstration().id().value()))
                .toList();
    }

    /** What comes after this one, and before what was passed over. */
    Optional<Line> after(List<Line> toScore, DemonstrationId scored) {
        List<Demonstration> order = toScore.stream().map(Line::demonstration).toList();
        int at = -1;
        for (int i = 0; i < order.size(); i++) {
            at = order.get(i).id().equals(scored) ? i : at;
        }
        int from = at + 1;
        return toScore.isEmpty() || (toScore.size() == 1 && at == 0)
                ? Optional.empty()
                : Optional.of(toScore.get(from % toScore.size()));
    }

    /** The order that an address names; by task for any other. */
    static String order(String by) {
        return by.equals(BY_STUDENT) || by.equals(CHECKS) ? by : BY_TASK;
    }

    /** Where somebody has come from who goes through the queue in this order. */
    static String home(String by) {
        return by.equals(CHECKS) ? "/assess/checks" : "/assess?by=" + order(by);
    }

    /** What a part of the queue is headed with. */
    static String heading(Line line, String by) {
        return by.equals(BY_STUDENT) ? line.student() : line.demonstration().title();
    }
}
