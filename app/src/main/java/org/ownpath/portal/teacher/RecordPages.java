package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.policy.DesignChoices;
import org.ownpath.portal.RatedOn;
import org.ownpath.roster.Person;
import org.ownpath.shared.PieceId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recording evidence: whom, what, what sort of occasion, and a rating for each, from the keyboard. */
@Controller
class RecordPages {

    private final Access access;
    private final Choosing choosing;
    private final Frameworks frameworks;
    private final Mastery mastery;
    private final Ledger ledger;
    private final Attachments attachments;
    private final DesignChoices choices;
    private final Clock clock;

    RecordPages(
            Access access,
            Choosing choosing,
            Frameworks frameworks,
            Mastery mastery,
            Ledger ledger,
            Attachments attachments,
            DesignChoices choices,
            Clock clock) {
        this.access = access;
        this.choosing = choosing;
        this.frameworks = frameworks;
        this.mastery = mastery;
        this.ledger = ledger;
        this.attachments = attachments;
        this.choices = choices;
        this.clock = clock;
    }

    @Allows(Permission.RECORD_EVIDENCE)
    @GetMapping("/record")
    String open(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        access.requireStaff(viewer);
        Chooser chooser = choosing.choose(viewer, fields);
        model.addAttribute("chooser", chooser);
        if (!chooser.problems().isEmpty()) {
            response.setStatus(Outcomes.UNPROCESSABLE);
        }
        if (chooser.complete()) {
            String today = LocalDate.now(clock).toString();
            List<RecordForm.Part> parts = parts(chooser);
            model.addAttribute("form", RecordForm.open(RecordForm.Typed.on(today), parts));
            model.addAttribute("offered", Offered.in(parts, choices.book(), clock.instant()));
        }
        return "portal/teacher/record";
    }

    @Allows(Permission.RECORD_EVIDENCE)
    @PostMapping("/record")
    String record(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false, name = "file") List<MultipartFile> files,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes redirect) {
        access.requireStaff(viewer);
        Submitted submitted = new Submitted(fields);
        Chooser chooser = choosing.choose(viewer, fields);
        PieceId piece = submitted.piece().orElseGet(PieceId::next);
        List<String> problems = new ArrayList<>(chooser.problems());
        if (submitted.piece().isEmpty()) {
            problems.add("The form lost its number on the way. It has a new one; send it again.");
        }
        Attachments.Taken taken =
                attachments.take(viewer, Attachments.Sent.of(piece, files, fields, Set.of()), session);
        problems.addAll(taken.problems());
        RecordForm form = submitted.form(piece, parts(chooser)).with(taken.files(), List.of());
        Reading.Read read = Reading.read(form, new Reading.Known(viewer.person(), Optional.empty()));
        problems.addAll(read.problems());
        if (problems.isEmpty()) {
            Observation observation = read.observation().orElseThrow();
            Outcome outcome = ledger.record(viewer, observation);
            if (Outcomes.isKept(outcome)) {
                redirect.addFlashAttribute("notice", Outcomes.recorded(outcome, observation));
                return "redirect:/pieces/" + piece;
            }
            problems.addAll(Outcomes.problems(outcome));
        }
        response.setStatus(Outcomes.UNPROCESSABLE);
        model.addAttribute("chooser", chooser);
        model.addAttribute("offered", Offered.in(form.parts(), choices.book(), clock.instant()));
        model.addAttribute("form", form.with(taken.files(), problems));
        return "portal/teacher/record";
    }

    private List<RecordForm.Part> parts(Chooser chooser) {
        Curriculum curriculum = frameworks.curriculum();
        List<Standing> standings = mastery.of(
                chooser.students().stream().map(Person::student).toList(),
                chooser.chosen().stream().map(Competency::id).toList());
        return chooser.chosen().stream()
                .map(c -> RecordForm.Part.of(
                        c,
                        RatedOn.of(c, curriculum, choices.book(), clock.instant())
                                .scale(),
                        chooser.students(),
                        standings))
                .toList();
    }
}
