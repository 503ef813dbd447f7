package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Agreements;
import org.ownpath.assessment.CommentBank;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Rubric;
import org.ownpath.assessment.Score;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.items.Accommodations;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.teacher.Attachments;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PieceId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Scoring one demonstration after the other by its rubric, from the keyboard. */
@Controller
class ScoringPages {

    private final Demonstrations demonstrations;
    private final Scoring scoring;
    private final CommentBank comments;
    private final Queue queue;
    private final Lines lines;
    private final Showing showing;
    private final Attachments attachments;
    private final Agreements agreements;
    private final Accommodations accommodations;

    ScoringPages(
            Demonstrations demonstrations,
            Scoring scoring,
            CommentBank comments,
            Queue queue,
            Lines lines,
            Showing showing,
            Attachments attachments,
            Agreements agreements,
            Accommodations accommodations) {
        this.demonstrations = demonstrations;
        this.scoring = scoring;
        this.comments = comments;
        this.queue = queue;
        this.lines = lines;
        this.showing = showing;
        this.attachments = attachments;
        this.agreements = agreements;
        this.accommodations = accommodations;
    }

    @Allows(Permission.SCORE_WORK)
    @GetMapping("/demonstrations/{demonstration}/score")
    String open(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam(defaultValue = Queue.BY_TASK) String by,
            Model model) {
        Line line = mine(viewer, demonstration);
        if (scoring.waiting(viewer, List.of(line.demonstration())).isEmpty()) {
            return "redirect:" + Queue.home(by);
        }
        Shown shown = showing.of(line);
        List<Score> others = scoring.toModerate(line.demonstration());
        ScoreForm form = ScoreForm.open(shown, others, attachments.files(files(others)));
        return page(viewer, shown, form, by, List.of(), model);
    }

    @Allows(Permission.SCORE_WORK)
    @PostMapping("/demonstrations/{demonstration}/score")
    String score(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam(defaultValue = Queue.BY_TASK) String by,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false, name = "file") List<MultipartFile> files,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Line line = mine(viewer, demonstration);
        Shown shown = showing.of(line);
        Attachments.Taken taken = attachments.take(
                viewer,
                Attachments.Sent.of(
                        new PieceId(demonstration.value()),
                        files,
                        fields,
                        files(scoring.toModerate(line.demonstration()))),
                session);
        ScoreForm form = ScoreForm.of(fields, taken.files());
        Optional<Line> next = queue.after(queue.toScore(queue.all(viewer), viewer, by), demonstration);
        List<String> problems = new ArrayList<>(taken.problems());
        form.sheet(shown.rubric(), comments.of(viewer), problems)
                .ifPresent(sheet -> problems.addAll(
                        scoring.score(viewer, demonstration, sheet).reasons()));
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(viewer, shown, form, by, problems, model);
        }
        if (form.keep() && !form.feedback().isBlank()) {
            comments.keep(viewer, form.feedback());
        }
        flash.addFlashAttribute(
                "notice",
                "Scored: " + line.student() + ", " + line.demonstration().title() + ".");
        return "redirect:"
                + next.map(n -> n.href() + "/score?by=" + Queue.order(by)).orElse(Queue.home(by));
    }

    @Allows(Permission.KEEP_COMMENTS)
    @PostMapping("/comments/{comment}/removal")
    String drop(@AuthenticationPrincipal Viewer viewer, @PathVariable UUID comment) {
        if (!comments.drop(viewer, comment)) {
            throw new NotFound("This comment is not in your bank. Look at those that are.");
        }
        return "redirect:/comments";
    }

    @Allows(Permission.KEEP_COMMENTS)
    @GetMapping("/comments")
    String comments(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("comments", comments.of(viewer));
        return "portal/assessment/comments";
    }

    /** How those who have scored before compare with others on all that two have scored. */
    private List<Agreements.Severity> severities(Viewer viewer, List<Score> others) {
        Set<String> names = others.stream().map(Score::scorerName).collect(Collectors.toSet());
        return others.size() < 2
                ? List.of()
                : agreements.report(viewer).scorers().stream()
                        .filter(severity -> names.contains(severity.scorer()))
                        .toList();
    }

    /** The files that go with what these have said. */
    private static Set<String> files(List<Score> scores) {
        return scores.stream()
                .flatMap(score -> score.sheet().feedback().files().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Line mine(Viewer viewer, DemonstrationId id) {
        Line line = lines.one(viewer, id);
        if (!demonstrations.mayScore(viewer, line.demonstration())) {
            throw new NotAllowed("This is not yours to score.");
        }
        return line;
    }

    private String page(Viewer viewer, Shown shown, ScoreForm form, String by, List<String> problems, Model model) {
        Rubric rubric = shown.rubric();
        Demonstration demonstration = shown.line().demonstration();
        List<Line> waiting = queue.toScore(queue.all(viewer), viewer, by);
        List<Score> others = scoring.toModerate(demonstration);
        model.addAttribute("shown", shown);
        model.addAttribute("rubric", rubric);
        model.addAttribute("others", others);
        model.addAttribute("severities", severities(viewer, others));
        model.addAttribute(
                "needs",
                demonstrations.answers(viewer, demonstration)
                        ? accommodations.of(viewer, demonstration.student()).words()
                        : "");
        model.addAttribute("form", form);
        model.addAttribute("by", Queue.order(by));
        model.addAttribute("home", Queue.home(by));
        model.addAttribute("problems", problems);
        model.addAttribute("comments", comments.of(viewer));
        model.addAttribute("waiting", waiting.size());
        model.addAttribute(
                "next",
                queue.after(waiting, demonstration.id())
                        .map(line -> line.href() + "/score?by=" + by)
                        .orElse(""));
        return "portal/assessment/score";
    }
}
