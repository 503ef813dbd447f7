package org.ownpath.portal.student;

import java.util.List;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.pathway.CompetencyMap;
import org.ownpath.pathway.CompetencyMap.Ring;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.StudentPath;
import org.ownpath.pathway.SubjectPath;
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
import org.springframework.web.bind.annotation.RequestParam;

/** The map: what leads to what around where a student stands, subject by subject. */
@Controller
class MapPage {

    private final Access access;
    private final Roster roster;
    private final Pathway pathway;
    private final SchoolWays ways;

    MapPage(Access access, Roster roster, Pathway pathway, SchoolWays ways) {
        this.access = access;
        this.roster = roster;
        this.pathway = pathway;
        this.ways = ways;
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/map")
    String map(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "") String subject,
            AsOf asOf,
            Model model) {
        access.requireView(viewer, student);
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        StudentPath path = pathway.of(student, asOf);
        List<String> subjects =
                path.subjects().stream().map(SubjectPath::subject).toList();
        String shown = subjects.contains(subject)
                ? subject
                : subjects.stream().findFirst().orElse("");
        Voice voice = Voice.of(viewer, person);
        AsShown as = ways.to(student, asOf);
        CompetencyMap map = pathway.map(path, shown, asOf);
        List<Ring> rings = voice.staff() || as.ahead(shown) ? List.of(Ring.values()) : List.of(Ring.BEFORE, Ring.NOW);
        model.addAttribute("voice", voice);
        model.addAttribute("person", person);
        model.addAttribute("subjects", subjects);
        model.addAttribute("map", map);
        model.addAttribute("rings", rings);
        model.addAttribute("picture", MapPicture.of(map, rings));
        return "portal/student/map";
    }
}
