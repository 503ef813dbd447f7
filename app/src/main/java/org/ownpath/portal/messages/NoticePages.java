package org.ownpath.portal.messages;

import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.messages.MailPace;
import org.ownpath.messages.MessageChoice;
import org.ownpath.messages.MessageChoices;
import org.ownpath.messages.NoticeKind;
import org.ownpath.messages.Notices;
import org.ownpath.portal.Fields;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is new for whoever is signed in, in their language, and how they want to be told. */
@Controller
class NoticePages {

    private static final int UNPROCESSABLE = 422;

    private final Notices notices;
    private final MessageChoices choices;

    NoticePages(Notices notices, MessageChoices choices) {
        this.notices = notices;
        this.choices = choices;
    }

    @Allows(Permission.READ_NOTICES)
    @GetMapping("/notices")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("words", notices.words(viewer));
        model.addAttribute("told", notices.of(viewer));
        return "portal/messages/notices";
    }

    @Allows(Permission.READ_NOTICES)
    @PostMapping("/notices/{notice}/reading")
    String read(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID notice) {
        return notices.read(viewer, notice)
                .map(address -> "redirect:" + address)
                .orElseThrow(() -> new NotFound("This notice is not yours. Look among your notices."));
    }

    @Allows(Permission.READ_NOTICES)
    @PostMapping("/notices/reading")
    String readAll(@AuthenticationPrincipal Viewer viewer) {
        notices.readAll(viewer);
        return "redirect:/notices";
    }

    @Allows(Permission.READ_NOTICES)
    @GetMapping("/notices/choice")
    String choice(@AuthenticationPrincipal Viewer viewer, Model model) {
        return choice(viewer, choices.of(viewer), "", model);
    }

    @Allows(Permission.READ_NOTICES)
    @PostMapping("/notices/choice")
    String choose(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> form,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Optional<MessageChoice> chosen = read(form);
        if (chosen.isEmpty()) {
            response.setStatus(UNPROCESSABLE);
            return choice(viewer, choices.of(viewer), notices.words(viewer).say("choices.time"), model);
        }
        choices.choose(viewer, chosen.get());
        flash.addFlashAttribute("notice", notices.words(viewer).say("choices.kept"));
        return "redirect:/notices/choice";
    }

    private String choice(Viewer viewer, MessageChoice choice, String problem, Model model) {
        model.addAttribute("words", notices.words(viewer));
        model.addAttribute("choice", choice);
        model.addAttribute("kinds", kindsFor(viewer));
        model.addAttribute("languages", List.copyOf(choices.languages()));
        model.addAttribute("problem", problem);
        return "portal/messages/choice";
    }

    /** Whoever does not work for the school is never told that a student needs them. */
    private static List<NoticeKind> kindsFor(Viewer viewer) {
        return Arrays.stream(NoticeKind.values())
                .filter(kind -> !kind.forStaff() || viewer.isStaff())
                .toList();
    }

    @Allows(Permission.STOP_E_MAILS)
    @GetMapping("/messages/stop/{link}")
    String stop(@PathVariable String link, Model model) {
        return stopped(link, false, model);
    }

    @Allows(Permission.STOP_E_MAILS)
    @PostMapping("/messages/stop/{link}")
    String stopReally(@PathVariable String link, Model model) {
        return stopped(link, true, model);
    }

    private String stopped(String link, boolean done, Model model) {
        model.addAttribute(
                "words",
                choices.stop(link, done)
                        .orElseThrow(() -> new NotFound("This link ends nothing. Sign in and open Notices instead.")));
        model.addAttribute("link", link);
        model.addAttribute("done", done);
        return "portal/messages/stop";
    }

    /** What a form says; empty when a time is none. */
    private static Optional<MessageChoice> read(MultiValueMap<String, String> form) {
        Set<NoticeKind> kinds = Arrays.stream(NoticeKind.values())
                .filter(kind -> form.getOrDefault("kind", List.of()).contains(kind.code()))
                .collect(Collectors.toSet());
        try {
            LocalTime from = LocalTime.parse(Fields.stripped(form, "from"));
            LocalTime until = LocalTime.parse(Fields.stripped(form, "until"));
            return MailPace.ofCode(Fields.stripped(form, "mail"))
                    .map(pace -> new MessageChoice(kinds, pace, from, until, Fields.stripped(form, "language")));
        } catch (DateTimeParseException noTime) {
            return Optional.empty();
        }
    }
}
