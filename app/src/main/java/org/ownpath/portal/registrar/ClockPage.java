package org.ownpath.portal.registrar;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.TimeZones;
import org.ownpath.access.Viewer;
import org.ownpath.portal.Dates;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which time the school's clock shows. */
@Controller
public class ClockPage {

    private final TimeZones zones;
    private final Clock clock;

    ClockPage(TimeZones zones, Clock clock) {
        this.zones = zones;
        this.clock = clock;
    }

    /** A zone as the page offers it, such as "Chicago" for "America/Chicago". */
    public record Choice(String id, String words) {

        static Choice of(String id) {
            return new Choice(
                    id, id.substring(id.indexOf('/') + 1).replace('_', ' ').replace("/", ", "));
        }

        private String region() {
            return id.contains("/") ? id.substring(0, id.indexOf('/')) : "Everywhere";
        }
    }

    @Allows(Permission.SET_THE_CLOCK)
    @GetMapping("/clock")
    String clock(Model model) {
        Map<String, List<Choice>> regions = Stream.concat(
                        Stream.of(SchoolTime.zone().getId()), TimeZones.all().stream())
                .distinct()
                .map(Choice::of)
                .collect(Collectors.groupingBy(Choice::region, TreeMap::new, Collectors.toList()));
        model.addAttribute("regions", regions);
        model.addAttribute("chosen", SchoolTime.zone().getId());
        model.addAttribute("now", Dates.withTime(clock.instant()));
        return "portal/registrar/clock";
    }

    @Allows(Permission.SET_THE_CLOCK)
    @PostMapping("/clock")
    String set(@AuthenticationPrincipal Viewer viewer, @RequestParam String zone, RedirectAttributes flash) {
        Optional<ZoneId> named = TimeZones.named(zone);
        named.ifPresent(known -> zones.choose(viewer, known));
        flash.addFlashAttribute(
                "notice",
                named.isPresent()
                        ? "The school's clock is set. It shows " + Dates.withTime(clock.instant()) + "."
                        : "There is no such place on the list. Choose one of those below.");
        return "redirect:/clock";
    }
}
