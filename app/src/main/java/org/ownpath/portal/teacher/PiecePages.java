package org.ownpath.portal.teacher;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One piece of evidence as it was recorded, and taking it back. */
@Controller
public class PiecePages {

    private final Access access;
    private final Roster roster;
    private final Frameworks frameworks;
    private final LedgerReading reading;
    private final Ledger ledger;

    PiecePages(Access access, Roster roster, Frameworks frameworks, LedgerReading reading, Ledger ledger) {
        this.access = access;
        this.roster = roster;
        this.frameworks = frameworks;
        this.reading = reading;
        this.ledger = ledger;
    }

    /** One line of a piece, with the names that a person reads. */
    public record Line(Entry entry, String student, String competency) {}

    @GetMapping("/pieces/{piece}")
    String piece(@AuthenticationPrincipal Viewer viewer, @PathVariable PieceId piece, Model model) {
        access.require(viewer, Role.TEACHER, Role.LEADER, Role.ADMINISTRATOR);
        List<Entry> entries = visible(viewer, reading.piece(piece));
        if (entries.isEmpty()) {
            throw new NotFound("This piece of evidence is not here, or not about one of your students.");
        }
        Map<PersonId, Person> people = roster.people(Stream.concat(
                        entries.stream().map(e -> e.student().person()),
                        Stream.of(entries.get(0).observer()))
                .collect(Collectors.toSet()));
        Curriculum curriculum = frameworks.curriculum();
        model.addAttribute("first", entries.get(0));
        model.addAttribute("observer", name(people, entries.get(0).observer()));
        model.addAttribute(
                "lines",
                entries.stream()
                        .map(e -> new Line(
                                e,
                                name(people, e.student().person()),
                                curriculum
                                        .competency(e.competency())
                                        .map(c -> c.title())
                                        .orElse("a retired competency")))
                        .toList());
        model.addAttribute("standing", entries.stream().anyMatch(Entry::standing));
        return "portal/teacher/piece";
    }

    @PostMapping("/pieces/{piece}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PieceId piece,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        Outcome outcome = ledger.withdraw(viewer, piece, Optional.empty(), reason);
        flash.addFlashAttribute("notice", told(outcome));
        return "redirect:/pieces/" + piece;
    }

    private static String told(Outcome outcome) {
        if (outcome instanceof Outcome.Refused refused) {
            return String.join(" ", refused.reasons());
        }
        return outcome instanceof Outcome.Conflict conflict
                ? conflict.reason()
                : "Withdrawn. It stays on record and counts no more.";
    }

    private List<Entry> visible(Viewer viewer, List<Entry> entries) {
        Set<StudentId> visible =
                access.visible(viewer, entries.stream().map(Entry::student).toList());
        return entries.stream().filter(e -> visible.contains(e.student())).toList();
    }

    private static String name(Map<PersonId, Person> people, PersonId id) {
        return Optional.ofNullable(people.get(id)).map(Person::fullName).orElse("somebody who has left");
    }
}
