package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.PortfolioPiece;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.SelfAssessments;
import org.ownpath.evidence.Artifacts;
import org.ownpath.portal.Fields;
import org.ownpath.portal.assessment.DemonstrationPages.Typed;
import org.ownpath.portal.teacher.Attachments;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a student hands in, and where they see it themselves. */
@Controller
class HandInPages {

    private final Demonstrations demonstrations;
    private final SelfAssessments selfAssessments;
    private final Portfolios portfolios;
    private final Attachments attachments;
    private final Lines lines;
    private final DemonstrationPages page;

    HandInPages(
            Demonstrations demonstrations,
            SelfAssessments selfAssessments,
            Portfolios portfolios,
            Attachments attachments,
            Lines lines,
            DemonstrationPages page) {
        this.demonstrations = demonstrations;
        this.selfAssessments = selfAssessments;
        this.portfolios = portfolios;
        this.attachments = attachments;
        this.lines = lines;
        this.page = page;
    }

    @Allows(Permission.HAND_IN_WORK)
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
                viewer, Attachments.Sent.of(new PieceId(demonstration.value()), files, fields, before), session);
        Typed typed = new Typed("", "", written(line, fields), Fields.text(fields, "link"), taken.files());
        List<String> problems = new ArrayList<>(taken.problems());
        if (problems.isEmpty()) {
            problems.addAll(
                    handIn(viewer, demonstration, typed, kept(viewer, fields)).reasons());
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page.page(viewer, line, typed, problems, model);
        }
        flash.addFlashAttribute("notice", "Handed in. Your teacher will look at it.");
        return "redirect:" + line.href();
    }

    /** One text of what was written, by the parts of the task where it has some. */
    private String written(Line line, MultiValueMap<String, String> fields) {
        List<String> parts = demonstrations
                .task(line.demonstration())
                .map(task -> task.content().parts())
                .orElse(List.of());
        return PartedWork.of(parts, fields.getOrDefault("part", List.of()), Fields.text(fields, "body"))
                .body();
    }

    /** The piece of the student's own portfolio that is handed in, if one is chosen. */
    private Optional<PortfolioPiece> kept(Viewer viewer, MultiValueMap<String, String> fields) {
        return Fields.id(Fields.text(fields, "piece"), UUID::fromString)
                .flatMap(id -> portfolios.find(viewer, id))
                .filter(piece -> piece.student().equals(StudentId.of(viewer.person())));
    }

    private Reply handIn(Viewer viewer, DemonstrationId id, Typed typed, Optional<PortfolioPiece> piece) {
        String body = Stream.of(
                        piece.map(p -> "# " + p.title() + "\n" + p.body()).orElse(""), typed.body())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining("\n\n"));
        List<String> hashes = Stream.concat(
                        piece.stream().flatMap(p -> p.artifacts().stream()),
                        typed.attached().stream().map(Artifacts.Artifact::hash))
                .distinct()
                .toList();
        String link = typed.link().isBlank() ? piece.map(PortfolioPiece::link).orElse("") : typed.link();
        return demonstrations.handIn(viewer, id, body, link, hashes);
    }

    @Allows(Permission.HAND_IN_WORK)
    @PostMapping("/demonstrations/{demonstration}/self-assessment")
    String see(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Line line = lines.one(viewer, demonstration);
        List<String> problems = new ArrayList<>();
        Marks marks = ScoreForm.of(fields, List.of()).given(demonstrations.rubric(line.demonstration()), problems);
        if (problems.isEmpty()) {
            problems.addAll(selfAssessments.say(viewer, demonstration, marks).reasons());
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page.page(viewer, line, Typed.NOTHING, problems, model);
        }
        flash.addFlashAttribute("notice", "Kept. It stands beside what your teacher gives.");
        return "redirect:" + line.href();
    }
}
