package org.ownpath.portal.teacher;

import gg.jte.Content;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Scoring;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.pathway.Pathway;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Place;
import org.ownpath.policy.Settings;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A teacher's groups and students, and the grid of a group: students by competencies. */
@Controller
class GroupPages {

    private static final int LEVELS_AT_FIRST = 3;

    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Mastery mastery;
    private final Pathway pathway;
    private final DesignChoices choices;
    private final Clock clock;
    private final Demonstrations demonstrations;
    private final Scoring scoring;

    GroupPages(
            Access access,
            Roster roster,
            Frameworks frameworks,
            Mastery mastery,
            Pathway pathway,
            DesignChoices choices,
            Clock clock,
            Demonstrations demonstrations,
            Scoring scoring) {
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.mastery = mastery;
        this.pathway = pathway;
        this.choices = choices;
        this.clock = clock;
        this.demonstrations = demonstrations;
        this.scoring = scoring;
    }

    @Allows(Permission.WORK_WITH_STUDENTS)
    @GetMapping("/groups")
    String groups(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.requireStaff(viewer);
        model.addAttribute("groups", roster.groupsFor(viewer));
        List<Demonstration> inHands = demonstrations.inHandsOf(viewer);
        model.addAttribute(
                "requests",
                inHands.stream().filter(d -> d.stage().asksForAnswer()).count());
        model.addAttribute("toScore", (long) scoring.waiting(viewer, inHands).size());
        return "portal/teacher/groups";
    }

    @Allows(Permission.WORK_WITH_STUDENTS)
    @GetMapping("/students")
    String students(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.requireStaff(viewer);
        model.addAttribute("students", roster.studentsFor(viewer));
        model.addAttribute("grades", choices.book().inForce(Settings.GRADE_LABELS, Place.DISTRICT, clock.instant()));
        return "portal/teacher/students";
    }

    @Allows(Permission.WORK_WITH_STUDENTS)
    @GetMapping("/groups/{group}/grid")
    String grid(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable GroupId group,
            @RequestParam Optional<String> subject,
            @RequestParam Optional<Integer> from,
            @RequestParam Optional<Integer> to,
            AsOf asOf,
            Model model) {
        access.requireStaff(viewer);
        StudyGroup found = roster.groupFor(viewer, group)
                .orElseThrow(() -> new NotFound("This group is not one of yours. Look among your groups."));
        List<Person> students = visible(viewer, roster.studentsOf(group));
        Curriculum curriculum = frameworks.curriculum(asOf);
        String chosen =
                subject.filter(curriculum.subjects()::contains).orElseGet(() -> firstSubject(found, curriculum));
        int low = from.orElseGet(() -> usualLevel(students, chosen));
        int high = Math.max(low, to.orElse(low + LEVELS_AT_FIRST - 1));
        List<Competency> columns = curriculum.ofSubject(chosen).stream()
                .filter(c -> c.level().isPresent()
                        && c.level().getAsInt() >= low
                        && c.level().getAsInt() <= high)
                .toList();
        model.addAttribute("group", found);
        model.addAttribute("students", students);
        model.addAttribute("columns", columns);
        model.addAttribute("cells", cells(students, columns, asOf));
        model.addAttribute("subjects", curriculum.subjects());
        model.addAttribute("subject", chosen);
        model.addAttribute("levels", curriculum.levelsOf(chosen));
        model.addAttribute("from", low);
        model.addAttribute("to", high);
        return "portal/teacher/grid";
    }

    private List<Person> visible(Viewer viewer, List<Person> students) {
        Set<StudentId> visible =
                access.visible(viewer, students.stream().map(Person::student).toList());
        return students.stream().filter(s -> visible.contains(s.student())).toList();
    }

    private static String firstSubject(StudyGroup group, Curriculum curriculum) {
        return group.subjects().stream()
                .filter(curriculum.subjects()::contains)
                .findFirst()
                .orElseGet(() -> curriculum.subjects().stream().findFirst().orElse(""));
    }

    /** The level in the middle of those that the students work at, less one, so that both sides are in view. */
    private int usualLevel(List<Person> students, String subject) {
        int[] working = pathway.positions(students.stream().map(Person::student).toList(), subject).values().stream()
                .mapToInt(position -> position.workingLevel())
                .sorted()
                .toArray();
        return working.length == 0 ? 0 : Math.max(0, working[working.length / 2] - 1);
    }

    private List<Content> cells(List<Person> students, List<Competency> columns, AsOf asOf) {
        Function<StudentId, List<State>> rows = mastery.states(
                        students.stream().map(Person::student).toList(), asOf)
                .rows(columns.stream().map(Competency::id).toList());
        return students.stream()
                .map(student -> row(rows.apply(student.student())))
                .toList();
    }

    /** The cells of one row. A grid has ten thousand of them, so end tags are left out, as HTML allows. */
    private static Content row(List<State> states) {
        StringBuilder row = new StringBuilder(states.size() * 16);
        states.forEach(state -> row.append(cell(state)));
        return output -> output.writeContent(row.toString());
    }

    private static String cell(State state) {
        return switch (state) {
            case NO_EVIDENCE -> "<td>";
            case TOO_LITTLE_EVIDENCE -> "<td data-s=b>";
            case NOT_YET -> "<td data-s=h>";
            case MASTERED -> "<td data-s=m>";
            case NEEDS_REFRESH -> "<td data-s=f>";
        };
    }
}
