package org.ownpath.portal.outcomes;

import java.util.List;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.insight.Activity;
import org.ownpath.insight.By;
import org.ownpath.insight.Forecast;
import org.ownpath.insight.Outcomes;
import org.ownpath.insight.Part;
import org.ownpath.insight.SubjectOutcomes;
import org.ownpath.shared.AsOf;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Outcomes: growth, pace, for whom, graduation, and the students behind each figure. */
@Controller
public class OutcomesPages {

    private final Outcomes outcomes;
    private final Asking asking;

    OutcomesPages(Outcomes outcomes, Asking asking) {
        this.outcomes = outcomes;
        this.asking = asking;
    }

    /** Students who have something in common, and how many. */
    public record Count(Part part, String definition) {}

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes")
    String growth(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject,
            Model model) {
        View view = asking.subjectView(viewer, since, subject, asOf);
        List<SubjectOutcomes> each = outcomes.each(viewer, view.span());
        SubjectOutcomes shown = each.stream()
                .filter(one -> one.subject().equals(view.subject()))
                .findFirst()
                .orElseGet(() -> outcomes.of(viewer, view.span(), view.subject()));
        model.addAttribute("view", view);
        model.addAttribute("outcomes", shown);
        model.addAttribute("scatter", Scatter.of(shown));
        model.addAttribute("quarters", outcomes.parts(viewer, shown, By.QUARTER));
        model.addAttribute("subjects", each);
        return "portal/outcomes/growth";
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/pace")
    String pace(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject,
            Model model) {
        SubjectOutcomes shown = show(viewer, asking.view(viewer, since, subject, asOf), model);
        model.addAttribute("bars", Bars.of(shown));
        Forecast.of(shown).ifPresent(forecast -> model.addAttribute("forecast", forecast));
        model.addAttribute(
                "activities",
                outcomes.parts(viewer, shown, By.ACTIVITY).stream()
                        .map(part -> new Count(part, definition(part, shown)))
                        .toList());
        return "portal/outcomes/pace";
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/groups")
    String groups(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "grade") String by,
            Model model) {
        SubjectOutcomes shown = show(viewer, asking.subjectView(viewer, since, subject, asOf), model);
        model.addAttribute("told", asking.told(viewer, shown, by));
        model.addAttribute("subgroups", outcomes.subgroups(viewer));
        return "portal/outcomes/groups";
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/graduation")
    String graduation(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject,
            Model model) {
        SubjectOutcomes shown = show(viewer, asking.view(viewer, since, subject, asOf), model);
        model.addAttribute("graduation", outcomes.graduation(viewer, shown));
        return "portal/outcomes/graduation";
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/students")
    String students(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String value,
            Model model) {
        SubjectOutcomes shown = show(viewer, asking.view(viewer, since, subject, asOf), model);
        model.addAttribute("by", by);
        model.addAttribute("value", value);
        model.addAttribute("part", asking.part(viewer, shown, by, value));
        Forecast.of(shown).ifPresent(forecast -> model.addAttribute("forecast", forecast));
        return "portal/outcomes/students";
    }

    private SubjectOutcomes show(Viewer viewer, View view, Model model) {
        SubjectOutcomes shown = outcomes.of(viewer, view.span(), view.subject());
        model.addAttribute("view", view);
        model.addAttribute("outcomes", shown);
        return shown;
    }

    private static String definition(Part part, SubjectOutcomes shown) {
        return List.of(Activity.values()).stream()
                .filter(activity -> activity.code().equals(part.value()))
                .findFirst()
                .orElseThrow()
                .definition(shown);
    }
}
