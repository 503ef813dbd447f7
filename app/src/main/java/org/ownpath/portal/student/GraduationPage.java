package org.ownpath.portal.student;

import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Graduation;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Toward graduation: what it takes, what counts already, and what is missing in plain words. */
@Controller
class GraduationPage {

    private final Access access;
    private final Roster roster;
    private final Graduation graduation;

    GraduationPage(Access access, Roster roster, Graduation graduation) {
        this.access = access;
        this.roster = roster;
        this.graduation = graduation;
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/graduation")
    String toward(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, AsOf asOf, Model model) {
        access.requireView(viewer, student);
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("person", person);
        model.addAttribute("progress", graduation.of(student, asOf));
        return "portal/student/graduation";
    }
}
