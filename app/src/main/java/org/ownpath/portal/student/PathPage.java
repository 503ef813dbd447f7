package org.ownpath.portal.student;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.pathway.NextSteps;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.StudentPath;
import org.ownpath.portal.Ahead;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.StudentId;
import org.ownpath.support.Block;
import org.ownpath.support.Blocks;
import org.ownpath.support.Plans;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** My path: the ladder in every subject, what is ready now, what was shown, and growth. */
@Controller
public class PathPage {

    private static final int SHOWN_AT_ONCE = 8;

    private final Access access;
    private final Roster roster;
    private final Pathway pathway;
    private final NextSteps nextSteps;
    private final LedgerReading ledger;
    private final Frameworks frameworks;
    private final SchoolWays ways;
    private final Ahead ahead;
    private final Plans plans;
    private final Blocks blocks;
    private final Clock clock;

    PathPage(
            Access access,
            Roster roster,
            Pathway pathway,
            NextSteps nextSteps,
            LedgerReading ledger,
            Frameworks frameworks,
            SchoolWays ways,
            Ahead ahead,
            Plans plans,
            Blocks blocks,
            Clock clock) {
        this.access = access;
        this.roster = roster;
        this.pathway = pathway;
        this.nextSteps = nextSteps;
        this.ledger = ledger;
        this.frameworks = frameworks;
        this.ways = ways;
        this.ahead = ahead;
        this.plans = plans;
        this.blocks = blocks;
        this.clock = clock;
    }

    /** Something that was shown lately, with the names that a person reads. */
    public record Shown(Entry entry, Competency competency, String observer) {}

    /** A group for a block of time that is still to come. */
    public record ComingGroup(Block.Time time, Optional<String> hours, String room, Competency competency) {}

    @Allows(Permission.SEE_OWN_PATH)
    @GetMapping("/path")
    String mine(@AuthenticationPrincipal Viewer viewer, AsOf asOf, Model model) {
        access.require(viewer, Role.STUDENT);
        return theirs(viewer, StudentId.of(viewer.person()), asOf, model);
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}")
    String theirs(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, AsOf asOf, Model model) {
        access.requireView(viewer, student);
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        StudentPath path = pathway.of(student, asOf);
        boolean today = asOf.equals(AsOf.now());
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("person", person);
        model.addAttribute("age", person.ageOn(SchoolTime.day(asOf.at(clock.instant()))));
        model.addAttribute("path", path);
        model.addAttribute("ladder", Ladders.of(path));
        model.addAttribute("growth", GrowthPicture.of(path.growth()));
        model.addAttribute("shown", shown(student, asOf));
        model.addAttribute("as", ways.to(student, asOf));
        model.addAttribute("next", today ? nextSteps.steps(viewer, path) : List.of());
        model.addAttribute("ahead", today ? ahead.of(student) : List.of());
        model.addAttribute("plans", today ? plans.of(List.of(student)) : List.of());
        model.addAttribute("comingGroups", today ? comingGroups(student) : List.of());
        model.addAttribute("groups", today ? roster.groupsOf(student) : List.of());
        return "portal/student/path";
    }

    private List<ComingGroup> comingGroups(StudentId student) {
        Curriculum curriculum = frameworks.curriculum();
        return blocks.ahead(student).stream()
                .flatMap(block -> block.groupOf(student).stream()
                        .flatMap(group -> curriculum.competency(group.competency()).stream()
                                .map(competency -> new ComingGroup(
                                        block.time(), blocks.hours(block.time()), group.where(), competency))))
                .toList();
    }

    private List<Shown> shown(StudentId student, AsOf asOf) {
        Curriculum curriculum = frameworks.curriculum(asOf);
        List<Entry> entries = ledger.latest(student, SHOWN_AT_ONCE, asOf);
        Names names = Names.of(roster, entries.stream().map(Entry::observer).toList());
        return entries.stream()
                .flatMap(entry -> curriculum.competency(entry.competency()).stream()
                        .map(competency -> new Shown(entry, competency, names.of(entry.observer()))))
                .toList();
    }
}
