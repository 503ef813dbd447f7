package org.ownpath.portal.plan;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.pathway.GoalProgress;
import org.ownpath.pathway.GoalState;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.NextSteps;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.portal.ActivityOpenings;
import org.ownpath.portal.student.AsShown;
import org.ownpath.portal.student.SchoolWays;
import org.ownpath.portal.student.Voice;
import org.ownpath.roster.Person;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A student's plan across all subjects. */
@Controller
class PlanOverview {

    private final Access access;
    private final Whose whose;
    private final Goals goals;
    private final PlannedActivities planned;
    private final NextSteps nextSteps;
    private final Pathway pathway;
    private final SchoolWays ways;
    private final ActivityOpenings openings;
    private final Clock clock;

    PlanOverview(
            Access access,
            Whose whose,
            Goals goals,
            PlannedActivities planned,
            NextSteps nextSteps,
            Pathway pathway,
            SchoolWays ways,
            ActivityOpenings openings,
            Clock clock) {
        this.access = access;
        this.whose = whose;
        this.goals = goals;
        this.planned = planned;
        this.nextSteps = nextSteps;
        this.pathway = pathway;
        this.ways = ways;
        this.openings = openings;
        this.clock = clock;
    }

    @GetMapping("/plan")
    @Allows(Permission.SEE_OWN_PATH)
    String mine(@AuthenticationPrincipal Viewer viewer, AsOf asOf, Model model) {
        access.require(viewer, Role.STUDENT);
        return plan(viewer, StudentId.of(viewer.person()), asOf, model);
    }

    @GetMapping("/students/{student}/plan")
    @Allows(Permission.SEE_A_STUDENT)
    String theirs(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, AsOf asOf, Model model) {
        return plan(viewer, student, asOf, model);
    }

    private String plan(Viewer viewer, StudentId student, AsOf asOf, Model model) {
        Person person = whose.student(viewer, student);
        List<GoalProgress> all = goals.of(viewer, student, asOf);
        model.addAttribute("person", person);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("open", all.stream().filter(g -> g.state().open()).toList());
        model.addAttribute(
                "reached",
                all.stream().filter(g -> g.state() == GoalState.REACHED).toList());
        model.addAttribute(
                "dropped",
                all.stream().filter(g -> g.state() == GoalState.DROPPED).toList());
        if (asOf.earlier().isEmpty()) {
            model.addAttribute("next", nextSteps.of(viewer, student));
        }
        AsShown shown = ways.to(student, asOf);
        if (shown.besideBirthday()) {
            BesideBirthday.of(person, pathway.of(student, asOf), shown.year(), asOf.at(clock.instant()))
                    .ifPresent(view -> model.addAttribute("besideBirthday", view));
        }
        List<PlannedActivities.Line> lines = planned.of(viewer, student, asOf);
        model.addAttribute("lines", lines);
        model.addAttribute(
                "tools",
                asOf.earlier().isPresent()
                        ? Map.of()
                        : openings.of(
                                lines.stream().map(line -> line.activity().id()).toList()));
        model.addAttribute(
                "mayPropose", asOf.earlier().isEmpty() && goals.mayPropose(viewer, student, Optional.empty()));
        model.addAttribute("today", SchoolTime.day(asOf.at(clock.instant())));
        return "portal/plan/overview";
    }
}
