package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Move;
import org.ownpath.assessment.Reply;
import org.ownpath.evidence.Artifacts;
import org.ownpath.portal.NotFound;
import org.ownpath.portal.teacher.Attachments;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

/** One demonstration, for the student, the family and the school: where it is, what was handed in, what came of it. */
@Controller
public class DemonstrationPages {

    private final Demonstrations demonstrations;
    private final Lines lines;
    private final Showing showing;
    private final Unmet unmet;
    private final Attachments attachments;
    private final Artifacts artifacts;

    DemonstrationPages(
            Demonstrations demonstrations,
            Lines lines,
            Showing showing,
            Unmet unmet,
            Attachments attachments,
            Artifacts artifacts) {
        this.demonstrations = demonstrations;
        this.lines = lines;
        this.showing = showing;
        this.unmet = unmet;
        this.attachments = attachments;
        this.artifacts = artifacts;
    }

    /** What was typed into the page's forms. */
    public record Typed(String words, String when, String body, String link, List<Artifacts.Artifact> attached) {

        static final Typed NOTHING = new Typed("", "", "", "", List.of());
    }

    @GetMapping("/demonstrations/{demonstration}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable DemonstrationId demonstration, Model model) {
        return page(viewer, lines.one(viewer, demonstration), Typed.NOTHING, List.of(), model);
    }

    @PostMapping("/demonstrations/{demonstration}/moves")
    String move(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Line line = lines.one(viewer, demonstration);
        String words = AskForm.text(fields, "words");
        String when = AskForm.text(fields, "when");
        Optional<Move> move = Move.ofCode(AskForm.text(fields, "move"));
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

    @PostMapping("/demonstrations/{demonstration}/work")
    String handIn(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false, name = "file") List<MultipartFile> files,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Line line = lines.one(viewer, demonstration);
        Set<String> before = new HashSet<>(demonstrations
                .work(line.demonstration())
                .map(Demonstration.Work::artifacts)
                .orElse(List.of()));
        Attachments.Taken taken = attachments.take(
                viewer,
                new Attachments.Sent(
                        new PieceId(demonstration.value()),
                        files == null ? List.of() : files,
                        fields.getOrDefault("artifact", List.of()),
                        before),
                session);
        String body = AskForm.text(fields, "body");
        String link = AskForm.text(fields, "link");
        List<String> problems = new ArrayList<>(taken.problems());
        if (problems.isEmpty()) {
            List<String> hashes =
                    taken.files().stream().map(Artifacts.Artifact::hash).toList();
            problems.addAll(demonstrations
                    .handIn(viewer, demonstration, body, link, hashes)
                    .reasons());
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(viewer, line, new Typed("", "", body, link, taken.files()), problems, model);
        }
        flash.addFlashAttribute("notice", "Handed in. Your teacher will look at it.");
        return "redirect:" + line.href();
    }

    @GetMapping("/demonstrations/{demonstration}/files/{hash:[0-9a-f]{64}}")
    ResponseEntity<Resource> file(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @PathVariable String hash) {
        Line line = lines.one(viewer, demonstration);
        return file(demonstrations, artifacts, line.demonstration(), hash);
    }

    /** A file that was handed in; never shown in the page: what is in it must not act in the name of this site. */
    static ResponseEntity<Resource> file(
            Demonstrations demonstrations, Artifacts artifacts, Demonstration demonstration, String hash) {
        Artifacts.Artifact artifact = demonstrations
                .work(demonstration)
                .filter(work -> work.artifacts().contains(hash))
                .flatMap(work -> artifacts.of(List.of(hash)).stream().findFirst())
                .orElseThrow(() -> new NotFound("This file was not handed in here."));
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(artifact.fileName(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(artifact.mediaType()))
                .contentLength(artifact.bytes())
                .body(new FileSystemResource(artifacts.content(artifact)));
    }

    private String page(Viewer viewer, Line line, Typed typed, List<String> problems, Model model) {
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
        model.addAttribute("opens", demonstrations.opensAgain(demonstration.student(), missing));
        return "portal/assessment/demonstration";
    }

    private static boolean own(Viewer viewer, Line line) {
        return viewer.is(Role.STUDENT) && line.demonstration().student().equals(StudentId.of(viewer.person()));
    }
}
