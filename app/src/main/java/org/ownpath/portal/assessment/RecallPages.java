package org.ownpath.portal.assessment;

import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.GroupId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Short checks of what was mastered, when recall is due: a short list for a group. */
@Controller
class RecallPages {

    private final Access access;
    private final Roster roster;
    private final DueChecks due;

    RecallPages(Access access, Roster roster, DueChecks due) {
        this.access = access;
        this.roster = roster;
        this.due = due;
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
}
