package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.ScoreSheet;
import org.ownpath.evidence.Artifacts;
import org.ownpath.portal.NotFound;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What somebody outside the school sees under a link: one task, one work, its rubric; no name and no other page. */
@Controller
class OutsidePages {

    private final OutsideAssessors outside;
    private final Demonstrations demonstrations;
    private final Artifacts artifacts;

    OutsidePages(OutsideAssessors outside, Demonstrations demonstrations, Artifacts artifacts) {
        this.outside = outside;
        this.demonstrations = demonstrations;
        this.artifacts = artifacts;
    }

    @Allows(Permission.SCORE_BY_INVITATION)
    @GetMapping("/outside/{token:[A-Za-z0-9_-]{20,100}}")
    String open(@PathVariable String token, HttpServletRequest request, HttpServletResponse response, Model model) {
        return under(token, request, (link, demonstration) -> {
            response.setHeader("Referrer-Policy", "no-referrer");
            return page(
                    token,
                    link,
                    demonstration,
                    ScoreForm.of(demonstrations.rubric(demonstration), new Marks(Map.of())),
                    List.of(),
                    model);
        });
    }

    @Allows(Permission.SCORE_BY_INVITATION)
    @PostMapping("/outside/{token:[A-Za-z0-9_-]{20,100}}/score")
    String score(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        return under(token, request, (link, demonstration) -> {
            response.setHeader("Referrer-Policy", "no-referrer");
            ScoreForm form = ScoreForm.of(fields, List.of()).at(demonstration);
            List<String> problems = new ArrayList<>();
            Optional<ScoreSheet> sheet = form.sheet(demonstrations.rubric(demonstration), List.of(), problems);
            sheet.ifPresent(s -> problems.addAll(outside.score(link, s).reasons()));
            if (!problems.isEmpty()) {
                response.setStatus(422);
                return page(token, link, demonstration, form, problems, model);
            }
            return "portal/assessment/outside-done";
        });
    }

    @Allows(Permission.SCORE_BY_INVITATION)
    @GetMapping("/outside/{token:[A-Za-z0-9_-]{20,100}}/files/{hash:[0-9a-f]{64}}")
    ResponseEntity<Resource> file(@PathVariable String token, @PathVariable String hash, HttpServletRequest request) {
        return under(
                token,
                request,
                (link, demonstration) -> Files.handOut(
                        artifacts,
                        Stream.concat(
                                        demonstrations.work(demonstration).stream()
                                                .flatMap(work -> work.artifacts().stream()),
                                        Files.of(demonstrations.task(demonstration)).stream())
                                .toList(),
                        hash));
    }

    /** Does something with what a link shows, inside its district; a link that opens nothing is a page that is not here. */
    private <T> T under(
            String token, HttpServletRequest request, BiFunction<OutsideAssessors.Link, Demonstration, T> work) {
        OutsideAssessors.Link link =
                outside.open(token, request.getRemoteAddr()).orElseThrow(OutsidePages::notThere);
        return DistrictScope.within(
                link.district(),
                () -> work.apply(link, outside.demonstration(link).orElseThrow(OutsidePages::notThere)));
    }

    private String page(
            String token,
            OutsideAssessors.Link link,
            Demonstration demonstration,
            ScoreForm form,
            List<String> problems,
            Model model) {
        Optional<Demonstration.Work> work = demonstrations.work(demonstration);
        model.addAttribute("at", "/outside/" + token);
        model.addAttribute("link", link);
        model.addAttribute("title", demonstration.title());
        model.addAttribute("note", demonstration.note());
        model.addAttribute("task", demonstrations.task(demonstration));
        model.addAttribute("material", artifacts.of(Files.of(demonstrations.task(demonstration))));
        model.addAttribute("rubric", demonstrations.rubric(demonstration));
        model.addAttribute("work", work);
        model.addAttribute("files", work.map(w -> artifacts.of(w.artifacts())).orElse(List.of()));
        model.addAttribute("scorable", demonstration.scorable());
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "portal/assessment/outside";
    }

    private static NotFound notThere() {
        return new NotFound("This link opens nothing: it may have expired or been ended. Ask whoever sent it to you.");
    }
}
