package org.ownpath.portal.student;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.support.Plan;
import org.ownpath.support.Plans;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One plan of support, read by the student, the family and the staff, each of whom can say something about it. */
@Controller
class PlanPage {

    private final Access access;
    private final Plans plans;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Clock clock;

    PlanPage(Access access, Plans plans, Roster roster, Frameworks frameworks, Clock clock) {
        this.access = access;
        this.plans = plans;
        this.roster = roster;
        this.frameworks = frameworks;
        this.clock = clock;
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/support/{plan}")
    String plan(@AuthenticationPrincipal Viewer viewer, @PathVariable PlanId plan, Model model) {
        Plan found = find(viewer, plan);
        Person student = roster.person(found.student().person()).orElseThrow(NotFound::student);
        List<Plan.Words> words = plans.words(plan);
        model.addAttribute("plan", found);
        model.addAttribute("person", student);
        model.addAttribute("voice", Voice.of(viewer, student));
        model.addAttribute(
                "about", frameworks.curriculum().all(found.agreement().competencies()));
        model.addAttribute("words", words);
        model.addAttribute("sessions", plans.sessions(plan));
        model.addAttribute("recheck", plans.recheck(found));
        model.addAttribute("names", Names.of(roster, people(found, words)));
        model.addAttribute(
                "works", !access.recordable(viewer, List.of(found.student())).isEmpty());
        model.addAttribute("today", LocalDate.now(clock).toString());
        model.addAttribute("session", UUID.randomUUID().toString());
        return "portal/student/plan";
    }

    @Allows(Permission.SPEAK_ABOUT_SUPPORT)
    @PostMapping("/support/{plan}/words")
    String say(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PlanId plan,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        Optional<String> problem = plans.say(viewer, find(viewer, plan), words);
        flash.addFlashAttribute("notice", problem.orElse("Added."));
        return "redirect:/support/" + plan;
    }

    private Plan find(Viewer viewer, PlanId plan) {
        return plans.find(viewer, plan)
                .orElseThrow(() -> new NotFound("This plan is not here. Look on the student's path."));
    }

    private static List<PersonId> people(Plan plan, List<Plan.Words> words) {
        return Stream.of(
                        Stream.of(plan.agreement().owner(), plan.openedBy()),
                        plan.closing().map(Plan.Closing::by).stream(),
                        words.stream().map(Plan.Words::by))
                .flatMap(people -> people)
                .distinct()
                .toList();
    }
}
