package org.ownpath.portal.plan;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.pathway.Goal;
import org.ownpath.pathway.Goals;
import org.ownpath.portal.Fields;
import org.ownpath.portal.student.Voice;
import org.ownpath.roster.Person;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposing a goal. */
@Controller
class GoalPages {

    private static final int UNPROCESSABLE = 422;
    private static final int WEEKS_TO_REVIEW = 4;
    private static final int WEEKS_TO_GOAL = 12;

    private final Whose whose;
    private final Goals goals;
    private final Frameworks frameworks;
    private final Mastery mastery;
    private final Clock clock;

    GoalPages(Whose whose, Goals goals, Frameworks frameworks, Mastery mastery, Clock clock) {
        this.whose = whose;
        this.goals = goals;
        this.frameworks = frameworks;
        this.mastery = mastery;
        this.clock = clock;
    }

    @GetMapping("/students/{student}/goals/new")
    @Allows(Permission.SET_GOALS)
    String write(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Person person = proposing(viewer, student);
        LocalDate today = LocalDate.now(clock);
        fields.putIfAbsent("by", List.of(today.plusWeeks(WEEKS_TO_GOAL).toString()));
        fields.putIfAbsent("review", List.of(today.plusWeeks(WEEKS_TO_REVIEW).toString()));
        return shown(viewer, form(GoalId.next(), person, fields), model);
    }

    @PostMapping("/students/{student}/goals")
    @Allows(Permission.SET_GOALS)
    String propose(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Person person = proposing(viewer, student);
        GoalForm form = form(sent(fields), person, fields);
        Optional<Goal.Wish> wish = form.wish();
        List<String> problems;
        if (wish.isPresent()) {
            Goals.Proposing proposing = goals.propose(viewer, form.id(), student, wish.get());
            if (proposing instanceof Goals.Proposed proposed) {
                flash.addFlashAttribute("notice", "The goal is on the plan.");
                return "redirect:/goals/" + proposed.goal();
            }
            problems = ((Goals.Refused) proposing).reasons();
        } else {
            problems = List.of("Give both days, each as year, month and day.");
        }
        response.setStatus(UNPROCESSABLE);
        return shown(viewer, form.with(problems), model);
    }

    private Person proposing(Viewer viewer, StudentId student) {
        Person person = whose.student(viewer, student);
        if (!goals.mayPropose(viewer, student, Optional.empty())) {
            throw new NotAllowed("Goals of this student are proposed by others. You can say what you think of each.");
        }
        return person;
    }

    private static GoalId sent(MultiValueMap<String, String> fields) {
        return Fields.id(Fields.text(fields, "goal"), GoalId::of).orElseGet(GoalId::next);
    }

    private GoalForm form(GoalId id, Person person, MultiValueMap<String, String> fields) {
        Curriculum curriculum = frameworks.curriculum();
        Set<CompetencyId> mastered = mastery.of(person.student()).values().stream()
                .filter(standing -> standing.state().standing())
                .map(Standing::competency)
                .collect(Collectors.toSet());
        Map<String, List<Competency>> open = new LinkedHashMap<>();
        for (String subject : curriculum.subjects()) {
            List<Competency> left = curriculum.ofSubject(subject).stream()
                    .filter(c -> !mastered.contains(c.id()))
                    .toList();
            if (!left.isEmpty()) {
                open.put(subject, left);
            }
        }
        return new GoalForm(id, person, open, fields, List.of());
    }

    private static String shown(Viewer viewer, GoalForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("voice", Voice.of(viewer, form.student()));
        model.addAttribute("plan", Whose.plan(viewer, form.student()));
        return "portal/plan/goal-new";
    }
}
