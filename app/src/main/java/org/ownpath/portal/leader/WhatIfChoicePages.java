package org.ownpath.portal.leader;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.insight.Foresight;
import org.ownpath.insight.ForetoldChange;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.ReplayId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** For whom other answers to settings would change something, by name, for those who may see the names. */
@Controller
public class WhatIfChoicePages {

    private final WhatIf whatIf;
    private final Roster roster;

    WhatIfChoicePages(WhatIf whatIf, Roster roster) {
        this.whatIf = whatIf;
        this.roster = roster;
    }

    /** A student, and what would be another in which subject. */
    public record Concerned(Person person, List<ForetoldChange> changes) {}

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/what-if/{replay}/choices")
    String students(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable ReplayId replay,
            @RequestParam(defaultValue = "") String topic,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Replay found = whatIf.find(viewer, replay).orElseThrow(WhatIfPages::missing);
        Optional<Foresight> foretold = found.foretold().stream()
                .filter(each -> each.topic().equals(topic))
                .findFirst();
        if (foretold.isEmpty()) {
            return "redirect:/what-if/" + replay;
        }
        List<Concerned> concerned = concerned(whatIf.changes(viewer, replay, topic));
        model.addAttribute("replay", found);
        model.addAttribute("foretold", foretold.get());
        new PartOfList<>(concerned, page).into(model, "concerned");
        return "portal/leader/what-if-choices";
    }

    private List<Concerned> concerned(List<ForetoldChange> changes) {
        Map<PersonId, List<ForetoldChange>> byPerson = changes.stream()
                .collect(Collectors.groupingBy(change -> change.student().person()));
        Map<PersonId, Person> people = roster.people(byPerson.keySet());
        return byPerson.entrySet().stream()
                .flatMap(each -> Stream.ofNullable(people.get(each.getKey()))
                        .map(person -> new Concerned(person, together(each.getValue()))))
                .sorted((one, other) -> Person.BY_NAME.compare(one.person(), other.person()))
                .toList();
    }

    /** What is the same in several subjects is said once. */
    private static List<ForetoldChange> together(List<ForetoldChange> ofOne) {
        Map<List<String>, List<ForetoldChange>> same = ofOne.stream()
                .collect(Collectors.groupingBy(
                        change -> List.of(change.today(), change.drafted()), LinkedHashMap::new, Collectors.toList()));
        return same.values().stream()
                .map(changes -> new ForetoldChange(
                        changes.get(0).student(),
                        changes.stream().map(ForetoldChange::subject).collect(Collectors.joining(", ")),
                        changes.get(0).today(),
                        changes.get(0).drafted()))
                .toList();
    }
}
