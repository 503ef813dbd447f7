package org.ownpath.portal.plan;

import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.pathway.PlannedActivity;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Putting an activity on a plan, and saying that it is done or set aside. */
@Controller
class PlannedPages {

    private final Whose whose;
    private final PlannedActivities planned;

    PlannedPages(Whose whose, PlannedActivities planned) {
        this.whose = whose;
        this.planned = planned;
    }

    @PostMapping("/students/{student}/activities")
    @Allows(Permission.CHOOSE_ACTIVITIES)
    String choose(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam ActivityId activity,
            @RequestParam(required = false) Optional<GoalId> goal,
            @RequestParam UUID sent,
            RedirectAttributes flash) {
        Person person = whose.student(viewer, student);
        Optional<String> problem = planned.choose(viewer, sent, student, new PlannedActivities.Choice(activity, goal));
        flash.addFlashAttribute("notice", problem.orElse("It is on the plan."));
        return "redirect:" + Whose.plan(viewer, person) + "#activities";
    }

    @PostMapping("/planned/{planned}/end")
    @Allows(Permission.CHOOSE_ACTIVITIES)
    String end(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable("planned") UUID id,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        PlannedActivity found = planned.find(viewer, id)
                .orElseThrow(() -> new NotFound("This activity is not on a plan. Look on the student's plan."));
        Person person = whose.student(viewer, found.student());
        boolean done = !how.equals("aside");
        Optional<String> problem = planned.end(viewer, found, done, words);
        flash.addFlashAttribute("notice", problem.orElse(done ? "Done. Well remembered." : "It is set aside."));
        return "redirect:" + Whose.plan(viewer, person) + "#activities";
    }
}
