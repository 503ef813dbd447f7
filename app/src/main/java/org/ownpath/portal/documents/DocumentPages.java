package org.ownpath.portal.documents;

import java.util.Map;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Graduation;
import org.ownpath.credential.StudentRecord;
import org.ownpath.credential.TraditionalTranscript;
import org.ownpath.credential.Transcripts;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.StudentId;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The documents of one student, each as a page and as PDF, for whoever may see the student. */
@Controller
class DocumentPages {

    private final Access access;
    private final Transcripts transcripts;
    private final Graduation graduation;
    private final Documents documents;

    DocumentPages(Access access, Transcripts transcripts, Graduation graduation, Documents documents) {
        this.access = access;
        this.transcripts = transcripts;
        this.graduation = graduation;
        this.documents = documents;
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/transcript")
    String mastery(@AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, AsOf asOf, Model model) {
        StudentRecord record = record(viewer, student, asOf);
        model.addAttribute("letterhead", documents.letterhead(student, record));
        model.addAttribute("record", record);
        model.addAttribute("graduation", graduation.of(student, asOf));
        return "portal/records/mastery";
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/transcript.pdf")
    ResponseEntity<byte[]> masteryPdf(
            @AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, AsOf asOf) {
        StudentRecord record = record(viewer, student, asOf);
        return documents.pdf(
                "mastery-pdf",
                "mastery transcript",
                documents.letterhead(student, record),
                Map.of("record", record, "graduation", graduation.of(student, asOf), "link", ""));
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/courses")
    String traditional(
            @AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, AsOf asOf, Model model) {
        StudentRecord record = record(viewer, student, asOf);
        model.addAttribute("letterhead", documents.letterhead(student, record));
        model.addAttribute("transcript", transcripts.traditional(record));
        return "portal/records/traditional";
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/courses.pdf")
    ResponseEntity<byte[]> traditionalPdf(
            @AuthenticationPrincipal Viewer viewer, @PathVariable StudentId student, AsOf asOf) {
        StudentRecord record = record(viewer, student, asOf);
        TraditionalTranscript transcript = transcripts.traditional(record);
        return documents.pdf(
                "traditional-pdf",
                "transcript of courses",
                documents.letterhead(student, record),
                Map.of("transcript", transcript));
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/report")
    String report(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            AsOf asOf,
            @RequestParam(defaultValue = "subject") String grain,
            @RequestParam(defaultValue = "90") int days,
            Model model) {
        StudentRecord record = record(viewer, student, asOf);
        model.addAttribute("letterhead", documents.letterhead(student, record));
        model.addAttribute("record", record);
        model.addAttribute("asked", Asked.of(grain, days));
        return "portal/records/report";
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/students/{student}/report.pdf")
    ResponseEntity<byte[]> reportPdf(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable StudentId student,
            AsOf asOf,
            @RequestParam(defaultValue = "subject") String grain,
            @RequestParam(defaultValue = "90") int days) {
        StudentRecord record = record(viewer, student, asOf);
        return documents.pdf(
                "report-pdf",
                "progress report",
                documents.letterhead(student, record),
                Map.of("record", record, "asked", Asked.of(grain, days)));
    }

    private StudentRecord record(Viewer viewer, StudentId student, AsOf asOf) {
        access.requireView(viewer, student);
        return transcripts.of(student, asOf);
    }
}
