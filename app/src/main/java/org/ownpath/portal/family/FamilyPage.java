package org.ownpath.portal.family;

import java.util.List;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.StudentPath;
import org.ownpath.portal.Ahead;
import org.ownpath.portal.student.AsShown;
import org.ownpath.portal.student.SchoolWays;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** A family's first page: each of its own children in a few sentences, with the way to more. */
@Controller
public class FamilyPage {

    private final Access access;
    private final Roster roster;
    private final Pathway pathway;
    private final SchoolWays ways;
    private final Ahead ahead;

    FamilyPage(Access access, Roster roster, Pathway pathway, SchoolWays ways, Ahead ahead) {
        this.access = access;
        this.roster = roster;
        this.pathway = pathway;
        this.ways = ways;
        this.ahead = ahead;
    }

    /** One child, where it is, and how the school shows it. */
    public record Child(Person person, StudentPath path, AsShown as) {}

    @Allows(Permission.SEE_OWN_CHILDREN)
    @GetMapping("/family")
    String children(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.FAMILY);
        List<Child> children = roster.childrenOf(viewer.person()).stream()
                .map(person -> new Child(person, pathway.of(person.student()), ways.to(person.student())))
                .toList();
        model.addAttribute("children", children);
        model.addAttribute(
                "ahead",
                children.stream()
                        .flatMap(child -> ahead.of(child.person().student()).stream())
                        .distinct()
                        .toList());
        return "portal/family/children";
    }
}
