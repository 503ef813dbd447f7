package org.ownpath.portal.leader;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.insight.Both;
import org.ownpath.insight.Changes;
import org.ownpath.insight.Move;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.ReplayId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** For whom a proposal would change something and why, by name, for those who may see the names. */
@Controller
public class WhatIfStudentPages {

    private final WhatIf whatIf;
    private final Roster roster;
    private final Frameworks frameworks;

    WhatIfStudentPages(WhatIf whatIf, Roster roster, Frameworks frameworks) {
        this.whatIf = whatIf;
        this.roster = roster;
        this.frameworks = frameworks;
    }

    /** A student and how many standings would move, over the subjects that are looked at. */
    public record Concerned(Person person, int advances, int falls, int due, int begins) {

        /** How many would move so. */
        public int moving(Move move) {
            return switch (move) {
                case ADVANCES -> advances;
                case FALLS -> falls;
                case DUE -> due;
                case BEGINS -> begins;
                case STAYS -> 0;
            };
        }

        private int all() {
            return advances + falls + due + begins;
        }
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/what-if/{replay}/students")
    String students(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ReplayId replay,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Replay found = found(viewer, replay);
        Optional<Move> only = move(move);
        List<Concerned> concerned = concerned(whatIf.students(viewer, replay, subject(subject)), only);
        model.addAttribute("replay", found);
        model.addAttribute("move", move);
        model.addAttribute("subject", subject);
        model.addAttribute("subjects", frameworks.curriculum().subjects());
        new PartOfList<>(concerned, page).into(model, "concerned");
        return "portal/leader/what-if-students";
    }

    private List<Concerned> concerned(List<Changes> changes, Optional<Move> only) {
        Map<PersonId, List<Changes>> byPerson = changes.stream()
                .collect(Collectors.groupingBy(change -> change.student().person()));
        Map<PersonId, Person> people = roster.people(byPerson.keySet());
        Function<Concerned, Integer> size = c -> only.map(c::moving).orElseGet(c::all);
        return byPerson.entrySet().stream()
                .flatMap(each ->
                        Stream.ofNullable(people.get(each.getKey())).map(person -> sum(person, each.getValue())))
                .filter(each -> size.apply(each) > 0)
                .sorted(Comparator.comparing(size).reversed().thenComparing(Concerned::person, Person.BY_NAME))
                .toList();
    }

    private static Concerned sum(Person person, List<Changes> changes) {
        return new Concerned(
                person,
                changes.stream().mapToInt(Changes::advances).sum(),
                changes.stream().mapToInt(Changes::falls).sum(),
                changes.stream().mapToInt(Changes::due).sum(),
                changes.stream().mapToInt(Changes::begins).sum());
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/what-if/{replay}/students/{student}")
    String student(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ReplayId replay,
            @PathVariable StudentId student,
            Model model) {
        Replay found = found(viewer, replay);
        List<Both> moves = whatIf.moves(viewer, found, student);
        model.addAttribute("replay", found);
        model.addAttribute("person", person(student));
        model.addAttribute(
                "moves", moves.stream().sorted(Comparator.comparing(Both::move)).toList());
        return "portal/leader/what-if-student";
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/what-if/{replay}/students/{student}/competencies/{competency}")
    String why(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ReplayId replay,
            @PathVariable StudentId student,
            @PathVariable CompetencyId competency,
            Model model) {
        Replay found = found(viewer, replay);
        Competency known = frameworks
                .curriculum()
                .competency(competency)
                .orElseThrow(() -> new NotFound("This competency is in no framework here. Look in the framework."));
        model.addAttribute("replay", found);
        model.addAttribute("both", whatIf.explain(viewer, found, student, known));
        model.addAttribute("person", person(student));
        return "portal/leader/what-if-why";
    }

    private Replay found(Viewer viewer, ReplayId replay) {
        return whatIf.find(viewer, replay).orElseThrow(WhatIfPages::missing);
    }

    private Person person(StudentId student) {
        return roster.person(student.person()).orElseThrow(NotFound::student);
    }

    private static Optional<Move> move(String code) {
        return Stream.of(Move.values())
                .filter(m -> m.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst();
    }

    private Optional<String> subject(String subject) {
        return Optional.of(subject).filter(frameworks.curriculum().subjects()::contains);
    }
}
