package org.ownpath.portal.assessment;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Stage;
import org.ownpath.exchange.badges.OutsideCredentials;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for a teacher: requests to answer, work to score, and what is coming. */
@Controller
class QueuePages {

    private final Queue queue;
    private final Retries retries;
    private final OutsideCredentials outside;

    QueuePages(Queue queue, Retries retries, OutsideCredentials outside) {
        this.queue = queue;
        this.retries = retries;
        this.outside = outside;
    }

    @Allows(Permission.SCORE_WORK)
    @GetMapping("/assess/again")
    String again(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("retries", retries.lately(viewer));
        return "portal/assessment/again";
    }

    @Allows(Permission.SCORE_WORK)
    @GetMapping("/assess")
    String queue(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = Queue.BY_TASK) String by,
            Model model) {
        List<Line> all = queue.all(viewer);
        model.addAttribute("elsewhere", outside.waiting(viewer).size());
        model.addAttribute("by", by);
        model.addAttribute(
                "requests",
                all.stream()
                        .filter(l -> l.demonstration().stage().asksForAnswer())
                        .toList());
        model.addAttribute("groups", groups(queue.toScore(all, viewer, by), by));
        model.addAttribute(
                "coming",
                all.stream()
                        .filter(l -> coming(l.demonstration().stage()))
                        .sorted(Comparator.comparing(
                                l -> l.demonstration().meetsAt().orElse(java.time.Instant.MAX)))
                        .toList());
        model.addAttribute(
                "lately",
                all.stream()
                        .filter(l -> l.demonstration().stage() == Stage.SCORED)
                        .sorted(Comparator.comparing(
                                        (Line l) -> l.demonstration().changedAt())
                                .reversed())
                        .limit(12)
                        .toList());
        return "portal/assessment/queue";
    }

    private static boolean coming(Stage stage) {
        return stage == Stage.AGREED || stage == Stage.TIME_PROPOSED || stage == Stage.PRACTISING;
    }

    private static Map<String, List<Line>> groups(List<Line> toScore, String by) {
        return toScore.stream()
                .collect(Collectors.groupingBy(
                        line -> Queue.heading(line, by), LinkedHashMap::new, Collectors.toList()));
    }
}
