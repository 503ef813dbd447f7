package org.ownpath.portal.leader;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.leaving.TravellingChoices;
import org.ownpath.policy.Adopting;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.ChoicesJson;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Rules;
import org.ownpath.policy.Start;
import org.ownpath.portal.Dates;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The viewer's draft of other choices: reviewed, taken from a file, and adopted. */
@Controller
public class DraftPages {

    private final Access access;
    private final DesignChoices choices;
    private final Rules rules;
    private final TravellingChoices travelling;
    private final Parts parts;
    private final Clock clock;

    DraftPages(
            Access access, DesignChoices choices, Rules rules, TravellingChoices travelling, Parts parts, Clock clock) {
        this.access = access;
        this.choices = choices;
        this.rules = rules;
        this.travelling = travelling;
        this.parts = parts;
        this.clock = clock;
    }

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @GetMapping("/choices/draft")
    String review(@AuthenticationPrincipal Viewer viewer, @RequestParam Optional<String> from, Model model) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        return page(viewer, new Asked(from.orElse(today().toString()), "", List.of()), model);
    }

    /** The form of adopting as somebody filled it in, and why nothing was adopted. */
    public record Asked(String from, String reason, List<String> problems) {}

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @PostMapping("/choices/draft/removals")
    String remove(@AuthenticationPrincipal Viewer viewer, @RequestParam String setting, @RequestParam String scope) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        ChoiceDraft draft = choices.draft(viewer);
        choices.keep(
                viewer,
                new ChoiceDraft(
                        draft.settings().stream()
                                .filter(c -> !(c.setting().id().equals(setting)
                                        && c.scope().code().equals(scope)))
                                .toList(),
                        draft.rules().stream()
                                .filter(c -> !(setting.equals(DraftLine.RULE)
                                        && c.scope().code().equals(scope)))
                                .toList()));
        return "redirect:/choices/draft";
    }

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @PostMapping("/choices/adoptions")
    String adopt(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String reason,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Optional<Instant> instant = instant(from);
        Adopting adopting = instant.isEmpty()
                ? new Adopting.Refused(List.of("'" + from + "' is no day. Choose today or a later day."))
                : choices.adopt(viewer, choices.draft(viewer), instant.get(), reason);
        if (adopting instanceof Adopting.Refused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(viewer, new Asked(from, reason, refused.reasons()), model);
        }
        choices.keep(viewer, ChoiceDraft.EMPTY);
        flash.addFlashAttribute("notice", notice(instant.orElseThrow()));
        return "redirect:/choices/history";
    }

    @Allows(Permission.CHOOSE_THE_DESIGN)
    @PostMapping("/choices/draft/import")
    String take(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultipartFile file,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash)
            throws IOException {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("file");
        ChoicesJson.Read read = ChoicesJson.read(name, new String(file.getBytes(), StandardCharsets.UTF_8));
        if (!read.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return page(
                    viewer,
                    new Asked(
                            today().toString(),
                            "",
                            read.problems().stream().map(Problem::toString).toList()),
                    model);
        }
        ChoiceDraft here = travelling.arriving(read.draft()).only(parts::isHere);
        ChoiceDraft other = here.without(choices.stated(clock.instant()));
        choices.keep(viewer, choices.draft(viewer).with(other));
        flash.addFlashAttribute("notice", taken(read.draft().size() - here.size(), here.size() - other.size(), other));
        return "redirect:/choices/draft";
    }

    /** Begins the draft with a way of running a school that many know; what is so already is left out. */
    @Allows(Permission.CHOOSE_THE_DESIGN)
    @PostMapping("/choices/draft/starts")
    String start(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "") String start,
            RedirectAttributes flash) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Start chosen = Start.find(start)
                .orElseThrow(() -> new NotFound("There is no such start. Look under the design choices."));
        ChoiceDraft differing = choices.differing(chosen.draft(parts.threshold()), clock.instant());
        choices.keep(viewer, choices.draft(viewer).with(differing));
        flash.addFlashAttribute(
                "notice",
                differing.isEmpty()
                        ? "Your school works like this already. Nothing was added to your draft."
                        : "What differs from today is in your draft: " + differing.size()
                                + " changes. Take out what you do not want.");
        return "redirect:/choices/draft";
    }

    private static String taken(int elsewhere, int same, ChoiceDraft other) {
        return other.size() + " changes are in your draft. " + same + " are in force here already"
                + (elsewhere > 0
                        ? ", and " + elsewhere + " are about schools, subjects or students that are not here."
                        : ".");
    }

    private String page(Viewer viewer, Asked asked, Model model) {
        DraftLine.Before before = new DraftLine.Before(choices.book(), rules.book(), parts, clock.instant());
        model.addAttribute("lines", DraftLine.of(choices.draft(viewer), before));
        model.addAttribute("asked", asked);
        model.addAttribute("today", today().toString());
        return "portal/leader/draft";
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    private Optional<Instant> instant(String from) {
        try {
            LocalDate day = LocalDate.parse(from);
            return Optional.of(day.equals(today()) ? clock.instant() : SchoolTime.start(day));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private String notice(Instant from) {
        return from.isAfter(clock.instant())
                ? "Adopted. It takes effect on " + Dates.words(from) + "."
                : "Adopted, and in force. What has to be judged anew is being judged in the background.";
    }
}
