package org.ownpath.portal.documents;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Graduation;
import org.ownpath.credential.LinkId;
import org.ownpath.credential.SharedLink;
import org.ownpath.credential.SharedLinks;
import org.ownpath.credential.Sharing;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.student.Voice;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** A student's records in one place: toward graduation, the documents, and the links by which others read them. */
@Controller
public class RecordsPage {

    private final Access access;
    private final Roster roster;
    private final Graduation graduation;
    private final SharedLinks links;
    private final Clock clock;

    RecordsPage(Access access, Roster roster, Graduation graduation, SharedLinks links, Clock clock) {
        this.access = access;
        this.roster = roster;
        this.graduation = graduation;
        this.links = links;
        this.clock = clock;
    }

    /** What somebody typed to share a record. */
    public record Typed(String recipient, Set<String> subjects, boolean evidence, boolean dispositions, int days) {

        /** As a browser sent it: what was not sent is not chosen. */
        static Typed sent(MultiValueMap<String, String> fields) {
            String days = String.valueOf(fields.getFirst("days"));
            return new Typed(
                    Fields.text(fields, "recipient"),
                    Set.copyOf(fields.getOrDefault("subjects", List.of())),
                    fields.containsKey("evidence"),
                    fields.containsKey("dispositions"),
                    days.matches("\\d{1,4}") ? Integer.parseInt(days) : 0);
        }

        SharedLink.Choice choice() {
            return new SharedLink.Choice(recipient, subjects, evidence, dispositions);
        }
    }

    /** A link with whether it still opens. */
    public record Listed(SharedLink link, boolean opens) {}

    @Allows(Permission.SEE_OWN_PATH)
    @GetMapping("/records")
    String mine(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.STUDENT);
        return records(viewer, StudentId.of(viewer.person()), model);
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/records")
    String records(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, Model model) {
        access.requireView(viewer, student);
        return page(viewer, student, new Typed("", Set.copyOf(links.subjects()), true, false, 60), model);
    }

    @Allows(Permission.SHARE_A_RECORD)
    @PostMapping("/students/{student}/links")
    String share(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        Typed typed = Typed.sent(fields);
        Sharing sharing = links.share(viewer, student, typed.choice(), typed.days());
        if (sharing instanceof Sharing.Shared shared) {
            model.addAttribute("shared", address(shared.token()));
        } else if (sharing instanceof Sharing.Refused refused) {
            model.addAttribute("error", refused.reason());
        }
        return page(viewer, student, typed, model);
    }

    @Allows(Permission.SHARE_A_RECORD)
    @PostMapping("/students/{student}/links/{link}/revocation")
    String revoke(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            @PathVariable LinkId link,
            RedirectAttributes flash) {
        if (!links.revoke(viewer, student, link)) {
            throw new NotFound("There is no such link that still opens. Look among the student's links.");
        }
        flash.addFlashAttribute("notice", "The link opens no more.");
        return "redirect:/students/" + student + "/records";
    }

    private String page(Viewer viewer, StudentId student, Typed typed, Model model) {
        Person person = roster.person(student.person()).orElseThrow(NotFound::student);
        boolean mayShare = links.mayShare(viewer, student);
        model.addAttribute("voice", Voice.of(viewer, person));
        model.addAttribute("person", person);
        model.addAttribute("progress", graduation.of(student));
        model.addAttribute("mayLook", Permission.SEE_WHO_LOOKED.has(viewer));
        model.addAttribute("mayShare", mayShare);
        model.addAttribute("typed", typed);
        model.addAttribute("subjects", links.subjects());
        model.addAttribute("links", mayShare ? listed(viewer, student) : List.of());
        return "portal/records/records";
    }

    private List<Listed> listed(Viewer viewer, StudentId student) {
        return links.of(viewer, student).stream()
                .map(link -> new Listed(link, link.opensAt(clock.instant())))
                .toList();
    }

    /** The whole address of what a token opens. */
    static String address(String token) {
        return ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/shared/" + token)
                .toUriString();
    }
}
