package org.ownpath.portal.assessment;

import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.ShortChecks;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Fields;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Short checks of what was mastered, when recall is due: a short list for a group. */
@Controller
class RecallPages {

    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final DueChecks due;
    private final ShortChecks checks;

    RecallPages(Access access, Roster roster, Frameworks frameworks, DueChecks due, ShortChecks checks) {
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.due = due;
        this.checks = checks;
    }

    @Allows(Permission.SCORE_WORK)
    @GetMapping("/assess/checks")
    String checks(@AuthenticationPrincipal Viewer viewer, @RequestParam Optional<GroupId> group, Model model) {
        access.requireStaff(viewer);
        List<StudyGroup> groups = roster.groupsFor(viewer);
        Optional<StudyGroup> chosen = groups.stream()
                .filter(g -> group.map(id -> id.equals(g.id())).orElse(true))
                .findFirst();
        model.addAttribute("groups", groups);
        model.addAttribute("group", chosen.map(g -> g.id().toString()).orElse(""));
        model.addAttribute("checks", chosen.map(g -> due.of(viewer, g)).orElse(List.of()));
        return "portal/assessment/checks";
    }

    /** Begins each of these checks, named as "student competency", and goes to the first to be scored. */
    @Allows(Permission.SCORE_WORK)
    @PostMapping("/assess/checks")
    String begin(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") List<String> showing,
            RedirectAttributes flash) {
        access.requireStaff(viewer);
        List<DemonstrationId> begun = showing.stream()
                .limit(DueChecks.AT_ONCE)
                .flatMap(each -> begin(viewer, each).stream())
                .toList();
        if (begun.isEmpty()) {
            flash.addFlashAttribute(
                    "notice", "Nothing was begun: something about it is open already. Look among what is coming.");
            return "redirect:/assess";
        }
        return "redirect:/demonstrations/" + begun.get(0) + "/score?by=" + Queue.CHECKS;
    }

    private Optional<DemonstrationId> begin(Viewer viewer, String showing) {
        String[] parts = showing.split(" ", 2);
        Optional<StudentId> student = Fields.id(parts[0], StudentId::of);
        Optional<Competency> competency =
                Fields.id(parts[parts.length - 1], CompetencyId::of).flatMap(frameworks.curriculum()::competency);
        return student.flatMap(s -> competency.flatMap(c -> checks.begin(viewer, s, c)));
    }
}
