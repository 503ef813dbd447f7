package org.ownpath.portal.registrar;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.portal.Fields;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Substitutes;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who stands in for whom: giving a group to a colleague for some days, and taking it back. */
@Controller
public class SubstitutePages {

    private static final int UNPROCESSABLE = 422;
    private static final int MOST_TEACHERS = 2000;

    private final Substitutes substitutes;
    private final Roster roster;
    private final Clock clock;

    SubstitutePages(Substitutes substitutes, Roster roster, Clock clock) {
        this.substitutes = substitutes;
        this.roster = roster;
        this.clock = clock;
    }

    /** What was typed into the form. */
    public record Typed(String id, String group, String substitute, String from, String until, String reason) {

        static Typed of(MultiValueMap<String, String> fields) {
            return new Typed(
                    Fields.text(fields, "id"),
                    Fields.text(fields, "group"),
                    Fields.text(fields, "substitute"),
                    Fields.text(fields, "from"),
                    Fields.text(fields, "until"),
                    Fields.text(fields, "reason"));
        }
    }

    @Allows(Permission.GIVE_SUBSTITUTES)
    @GetMapping("/substitutes")
    String substitutes(@AuthenticationPrincipal Viewer viewer, Model model) {
        String today = LocalDate.now(clock).toString();
        return page(viewer, new Typed(UUID.randomUUID().toString(), "", "", today, today, ""), "", model);
    }

    @Allows(Permission.GIVE_SUBSTITUTES)
    @PostMapping("/substitutes")
    String give(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Typed typed = Typed.of(fields);
        Optional<Substitutes.Terms> terms = terms(typed);
        Optional<String> problem = terms.isEmpty()
                ? Optional.of("Choose a group, who stands in, and the first and last day.")
                : substitutes.give(viewer, id(typed), terms.get());
        if (problem.isPresent()) {
            response.setStatus(UNPROCESSABLE);
            return page(viewer, typed, problem.get(), model);
        }
        flash.addFlashAttribute("notice", "Given. It ends by itself after the last day.");
        return "redirect:/substitutes";
    }

    @Allows(Permission.GIVE_SUBSTITUTES)
    @PostMapping("/substitutes/{substitution}/end")
    String end(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID substitution, RedirectAttributes flash) {
        substitutes.takeBack(viewer, substitution);
        flash.addFlashAttribute("notice", "Taken back. The students are seen by that colleague no more.");
        return "redirect:/substitutes";
    }

    private String page(Viewer viewer, Typed typed, String error, Model model) {
        model.addAttribute("typed", typed);
        model.addAttribute("error", error);
        model.addAttribute("given", substitutes.of(viewer));
        model.addAttribute("groups", substitutes.groups(viewer));
        model.addAttribute(
                "teachers",
                roster.search("", Optional.of(Role.TEACHER), MOST_TEACHERS).stream()
                        .filter(teacher -> !teacher.id().equals(viewer.person()))
                        .toList());
        return "portal/registrar/substitutes";
    }

    private static Optional<Substitutes.Terms> terms(Typed typed) {
        try {
            return Optional.of(new Substitutes.Terms(
                    GroupId.of(typed.group()),
                    PersonId.of(typed.substitute()),
                    LocalDate.parse(typed.from()),
                    LocalDate.parse(typed.until()),
                    typed.reason()));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static UUID id(Typed typed) {
        return Fields.id(typed.id(), UUID::fromString).orElseGet(UUID::randomUUID);
    }
}
