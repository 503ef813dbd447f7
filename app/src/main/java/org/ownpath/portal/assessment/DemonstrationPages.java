package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Move;
import org.ownpath.assessment.OpenTimes;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.items.Accommodations;
import org.ownpath.evidence.Artifacts;
import org.ownpath.portal.Fields;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
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

/** One demonstration, for the student, the family and the school: where it is, what was handed in, what came of it. */
@Controller
public class DemonstrationPages {

    private static final int MOST_COLLEAGUES = 300;

    private final Demonstrations demonstrations;
    private final Requests requests;
    private final Lines lines;
    private final Showing showing;
    private final Unmet unmet;
    private final Portfolios portfolios;
    private final Roster roster;
    private final OutsideAssessors outside;
    private final Accommodations accommodations;
    private final OpenTimes times;
    private final Clock clock;

    DemonstrationPages(
            Demonstrations demonstrations,
            Requests requests,
            Lines lines,
            Showing showing,
            Unmet unmet,
            Portfolios portfolios,
            Roster roster,
            OutsideAssessors outside,
            Accommodations accommodations,
            OpenTimes times,
            Clock clock) {
        this.demonstrations = demonstrations;
        this.requests = requests;
        this.lines = lines;
        this.showing = showing;
        this.unmet = unmet;
        this.portfolios = portfolios;
        this.roster = roster;
        this.outside = outside;
        this.accommodations = accommodations;
        this.times = times;
        this.clock = clock;
    }

    /** What was typed into the page's forms. */
    public record Typed(String words, String when, String body, String link, List<Artifacts.Artifact> attached) {

        static final Typed NOTHING = new Typed("", "", "", "", List.of());
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/demonstrations/{demonstration}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable DemonstrationId demonstration, Model model) {
        return page(viewer, lines.one(viewer, demonstration), Typed.NOTHING, List.of(), model);
    }

    @Allows(Permission.ANSWER_A_REQUEST)
    @PostMapping("/demonstrations/{demonstration}/moves")
    String move(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Line line = lines.one(viewer, demonstration);
        String words = Fields.text(fields, "words");
        String when = Fields.text(fields, "when");
        Optional<Move> move = Move.ofCode(Fields.text(fields, "move"));
        Optional<Instant> meetsAt = move.filter(Move.TIME_PROPOSED::equals).flatMap(m -> AskForm.moment(when));
        Reply reply = move.map(m -> demonstrations.move(viewer, demonstration, m, words, meetsAt))
                .orElseGet(() -> new Reply.Refused(List.of("Nothing is chosen. Choose what to answer.")));
        if (reply instanceof Reply.Refused refused) {
            response.setStatus(422);
            return page(viewer, line, new Typed(words, when, "", "", List.of()), refused.reasons(), model);
        }
        flash.addFlashAttribute("notice", done(viewer, line));
        return "redirect:" + (fields.containsKey("back") ? "/assess" : line.href());
    }

    private static String done(Viewer viewer, Line line) {
        return own(viewer, line) ? "Your teacher can see it now." : line.student() + " can see your answer now.";
    }

    /** The page of a demonstration, with what was typed and why it could not be taken. */
    String page(Viewer viewer, Line line, Typed typed, List<String> problems, Model model) {
        Demonstration demonstration = line.demonstration();
        Shown shown = showing.of(line);
        List<CompetencyId> missing = shown.result().isPresent()
                ? unmet.of(demonstration).stream().map(c -> c.id()).toList()
                : List.of();
        model.addAttribute("shown", shown);
        model.addAttribute("typed", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("own", own(viewer, line));
        model.addAttribute("answers", demonstrations.answers(viewer, demonstration));
        model.addAttribute("missing", missing);
        model.addAttribute("free", own(viewer, line) ? times.free(List.of(demonstration.assessor())) : List.of());
        if (model.getAttribute("refused") instanceof List<?> refused) {
            model.addAttribute("problems", refused.stream().map(String::valueOf).toList());
        }
        model.addAttribute("pieces", own(viewer, line) ? portfolios.of(viewer, demonstration.student()) : List.of());
        model.addAttribute(
                "needs",
                demonstrations.answers(viewer, demonstration)
                        ? accommodations.of(viewer, demonstration.student()).words()
                        : "");
        colleagues(viewer, demonstration, model);
        model.addAttribute("opens", requests.opensAgain(demonstration.student(), missing));
        return "portal/assessment/demonstration";
    }

    /** Whom it can be handed to, who can score it too, and the links to it; for whoever answers for it. */
    private void colleagues(Viewer viewer, Demonstration demonstration, Model model) {
        boolean offers = demonstrations.answers(viewer, demonstration)
                && demonstration.stage().open();
        model.addAttribute("address", String.valueOf(model.asMap().getOrDefault("address", "")));
        model.addAttribute(
                "teachers",
                offers
                        ? roster.teachersOf(demonstration.student()).stream()
                                .map(Teaching::teacher)
                                .filter(person -> !person.id().equals(demonstration.assessor()))
                                .distinct()
                                .toList()
                        : List.of());
        model.addAttribute(
                "seconds",
                offers && demonstration.second().isEmpty()
                        ? roster.search("", Optional.of(Role.TEACHER), MOST_COLLEAGUES).stream()
                                .filter(person -> !person.id().equals(demonstration.assessor()))
                                .toList()
                        : List.of());
        model.addAttribute("outsiders", offers && outside.offered(demonstration));
        model.addAttribute("links", offers ? outside.of(demonstration) : List.of());
        model.addAttribute("now", clock.instant());
    }

    static boolean own(Viewer viewer, Line line) {
        return viewer.is(Role.STUDENT) && line.demonstration().student().equals(StudentId.of(viewer.person()));
    }
}
