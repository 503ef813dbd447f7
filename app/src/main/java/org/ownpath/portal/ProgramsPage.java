package org.ownpath.portal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Tokens;
import org.ownpath.access.Viewer;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Tokens with which programs speak for an account of the staff, or for one that only the program has. */
@Controller
class ProgramsPage {

    private final Access access;
    private final Tokens tokens;

    ProgramsPage(Access access, Tokens tokens) {
        this.access = access;
        this.tokens = tokens;
    }

    @Allows(Permission.SPEAK_BY_PROGRAMS)
    @GetMapping("/programs")
    String programs(@AuthenticationPrincipal Viewer viewer, Model model) {
        return page(viewer, "", "", model);
    }

    @Allows(Permission.SPEAK_BY_PROGRAMS)
    @PostMapping("/programs")
    String issue(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(required = false) @Nullable List<String> scopes,
            @RequestParam(defaultValue = "90") int days,
            @RequestParam(defaultValue = "") String as,
            Model model) {
        access.requireStaff(viewer);
        Set<TokenScope> chosen = Optional.ofNullable(scopes).orElse(List.of()).stream()
                .flatMap(code -> TokenScope.ofCode(code).stream())
                .collect(Collectors.toSet());
        Tokens.Wish wish = new Tokens.Wish(name, chosen, days);
        Tokens.Issued issued = Role.ofCode(as)
                .map(role -> tokens.issueToProgram(viewer, wish, role))
                .orElseGet(() -> tokens.issue(viewer, wish));
        return issued instanceof Tokens.Issued.Done done
                ? page(viewer, done.token(), "", model)
                : page(viewer, "", ((Tokens.Issued.Refused) issued).reason(), model);
    }

    @Allows(Permission.SPEAK_BY_PROGRAMS)
    @PostMapping("/programs/{token}/revocation")
    String revoke(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID token, RedirectAttributes flash) {
        access.requireStaff(viewer);
        if (!tokens.revoke(viewer, token)) {
            throw new NotFound("This token is none of yours. Look among those of your programs.");
        }
        flash.addFlashAttribute("notice", "The token works no more.");
        return "redirect:/programs";
    }

    private String page(Viewer viewer, String issued, String error, Model model) {
        access.requireStaff(viewer);
        boolean administrator = viewer.is(Role.ADMINISTRATOR);
        model.addAttribute("tokens", tokens.of(viewer));
        model.addAttribute("programs", administrator ? tokens.ofPrograms(viewer) : List.of());
        model.addAttribute("administrator", administrator);
        model.addAttribute("issued", issued);
        model.addAttribute("error", error);
        return "portal/programs";
    }
}
