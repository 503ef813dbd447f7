package org.ownpath.portal.student;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.items.Tests;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Areas;
import org.ownpath.mastery.Explained;
import org.ownpath.mastery.Mastery;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Why: how a student stands in one competency, by which rule, from which evidence, and what is missing. */
@Controller
class WhyPage {

    private final Access access;
    private final Roster roster;
    private final Mastery mastery;
    private final LedgerReading ledger;
    private final Artifacts artifacts;
    private final Frameworks frameworks;
    private final Tests tests;
    private final SchoolWays ways;
    private final Demonstrations demonstrations;
    private final Areas areas;

    WhyPage(
            Access access,
            Roster roster,
            Mastery mastery,
            LedgerReading ledger,
            Artifacts artifacts,
            Frameworks frameworks,
            Tests tests,
            SchoolWays ways,
            Demonstrations demonstrations,
            Areas areas) {
        this.access = access;
        this.roster = roster;
        this.mastery = mastery;
        this.ledger = ledger;
        this.artifacts = artifacts;
        this.frameworks = frameworks;
        this.tests = tests;
        this.ways = ways;
        this.demonstrations = demonstrations;
        this.areas = areas;
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/competencies/{competency}")
    String why(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable CompetencyId competency,
            AsOf asOf,
            Model model) {
        access.requireView(viewer, student);
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        Curriculum curriculum = frameworks.curriculum(asOf);
        Competency found = curriculum
                .competency(competency)
                .orElseThrow(() -> new NotFound("This competency is in no framework here. Look in the framework."));
        Explained explained = mastery.explain(student, found, asOf);
        List<Entry> entries = ledger.entries(student, competency, asOf);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("person", person);
        model.addAttribute("competency", found);
        model.addAttribute("scale", curriculum.scaleOf(found));
        model.addAttribute("explained", explained);
        AsShown as = ways.to(student, asOf);
        model.addAttribute("as", as);
        model.addAttribute(
                "state", as.state(found.subject(), explained.judgement().state()));
        model.addAttribute("areas", as.byArea(found.subject()) ? areas.of(student, found, asOf) : List.of());
        model.addAttribute("entries", entries);
        model.addAttribute(
                "names", Names.of(roster, entries.stream().map(Entry::observer).toList()));
        model.addAttribute("files", files(entries));
        model.addAttribute(
                "origins",
                demonstrations.origins(entries.stream().map(Entry::piece).toList()));
        model.addAttribute("hasTest", tests.open().contains(competency));
        model.addAttribute("before", curriculum.all(curriculum.graph().prerequisites(competency)));
        model.addAttribute("after", curriculum.all(curriculum.graph().dependents(competency)));
        return "portal/student/why";
    }

    /** The files that go with the entries, by their hash. */
    private Map<String, Artifacts.Artifact> files(List<Entry> entries) {
        List<String> hashes =
                entries.stream().flatMap(e -> e.artifacts().stream()).distinct().toList();
        return artifacts.of(hashes).stream().collect(Collectors.toMap(Artifacts.Artifact::hash, file -> file));
    }
}
