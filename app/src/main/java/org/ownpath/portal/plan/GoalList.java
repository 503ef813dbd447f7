package org.ownpath.portal.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.pathway.GoalProgress;
import org.ownpath.pathway.GoalState;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.Side;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The goals of the students that somebody works with: those that wait for an answer first. */
@Controller
public class GoalList {

    private final Access access;
    private final Goals goals;
    private final Roster roster;
    private final Clock clock;

    GoalList(Access access, Goals goals, Roster roster, Clock clock) {
        this.access = access;
        this.goals = goals;
        this.roster = roster;
        this.clock = clock;
    }

    /** A goal and whose it is. */
    public record Line(GoalProgress progress, Person student) {}

    @GetMapping("/goals")
    @Allows(Permission.WORK_WITH_STUDENTS)
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.requireStaff(viewer);
        LocalDate today = LocalDate.now(clock);
        Map<StudentId, Person> students =
                roster.studentsFor(viewer).stream().collect(Collectors.toMap(Person::student, Function.identity()));
        List<Line> lines = goals.of(students.keySet()).stream()
                .flatMap(progress -> Optional.ofNullable(
                                students.get(progress.goal().student()))
                        .stream()
                        .map(student -> new Line(progress, student)))
                .toList();
        model.addAttribute("asked", lines.stream().filter(GoalList::asked).toList());
        model.addAttribute(
                "due", lines.stream().filter(line -> line.progress().due(today)).toList());
        model.addAttribute(
                "going",
                lines.stream()
                        .filter(line -> line.progress().state().open())
                        .filter(line -> !asked(line) && !line.progress().due(today))
                        .toList());
        model.addAttribute(
                "reached",
                lines.stream()
                        .filter(line -> line.progress().state() == GoalState.REACHED)
                        .toList());
        model.addAttribute("leads", viewer.seesWholeDistrict());
        model.addAttribute("today", today);
        return "portal/plan/goals";
    }

    private static boolean asked(Line line) {
        return line.progress().state() == GoalState.PROPOSED
                && line.progress().goal().proposal().side() != Side.SCHOOL;
    }
}
