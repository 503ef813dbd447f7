package org.ownpath.portal.outcomes;

import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.insight.CourseOutcomes;
import org.ownpath.shared.AsOf;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How far students are in each course, by its set of competencies and not by its days. */
@Controller
class CoursesPage {

    private final CourseOutcomes courses;
    private final Asking asking;

    CoursesPage(CourseOutcomes courses, Asking asking) {
        this.courses = courses;
        this.asking = asking;
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/courses")
    String courses(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject,
            Model model) {
        model.addAttribute("view", asking.view(viewer, since, subject, asOf));
        model.addAttribute("courses", courses.of(viewer, asOf));
        return "portal/outcomes/courses";
    }
}
