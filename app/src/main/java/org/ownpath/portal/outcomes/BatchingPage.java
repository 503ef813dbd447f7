package org.ownpath.portal.outcomes;

import java.util.List;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.engine.simulate.Group;
import org.ownpath.engine.simulate.Measure;
import org.ownpath.insight.Batching;
import org.ownpath.insight.Projection;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.AsOf;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** What promotion by age does to the students there are, and what would follow under both ways. */
@Controller
class BatchingPage {

    private static final List<Measure> DRAWN =
            List.of(Measure.GAPS, Measure.PROFICIENT, Measure.KNOWN, Measure.GRADUATED, Measure.COMPLETE, Measure.LEFT);

    private final Batching batching;
    private final Asking asking;

    BatchingPage(Batching batching, Asking asking) {
        this.batching = batching;
        this.asking = asking;
    }

    @Allows(Permission.COMPARE_OUTCOMES)
    @GetMapping("/outcomes/batching")
    String batching(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String subject,
            AsOf asOf,
            Model model) {
        View view = asking.subjectView(viewer, "", subject, asOf);
        model.addAttribute("view", view);
        view.subject().ifPresent(chosen -> show(viewer, chosen, asOf, model));
        return "portal/outcomes/batching";
    }

    private void show(Viewer viewer, String subject, AsOf asOf, Model model) {
        model.addAttribute("measured", batching.measured(viewer, subject, asOf));
        if (asOf.earlier().isEmpty()) {
            batching.latest(viewer, subject).ifPresent(run -> model.addAttribute("latest", run));
        }
        batching.latestDone(viewer, subject, asOf).ifPresent(run -> {
            model.addAttribute("done", run);
            run.result().ifPresent(result -> {
                model.addAttribute("all", bands(result, Group.ALL));
                model.addAttribute("slower", bands(result, Group.SLOWER));
            });
        });
    }

    private static List<Bands> bands(Projection projection, Group group) {
        return DRAWN.stream()
                .map(measure -> Bands.of(projection, measure, group))
                .toList();
    }

    @Allows(Permission.COMPARE_OUTCOMES)
    @PostMapping("/outcomes/batching/projections")
    String project(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String subject) {
        batching.project(viewer, known(viewer, subject));
        return back(subject);
    }

    @Allows(Permission.COMPARE_OUTCOMES)
    @PostMapping("/outcomes/batching/cancellations")
    String cancel(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String subject,
            RedirectAttributes flash) {
        batching.cancel(viewer, known(viewer, subject));
        flash.addFlashAttribute("notice", "The projection is cancelled. What was projected before stays.");
        return back(subject);
    }

    private String known(Viewer viewer, String subject) {
        return Stream.of(subject)
                .filter(asking.view(viewer).subjects()::contains)
                .findFirst()
                .orElseThrow(() -> new NotFound("This subject is not here. Choose one of the list."));
    }

    private static String back(String subject) {
        return "redirect:"
                + UriComponentsBuilder.fromPath("/outcomes/batching")
                        .queryParam("subject", "{subject}")
                        .encode()
                        .buildAndExpand(subject)
                        .toUriString();
    }
}
