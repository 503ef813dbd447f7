package org.ownpath.portal.integrations;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.StatementCounts;
import org.ownpath.exchange.xapi.StatementCounts.By;
import org.ownpath.portal.Dates;
import org.ownpath.portal.Fields;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How much programs have sent: statements counted by verb, activity, day or week. */
@Controller
public class CountsPage {

    private static final int SHOWN = 100;
    private static final List<By> WAYS = List.of(By.VERB, By.ACTIVITY, By.DAY, By.WEEK);

    private final StatementCounts counts;

    CountsPage(StatementCounts counts) {
        this.counts = counts;
    }

    /** What was asked for. */
    public record Asked(By by, String verb, String activity, String from, String until) {

        /** Whether anything narrows it. */
        public boolean narrowed() {
            return !(verb + activity + from + until).isBlank();
        }
    }

    /**
     * A verb or an activity to narrow it by.
     *
     * @param code the address by which programs know it
     */
    public record Choice(String code, String name) {}

    /**
     * A line.
     *
     * @param score the average, as a percentage; empty where nothing was scored
     */
    public record Line(String name, long statements, String score) {}

    @Allows(Permission.KEEP_INTEGRATIONS)
    @GetMapping("/integrations/counts")
    String counts(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam(defaultValue = "verb") String by,
            @RequestParam(defaultValue = "") String verb,
            @RequestParam(defaultValue = "") String activity,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Model model) {
        By way =
                WAYS.stream().filter(each -> each.code().equals(by)).findFirst().orElse(By.VERB);
        Asked asked = new Asked(way, verb.strip(), activity.strip(), from, until);
        StatementCounts.Counted counted = counts.count(viewer, wish(asked), 0, SHOWN);
        boolean answered = counted instanceof StatementCounts.Counted.Lines;
        model.addAttribute("asked", asked);
        model.addAttribute("ways", WAYS);
        model.addAttribute("lines", answered ? lines(way, (StatementCounts.Counted.Lines) counted) : List.of());
        model.addAttribute("more", answered && ((StatementCounts.Counted.Lines) counted).more());
        model.addAttribute("error", counted instanceof StatementCounts.Counted.Refused refused ? refused.why() : "");
        model.addAttribute("verbs", known(viewer, By.VERB));
        model.addAttribute("activities", known(viewer, By.ACTIVITY));
        return "portal/integrations/counts";
    }

    /** What there is to narrow it by, by name. */
    private List<Choice> known(Viewer viewer, By by) {
        return counts.kinds(viewer, by).stream()
                .map(kind -> new Choice(kind.code(), name(kind.code(), kind.called())))
                .sorted(Comparator.comparing(Choice::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static StatementCounts.Wish wish(Asked asked) {
        return new StatementCounts.Wish(
                List.of(asked.by()),
                Optional.empty(),
                Optional.of(asked.verb()).filter(iri -> !iri.isEmpty()),
                Optional.of(asked.activity()).filter(iri -> !iri.isEmpty()),
                Optional.empty(),
                Fields.day(asked.from()).map(SchoolTime::start),
                Fields.day(asked.until()).map(last -> SchoolTime.start(last.plusDays(1))),
                asked.narrowed());
    }

    /** Days and weeks the latest first; the rest as counted, the most first. */
    private static List<Line> lines(By by, StatementCounts.Counted.Lines counted) {
        Comparator<StatementCounts.Line> order = by == By.DAY || by == By.WEEK
                ? Comparator.comparing((StatementCounts.Line line) -> of(line, by))
                : Comparator.comparingLong(StatementCounts.Line::statements);
        return counted.lines().stream()
                .sorted(order.reversed())
                .map(line -> line(by, line))
                .toList();
    }

    private static String of(StatementCounts.Line line, By by) {
        return line.of().getOrDefault(by.code(), "");
    }

    private static Line line(By by, StatementCounts.Line line) {
        String code = of(line, by);
        String score = line.score().isPresent() ? Math.round(100 * line.score().getAsDouble()) + "%" : "";
        return switch (by) {
            case DAY -> new Line(Dates.words(LocalDate.parse(code)), line.statements(), score);
            case WEEK -> new Line("Week of " + Dates.words(LocalDate.parse(code)), line.statements(), score);
            case VERB, ACTIVITY, ACTOR ->
                new Line(name(code, line.called().getOrDefault(by.code(), "")), line.statements(), score);
        };
    }

    private static String name(String code, String called) {
        return called.isEmpty() ? last(code) : called;
    }

    /** The last words of an address, where nothing else says what it is. */
    private static String last(String iri) {
        String[] parts = iri.split("[/:#]", 0);
        return Arrays.stream(parts).reduce("another kind", (before, after) -> after.isBlank() ? before : after);
    }
}
