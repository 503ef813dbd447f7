package org.ownpath.portal.courses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.cmi5.Course;
import org.ownpath.exchange.xapi.cmi5.CourseId;
import org.ownpath.exchange.xapi.cmi5.CourseStructure;
import org.ownpath.exchange.xapi.cmi5.Courses;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.integrations.CountingForm;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Saying of a unit of a course what it is evidence of, which puts it into the catalogue. */
@Controller
class CourseUnitPages {

    private final Access access;
    private final Courses courses;
    private final Frameworks frameworks;

    CourseUnitPages(Access access, Courses courses, Frameworks frameworks) {
        this.access = access;
        this.courses = courses;
        this.frameworks = frameworks;
    }

    @Allows(Permission.VET_ACTIVITIES)
    @GetMapping("/courses/{course}/units/{unit}")
    String form(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable CourseId course,
            @PathVariable int unit,
            @RequestParam MultiValueMap<String, String> typed,
            Model model) {
        access.requireStaff(viewer);
        return shown(CoursePages.found(courses, course), unit, typed, "", model);
    }

    @Allows(Permission.VET_ACTIVITIES)
    @PostMapping("/courses/{course}/units/{unit}")
    String offer(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable CourseId course,
            @PathVariable int unit,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash,
            Model model) {
        Course found = CoursePages.found(courses, course);
        Optional<Competency> competency = competency(typed);
        if (competency.isEmpty()) {
            return shown(found, unit, typed, "Choose what it is evidence of.", model);
        }
        CountingForm form = new CountingForm(typed, frameworks.curriculum().scaleOf(competency.get()));
        Optional<String> problem = form.problem()
                .or(() -> courses.offer(
                        viewer,
                        course,
                        unit,
                        new Courses.Counting(
                                competency.get().id(),
                                EvidenceRule.Measure.ofCode(form.text("measure"))
                                        .orElse(EvidenceRule.Measure.SCORE),
                                form.steps(),
                                form.nature())));
        if (problem.isPresent()) {
            return shown(found, unit, typed, problem.get(), model);
        }
        flash.addFlashAttribute("notice", "It is in the catalogue. What students do there counts as you said.");
        return "redirect:/courses/" + course;
    }

    private String shown(Course course, int number, MultiValueMap<String, String> typed, String error, Model model) {
        CourseStructure.Unit unit = course.structure()
                .unit(number)
                .orElseThrow(() -> new NotFound("This course has no such unit. Look at what it consists of."));
        Curriculum curriculum = frameworks.curriculum();
        Optional<Competency> competency = competency(typed);
        Map<String, List<Competency>> bySubject = new LinkedHashMap<>();
        curriculum.subjects().forEach(subject -> bySubject.put(subject, curriculum.ofSubject(subject)));
        model.addAttribute("course", course);
        model.addAttribute("unit", unit);
        model.addAttribute("competency", competency);
        model.addAttribute("proposed", proposed(course.structure(), unit, curriculum));
        model.addAttribute("bySubject", bySubject);
        model.addAttribute("form", competency.map(found -> new CountingForm(typed, curriculum.scaleOf(found))));
        model.addAttribute("error", error);
        return "portal/courses/unit";
    }

    /** A competency that an objective of the unit, or of a block around it, names by identifier or code. */
    private static Optional<Competency> proposed(
            CourseStructure structure, CourseStructure.Unit unit, Curriculum curriculum) {
        return structure.objectiveIdsAround(unit).stream()
                .map(iri -> iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':')) + 1))
                .flatMap(name -> Optional.ofNullable(curriculum.byName().get(name)).stream())
                .flatMap(id -> curriculum.competency(id).stream())
                .findFirst();
    }

    private Optional<Competency> competency(MultiValueMap<String, String> typed) {
        String chosen = Fields.text(typed, "competency");
        return frameworks.curriculum().inUse().stream()
                .filter(each -> each.id().toString().equals(chosen))
                .findFirst();
    }
}
