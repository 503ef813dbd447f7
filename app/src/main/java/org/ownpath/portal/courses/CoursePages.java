package org.ownpath.portal.courses;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.xapi.cmi5.Course;
import org.ownpath.exchange.xapi.cmi5.CourseId;
import org.ownpath.exchange.xapi.cmi5.CourseImport;
import org.ownpath.exchange.xapi.cmi5.CourseStandings;
import org.ownpath.exchange.xapi.cmi5.CourseStructure;
import org.ownpath.exchange.xapi.cmi5.Courses;
import org.ownpath.exchange.xapi.cmi5.OfferedUnit;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Roster;
import org.ownpath.shared.Problem;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Courses from packages: importing one, and what there is of it. */
@Controller
public class CoursePages {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST_SHOWN = 20;

    private final Courses courses;
    private final CourseStandings standings;
    private final Frameworks frameworks;
    private final Roster roster;

    CoursePages(Courses courses, CourseStandings standings, Frameworks frameworks, Roster roster) {
        this.courses = courses;
        this.standings = standings;
        this.frameworks = frameworks;
        this.roster = roster;
    }

    @Allows(Permission.VET_ACTIVITIES)
    @GetMapping("/courses")
    String all(@AuthenticationPrincipal Viewer viewer, Model model) {
        return all(viewer, List.of(), model);
    }

    private String all(Viewer viewer, List<Problem> problems, Model model) {
        model.addAttribute("courses", courses.all(viewer));
        model.addAttribute("id", CourseId.next().toString());
        model.addAttribute("problems", problems.stream().limit(MOST_SHOWN).toList());
        return "portal/courses/all";
    }

    @Allows(Permission.VET_ACTIVITIES)
    @PostMapping("/courses")
    String take(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam CourseId id,
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model)
            throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("the file");
        CourseImport taken = courses.take(viewer, id, new Source(name, file.getBytes()));
        if (taken instanceof CourseImport.Refused refused) {
            response.setStatus(UNPROCESSABLE);
            return all(viewer, refused.problems(), model);
        }
        flash.addFlashAttribute(
                "notice", "The course is here. Say of each unit what it counts for, and students see it.");
        return "redirect:/courses/" + ((CourseImport.Taken) taken).course();
    }

    @Allows(Permission.VET_ACTIVITIES)
    @GetMapping("/courses/{course}")
    String course(@AuthenticationPrincipal Viewer viewer, @PathVariable CourseId course, Model model) {
        return course(viewer, course, new Typed(found(courses, course).named(), ""), model);
    }

    /** What stands in the form that says what a course is called, and why it was not taken. */
    public record Typed(CourseStructure.Named named, String problem) {}

    @Allows(Permission.VET_ACTIVITIES)
    @PostMapping("/courses/{course}/title")
    String call(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable CourseId course,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String about,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        found(courses, course);
        CourseStructure.Named named = new CourseStructure.Named(title.strip(), about.strip());
        Optional<String> problem = courses.call(viewer, course, named);
        if (problem.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            return course(viewer, course, new Typed(named, problem.get()), model);
        }
        flash.addFlashAttribute("notice", "The course is called '" + named.title() + "' now.");
        return "redirect:/courses/" + course;
    }

    private String course(Viewer viewer, CourseId course, Typed typed, Model model) {
        Course found = found(courses, course);
        model.addAttribute("typed", typed);
        Map<Integer, OfferedUnit> offered =
                courses.offered(course).stream().collect(Collectors.toMap(OfferedUnit::unit, Function.identity()));
        List<CourseStandings.Standing> people = standings.of(viewer, course);
        model.addAttribute("course", found);
        model.addAttribute("offered", offered);
        model.addAttribute("curriculum", frameworks.curriculum());
        model.addAttribute("people", people);
        model.addAttribute(
                "names",
                Names.of(
                        roster,
                        people.stream().map(CourseStandings.Standing::person).toList()));
        return "portal/courses/course";
    }

    @Allows(Permission.VET_ACTIVITIES)
    @PostMapping("/courses/{course}/ending")
    String end(@AuthenticationPrincipal Viewer viewer, @PathVariable CourseId course, RedirectAttributes flash) {
        found(courses, course);
        courses.end(viewer, course);
        flash.addFlashAttribute("notice", "Nobody opens this course any more. What was done in it stays.");
        return "redirect:/courses/" + course;
    }

    static Course found(Courses courses, CourseId id) {
        return courses.find(id)
                .orElseThrow(() -> new NotFound("This course is not here. Look among the courses from packages."));
    }
}
