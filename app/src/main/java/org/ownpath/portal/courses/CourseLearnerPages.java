package org.ownpath.portal.courses;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.cmi5.CourseId;
import org.ownpath.exchange.xapi.cmi5.CourseStandings;
import org.ownpath.exchange.xapi.cmi5.Courses;
import org.ownpath.exchange.xapi.cmi5.OfferedUnit;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How far a student is on a course, which units they need not do, and where they come back to from one. */
@Controller
class CourseLearnerPages {

    private final Access access;
    private final Courses courses;
    private final CourseStandings standings;
    private final Roster roster;

    CourseLearnerPages(Access access, Courses courses, CourseStandings standings, Roster roster) {
        this.access = access;
        this.courses = courses;
        this.standings = standings;
        this.roster = roster;
    }

    @Allows(Permission.WAIVE_UNITS)
    @GetMapping("/students/{student}/courses/{course}")
    String learner(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable CourseId course,
            Model model) {
        access.requireRecord(viewer, Set.of(student));
        model.addAttribute("course", CoursePages.found(courses, course));
        model.addAttribute(
                "person",
                roster.person(student.person())
                        .orElseThrow(() -> new NotFound("This student is not on the roster any more.")));
        model.addAttribute("standing", standings.of(viewer, course, student));
        model.addAttribute("offered", offered(course));
        return "portal/courses/learner";
    }

    @Allows(Permission.WAIVE_UNITS)
    @PostMapping("/students/{student}/courses/{course}/units/{unit}/waivers")
    String waive(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable CourseId course,
            @PathVariable int unit,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        access.requireRecord(viewer, Set.of(student));
        if (CoursePages.found(courses, course).structure().unit(unit).isEmpty()) {
            throw new NotFound("This course has no such unit. Look at what it consists of.");
        }
        standings.waive(viewer, course, unit, student, CourseStandings.Reason.ofName(reason));
        flash.addFlashAttribute("notice", "They need not do this unit. It counts as satisfied in this course.");
        return "redirect:/students/" + student + "/courses/" + course;
    }

    @Allows(Permission.OPEN_LEARNING_TOOLS)
    @GetMapping("/courses/visits/{visit}")
    String back(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID visit, Model model) {
        CourseStandings.Left left = standings
                .left(viewer, visit)
                .orElseThrow(() -> new NotFound("This is no visit of yours. Look at your plan."));
        model.addAttribute("left", left);
        model.addAttribute("offered", offered(left.course().id()));
        model.addAttribute("own", viewer.is(Role.STUDENT));
        model.addAttribute(
                "standing",
                viewer.is(Role.STUDENT)
                        ? Optional.of(standings.of(viewer, left.course().id(), StudentId.of(viewer.person())))
                        : Optional.empty());
        return "portal/courses/back";
    }

    private Map<Integer, OfferedUnit> offered(CourseId course) {
        return courses.offered(course).stream().collect(Collectors.toMap(OfferedUnit::unit, Function.identity()));
    }
}
