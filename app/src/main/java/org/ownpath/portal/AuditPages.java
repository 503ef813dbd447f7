package org.ownpath.portal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.AuditTrail;
import org.ownpath.access.DeedKind;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.roster.FamilyAccess;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Who did what: the whole trail for whoever leads the school, and a student's part of it for the student and family. */
@Controller
public class AuditPages {

    private static final int A_PAGE = 50;

    /** Lines read for a page: those that say the same are shown as one. */
    private static final int READ = 1000;

    private static final int MOST_PEOPLE = 200;

    private final AuditTrail trail;
    private final Access access;
    private final Roster roster;
    private final FamilyAccess families;

    AuditPages(AuditTrail trail, Access access, Roster roster, FamilyAccess families) {
        this.trail = trail;
        this.access = access;
        this.roster = roster;
        this.families = families;
    }

    /** What was typed into the search. */
    public record Typed(String about, String by, String kind, String from, String until) {}

    @Allows(Permission.READ_THE_TRAIL)
    @GetMapping("/audit")
    String trail(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        Typed typed = new Typed(about, by, kind, from, until);
        List<DeedsOfDay> found = DeedsOfDay.of(trail.find(sought(typed), before, READ));
        show(found, model);
        model.addAttribute("typed", typed);
        model.addAttribute("kinds", DeedKind.values());
        model.addAttribute(
                "more",
                found.size() > A_PAGE ? more(typed, found.get(A_PAGE - 1).lowest()) : "");
        return "portal/audit";
    }

    @Allows(Permission.SEE_WHO_LOOKED)
    @GetMapping("/students/{student}/looked")
    String looked(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            Model model) {
        access.requireView(viewer, student);
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        List<DeedsOfDay> found = DeedsOfDay.of(trail.byOthers(student, before, READ));
        show(found, model);
        model.addAttribute("person", person);
        boolean own = student.person().equals(viewer.person());
        model.addAttribute("own", own);
        model.addAttribute("ofAge", own ? families.ofAge(student) : FamilyAccess.OfAge.NOT_YET);
        model.addAttribute(
                "more",
                found.size() > A_PAGE
                        ? "/students/" + student + "/looked?before="
                                + found.get(A_PAGE - 1).lowest()
                        : "");
        return "portal/looked";
    }

    private void show(List<DeedsOfDay> found, Model model) {
        List<DeedsOfDay> page = found.stream().limit(A_PAGE).toList();
        model.addAttribute("entries", page);
        Set<PersonId> people = page.stream()
                .map(DeedsOfDay::about)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(HashSet::new));
        model.addAttribute("names", Names.of(roster, people));
    }

    private AuditTrail.Sought sought(Typed typed) {
        Optional<Set<PersonId>> about = typed.about().isBlank()
                ? Optional.empty()
                : Optional.of(roster.search(typed.about(), Optional.empty(), MOST_PEOPLE).stream()
                        .map(Person::id)
                        .collect(Collectors.toSet()));
        return new AuditTrail.Sought(
                about,
                typed.by(),
                DeedKind.ofCode(typed.kind()),
                new AuditTrail.Days(Fields.day(typed.from()), Fields.day(typed.until())));
    }

    private static String more(Typed typed, long before) {
        return UriComponentsBuilder.fromPath("/audit")
                .queryParam("about", "{about}")
                .queryParam("by", "{by}")
                .queryParam("kind", "{kind}")
                .queryParam("from", "{from}")
                .queryParam("until", "{until}")
                .queryParam("before", before)
                .encode()
                .buildAndExpand(typed.about(), typed.by(), typed.kind(), typed.from(), typed.until())
                .toUriString();
    }
}
