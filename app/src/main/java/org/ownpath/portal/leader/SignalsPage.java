package org.ownpath.portal.leader;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.StudentId;
import org.ownpath.support.SignalKind;
import org.ownpath.support.SignalRates;
import org.ownpath.support.Signals;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Whom the signals notice: how often each kind names the students of each subgroup. */
@Controller
class SignalsPage {

    private final Access access;
    private final Signals signals;
    private final Roster roster;

    SignalsPage(Access access, Signals signals, Roster roster) {
        this.access = access;
        this.signals = signals;
        this.roster = roster;
    }

    @Allows(Permission.COMPARE_OUTCOMES)
    @GetMapping("/signals")
    String rates(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        List<Person> students = roster.students();
        SignalRates.Subgroup whole = new SignalRates.Subgroup("All students", ids(students));
        model.addAttribute("kinds", SignalKind.values());
        model.addAttribute("byGrade", signals.rates(whole, byGrade(students)));
        model.addAttribute("byGroup", signals.rates(whole, byGroup()));
        return "portal/leader/signals";
    }

    private static List<SignalRates.Subgroup> byGrade(List<Person> students) {
        Map<Integer, List<Person>> grades = students.stream()
                .collect(Collectors.groupingBy(
                        student -> student.gradeLabel()
                                .map(label -> GradeLevel.read(label).orElse(-1))
                                .orElse(-1),
                        TreeMap::new,
                        Collectors.toList()));
        List<SignalRates.Subgroup> subgroups = new ArrayList<>();
        grades.forEach((grade, members) -> subgroups.add(new SignalRates.Subgroup(
                grade < 0 ? "Without a grade" : grade == 0 ? "Kindergarten" : "Grade " + grade, ids(members))));
        return subgroups;
    }

    private List<SignalRates.Subgroup> byGroup() {
        return roster.groups().stream()
                .map(group -> new SignalRates.Subgroup(group.name(), ids(roster.studentsOf(group.id()))))
                .toList();
    }

    private static List<StudentId> ids(List<Person> students) {
        return students.stream().map(Person::student).toList();
    }
}
