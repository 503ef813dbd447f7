package org.ownpath.portal.leader;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.leaving.TravellingChoices;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.ChoicesJson;
import org.ownpath.policy.Decision;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Rules;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.AdoptionId;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was decided, by whom, when and why; the way back; and all that is in force as a file. */
@Controller
public class DecisionPages {

    private final Access access;
    private final DesignChoices choices;
    private final Rules rules;
    private final TravellingChoices travelling;
    private final Accounts accounts;
    private final Parts parts;
    private final Clock clock;

    DecisionPages(
            Access access,
            DesignChoices choices,
            Rules rules,
            TravellingChoices travelling,
            Accounts accounts,
            Parts parts,
            Clock clock) {
        this.access = access;
        this.choices = choices;
        this.rules = rules;
        this.travelling = travelling;
        this.accounts = accounts;
        this.parts = parts;
        this.clock = clock;
    }

    /** A decision with its changes in words. */
    public record Told(Decision decision, String by, boolean ahead, List<DraftLine> lines) {}

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @GetMapping("/choices/history")
    String history(@AuthenticationPrincipal Viewer viewer, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Map<AccountId, String> names = new HashMap<>();
        model.addAttribute(
                "decisions",
                choices.decisions().stream().map(d -> told(d, names)).toList());
        return "portal/leader/decisions";
    }

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @PostMapping("/choices/adoptions/{adoption}/draft")
    String again(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable AdoptionId adoption,
            @RequestParam(defaultValue = "false") boolean before,
            RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Decision decision = choices.decisions().stream()
                .filter(d -> d.adoption().id().equals(adoption))
                .findFirst()
                .orElseThrow(() -> new NotFound("This decision is not here. Look among the decisions."));
        ChoiceDraft draft = before ? decision.undone(choices.book(), rules.book()) : decision.says();
        choices.keep(viewer, choices.draft(viewer).with(draft));
        flash.addFlashAttribute("notice", "It is in your draft. Adopt the draft to have it in force.");
        Instant from = decision.adoption().effectiveFrom();
        return from.isAfter(clock.instant())
                ? "redirect:/choices/draft?from=" + SchoolTime.day(from)
                : "redirect:/choices/draft";
    }

    /** Everything in force but what is for single students, who are nobody else's business. */
    @Allows(Permission.CHOOSE_THE_DESIGN)
    @GetMapping("/choices/export")
    ResponseEntity<byte[]> export(@AuthenticationPrincipal Viewer viewer) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("design-choices.json")
                                .build()
                                .toString())
                .body(ChoicesJson.write(travelling.going()).getBytes(StandardCharsets.UTF_8));
    }

    private Told told(Decision decision, Map<AccountId, String> names) {
        Instant from = decision.adoption().effectiveFrom();
        DraftLine.Before before = new DraftLine.Before(choices.book(), rules.book(), parts, from.minusNanos(1000));
        String by = names.computeIfAbsent(
                decision.adoption().adoptedBy(),
                account -> accounts.viewer(account).map(Viewer::displayName).orElse("the set-up of the school"));
        return new Told(decision, by, from.isAfter(clock.instant()), DraftLine.of(decision.says(), before));
    }
}
