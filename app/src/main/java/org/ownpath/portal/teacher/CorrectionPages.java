package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Outcome;
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

/** Correcting: the record form filled in with what was recorded, to be put in its place with a reason. */
@Controller
class CorrectionPages {

    private static final String OVER = "Nothing of this piece counts any more: it is corrected or withdrawn already.";

    private final Pieces pieces;
    private final Ledger ledger;
    private final Attachments attachments;

    CorrectionPages(Pieces pieces, Ledger ledger, Attachments attachments) {
        this.pieces = pieces;
        this.ledger = ledger;
        this.attachments = attachments;
    }

    @Allows(Permission.CORRECT_EVIDENCE)
    @GetMapping("/pieces/{wrong}/correction")
    String open(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PieceId wrong,
            Model model,
            RedirectAttributes redirect) {
        List<Entry> entries = pieces.correctable(viewer, wrong);
        if (entries.isEmpty()) {
            redirect.addFlashAttribute("notice", OVER);
            return "redirect:/pieces/" + wrong;
        }
        List<RecordForm.Part> parts = pieces.parts(entries);
        RecordForm form = RecordForm.open(typed(entries.get(0)), parts)
                .marked(RecordForm.marks(entries, parts))
                .with(attachments.files(Pieces.hashes(entries)), List.of());
        return show(viewer, wrong, form, model);
    }

    @Allows(Permission.CORRECT_EVIDENCE)
    @PostMapping("/pieces/{wrong}/correction")
    String correct(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PieceId wrong,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false, name = "file") List<MultipartFile> files,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        List<Entry> entries = pieces.correctable(viewer, wrong);
        if (entries.isEmpty()) {
            redirect.addFlashAttribute("notice", OVER);
            return "redirect:/pieces/" + wrong;
        }
        Submitted submitted = new Submitted(fields);
        PieceId piece = submitted.piece().orElseGet(PieceId::next);
        Attachments.Taken taken =
                attachments.take(viewer, Attachments.Sent.of(piece, files, fields, Pieces.hashes(entries)), session);
        RecordForm form = submitted.form(piece, pieces.parts(entries)).with(taken.files(), List.of());
        List<String> problems = new ArrayList<>(taken.problems());
        problems.addAll(store(viewer, wrong, entries.get(0), form, problems.isEmpty()));
        if (problems.isEmpty()) {
            redirect.addFlashAttribute("notice", "Corrected. What stood before stays on record and counts no more.");
            return "redirect:/pieces/" + piece;
        }
        response.setStatus(Outcomes.UNPROCESSABLE);
        return show(viewer, wrong, form.with(taken.files(), problems), model);
    }

    /** Stores the correction unless something is wrong with it; gives what is. */
    private List<String> store(Viewer viewer, PieceId wrong, Entry first, RecordForm form, boolean soFarRight) {
        Reading.Read read = Reading.read(form, new Reading.Known(first.observer(), Optional.of(first.shownAt())));
        if (!soFarRight || read.observation().isEmpty()) {
            return read.problems();
        }
        Outcome outcome = ledger.correct(
                viewer, wrong, read.observation().get(), form.typed().reason());
        return Outcomes.problems(outcome);
    }

    private String show(Viewer viewer, PieceId wrong, RecordForm form, Model model) {
        model.addAttribute("view", pieces.view(viewer, wrong));
        model.addAttribute("form", form);
        return "portal/teacher/correction";
    }

    private static RecordForm.Typed typed(Entry entry) {
        return new RecordForm.Typed(
                SchoolTime.day(entry.shownAt()).toString(),
                entry.nature().form().code(),
                entry.nature().depth().code(),
                entry.nature().context().code(),
                entry.nature().purpose().code(),
                entry.task().orElse(""),
                entry.note().orElse(""),
                "");
    }
}
