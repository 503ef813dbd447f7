package org.ownpath.portal.integrations;

import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.oneroster.rest.Connecting;
import org.ownpath.exchange.oneroster.rest.Results;
import org.ownpath.exchange.oneroster.rest.Schedule;
import org.ownpath.exchange.oneroster.rest.StudentSystem;
import org.ownpath.exchange.oneroster.rest.StudentSystemId;
import org.ownpath.exchange.oneroster.rest.StudentSystems;
import org.ownpath.portal.NotFound;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Connects a student information system, tries it, reads it, and says when it is read. */
@Controller
public class SystemPages {

    private final StudentSystems systems;
    private final Results results;

    SystemPages(StudentSystems systems, Results results) {
        this.systems = systems;
        this.results = results;
    }

    /** What is entered to connect a system. */
    public record Form(String name, String root, String token, String client, String secret, String scopes) {
        static final Form EMPTY = new Form("", "", "", "", "", "");
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/systems/new")
    String form(Model model) {
        return form(Form.EMPTY, "", model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/systems")
    String connect(@AuthenticationPrincipal Viewer viewer, @ModelAttribute Form form, Model model) {
        Connecting connecting = systems.connect(
                viewer,
                new StudentSystem.Address(
                        text(form.name()),
                        text(form.root()),
                        text(form.token()),
                        text(form.client()),
                        text(form.scopes())),
                text(form.secret()));
        return connecting instanceof Connecting.Connected connected
                ? "redirect:/integrations/systems/" + connected.id()
                : form(form, ((Connecting.Refused) connecting).reason(), model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/systems/{system}")
    String system(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentSystemId system, Model model) {
        return shown(viewer, system, "", model);
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/systems/{system}/runs")
    String run(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentSystemId system,
            @RequestParam(defaultValue = "everything") String what,
            @RequestParam(defaultValue = "false") boolean apply) {
        require(viewer, system);
        systems.run(viewer, system, !what.equals("changes"), apply);
        return "redirect:/integrations/systems/" + system;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/systems/{system}/schedule")
    String schedule(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentSystemId system,
            @RequestParam(defaultValue = "hand") String when,
            @RequestParam(defaultValue = "24") String hours,
            @RequestParam(defaultValue = "") String time,
            Model model) {
        require(viewer, system);
        Optional<Schedule> schedule = read(when, hours, time);
        Optional<String> problem = schedule.isEmpty()
                ? Optional.of("Enter hours as a number from 1 to 168, or the time of day as 03:30.")
                : systems.schedule(viewer, system, schedule.get());
        return problem.isPresent()
                ? shown(viewer, system, problem.get(), model)
                : "redirect:/integrations/systems/" + system;
    }

    /** Begins to send results, sends at once what is new or has not arrived, or sends nothing more. */
    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/systems/{system}/results")
    String results(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentSystemId system,
            @RequestParam(defaultValue = "true") boolean wanted) {
        require(viewer, system);
        if (wanted) {
            results.send(viewer, system);
        } else {
            results.stop(viewer, system);
        }
        return "redirect:/integrations/systems/" + system;
    }

    @Allows(Permission.KEEP_INTEGRATIONS)
    @PostMapping("/integrations/systems/{system}/disconnection")
    String disconnect(
            @AuthenticationPrincipal Viewer viewer, @PathVariable StudentSystemId system, RedirectAttributes flash) {
        StudentSystem before = require(viewer, system);
        systems.disconnect(viewer, system);
        flash.addFlashAttribute("notice", before.name() + " is disconnected. Whom it brought stay on the roster.");
        return "redirect:/integrations";
    }

    private static Optional<Schedule> read(String when, String hours, String time) {
        try {
            return switch (when) {
                case "hours" -> Optional.of(new Schedule.EveryHours(Integer.parseInt(hours.strip())));
                case "daily" -> Optional.of(new Schedule.DailyAt(LocalTime.parse(time.strip())));
                default -> Optional.of(new Schedule.ByHand());
            };
        } catch (NumberFormatException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static String form(Form form, String error, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("error", error);
        return "portal/integrations/system-new";
    }

    private String shown(Viewer viewer, StudentSystemId id, String error, Model model) {
        model.addAttribute("system", require(viewer, id));
        model.addAttribute("runs", systems.runs(viewer, id));
        model.addAttribute("sent", results.of(viewer, id));
        model.addAttribute("error", error);
        return "portal/integrations/system";
    }

    private StudentSystem require(Viewer viewer, StudentSystemId id) {
        return systems.system(viewer, id)
                .orElseThrow(() -> new NotFound("No such system is connected. Look among the integrations."));
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed;
    }
}
