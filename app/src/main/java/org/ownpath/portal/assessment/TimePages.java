package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.OpenHours;
import org.ownpath.assessment.OpenTime;
import org.ownpath.assessment.OpenTimes;
import org.ownpath.assessment.Reply;
import org.ownpath.portal.Fields;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.OpenTimeId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Open times: a teacher offers them and takes them back; a student books one, moves it or cancels it. */
@Controller
class TimePages {

    private final OpenTimes times;
    private final Demonstrations demonstrations;
    private final Lines lines;
    private final Clock clock;

    TimePages(OpenTimes times, Demonstrations demonstrations, Lines lines, Clock clock) {
        this.times = times;
        this.demonstrations = demonstrations;
        this.lines = lines;
        this.clock = clock;
    }

    @Allows(Permission.OFFER_TIMES)
    @GetMapping("/assess/times")
    String times(@AuthenticationPrincipal Viewer viewer, Model model) {
        LocalDate tomorrow = LocalDate.now(clock).plusDays(1);
        return page(viewer, TimesForm.open(tomorrow), List.of(), model);
    }

    @Allows(Permission.OFFER_TIMES)
    @PostMapping("/assess/times")
    String offer(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        TimesForm form = TimesForm.of(fields);
        List<String> problems = new ArrayList<>();
        Optional<OpenHours> hours = form.hours(problems);
        hours.ifPresent(offered -> problems.addAll(times.offer(viewer, offered).reasons()));
        if (problems.isEmpty()) {
            flash.addFlashAttribute("notice", "Your students can book these times now.");
            return "redirect:/assess/times";
        }
        response.setStatus(422);
        return page(viewer, form, problems, model);
    }

    @Allows(Permission.OFFER_TIMES)
    @PostMapping("/assess/times/{time}/withdrawal")
    String withdraw(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable OpenTimeId time,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        return told(times.withdraw(viewer, time, words), "The time is taken back.", "/assess/times", flash);
    }

    @Allows(Permission.ASK_TO_SHOW)
    @PostMapping("/demonstrations/{demonstration}/booking")
    String book(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam MultiValueMap<String, String> fields,
            RedirectAttributes flash) {
        String page = lines.one(viewer, demonstration).href();
        Reply reply = Fields.id(Fields.text(fields, "time"), OpenTimeId::of)
                .map(time -> times.book(viewer, demonstration, time))
                .orElseGet(() -> Reply.refused("No time is chosen. Choose one of those shown."));
        return told(reply, "The time is yours. Your teacher can see it.", page, flash);
    }

    @Allows(Permission.ANSWER_A_REQUEST)
    @PostMapping("/demonstrations/{demonstration}/booking/cancellation")
    String cancel(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam(defaultValue = "") String words,
            RedirectAttributes flash) {
        Reply reply = times.cancel(viewer, demonstration, words);
        return told(
                reply, "The time is cancelled, and the other side is told.", "/demonstrations/" + demonstration, flash);
    }

    private static String told(Reply reply, String done, String back, RedirectAttributes flash) {
        if (reply instanceof Reply.Refused refused) {
            flash.addFlashAttribute("refused", refused.reasons());
        } else {
            flash.addFlashAttribute("notice", done);
        }
        return "redirect:" + back;
    }

    private String page(Viewer viewer, TimesForm form, List<String> problems, Model model) {
        List<OpenTime> own = times.of(viewer);
        Map<DemonstrationId, Line> booked = lines
                .of(own.stream()
                        .flatMap(time -> time.bookedFor().stream())
                        .flatMap(id -> demonstrations.find(viewer, id).stream())
                        .toList())
                .stream()
                .collect(Collectors.toMap(line -> line.demonstration().id(), Function.identity()));
        model.addAttribute("form", form);
        model.addAttribute("times", own);
        model.addAttribute("booked", booked);
        model.addAttribute("problems", problems);
        if (model.getAttribute("refused") instanceof List<?> refused) {
            model.addAttribute("problems", refused.stream().map(String::valueOf).toList());
        }
        return "portal/assessment/times";
    }
}
