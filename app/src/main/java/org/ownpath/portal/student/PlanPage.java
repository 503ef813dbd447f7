package org.ownpath.portal.student;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
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
    String plan(@AuthenticationPrincipal Viewer viewer, @PathVariable PlanId plan, AsOf asOf, Model model) {
        Plan found = plans.find(viewer, plan, asOf)
                .orElseThrow(() -> new NotFound(
                        asOf.earlier().isPresent()
                                ? "This plan had not begun on that day. Choose a later day."
                                : "This plan is not here. Look on the student's path."));
        Instant moment = asOf.at(clock.instant());
        Person student = roster.person(found.student().person()).orElseThrow(NotFound::student);
        List<Plan.Words> words = plans.words(plan).stream()
                .filter(said -> !said.at().isAfter(moment))
                .toList();
        model.addAttribute("plan", found);
        model.addAttribute("person", student);
        model.addAttribute("voice", Voice.of(viewer, student));
        model.addAttribute(
                "about", frameworks.curriculum(asOf).all(found.agreement().competencies()));
        model.addAttribute("words", words);
        LocalDate last = SchoolTime.day(moment);
        model.addAttribute(
                "sessions",
                plans.sessions(plan).stream()
                        .filter(session -> !session.heldOn().isAfter(last))
                        .toList());
        model.addAttribute("recheck", plans.recheck(found, asOf));
        model.addAttribute("names", Names.of(roster, people(found, words)));
        model.addAttribute(
                "works",
                asOf.earlier().isEmpty()
                        && !access.recordable(viewer, List.of(found.student())).isEmpty());
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
