package org.ownpath.portal.outcomes;

import java.security.SecureRandom;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.insight.Batching;
import org.ownpath.insight.Outcomes;
import org.ownpath.insight.Projection;
import org.ownpath.insight.ProjectionRun;
import org.ownpath.insight.SubjectOutcomes;
import org.ownpath.portal.NotFound;
import org.ownpath.shared.AsOf;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The tables of the outcomes as CSV files. Who took which is in the audit trail. */
@Controller
class OutcomesFiles {

    private final Outcomes outcomes;
    private final Asking asking;
    private final Access access;
    private final Batching batching;

    OutcomesFiles(Outcomes outcomes, Batching batching, Asking asking, Access access) {
        this.outcomes = outcomes;
        this.batching = batching;
        this.asking = asking;
        this.access = access;
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/students.csv")
    ResponseEntity<byte[]> students(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String by,
            @RequestParam(defaultValue = "") String value) {
        SubjectOutcomes shown = read(viewer, asking.view(viewer, since, subject, asOf));
        return taken(viewer, Sheets.students(shown, asking.part(viewer, shown, by, value)));
    }

    /** The same students for whoever studies the figures: pseudonyms that are drawn anew for each file, and no days. */
    @Allows(Permission.COMPARE_OUTCOMES)
    @GetMapping("/outcomes/without-names.csv")
    ResponseEntity<byte[]> withoutNames(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject) {
        SubjectOutcomes shown = read(viewer, asking.view(viewer, since, subject, asOf));
        return taken(viewer, Sheets.withoutNames(shown, new Pseudonyms(new SecureRandom())));
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/groups.csv")
    ResponseEntity<byte[]> groups(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "grade") String by) {
        SubjectOutcomes shown = read(viewer, asking.subjectView(viewer, since, subject, asOf));
        return taken(viewer, Sheets.breakdown(asking.told(viewer, shown, by)));
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/pace.csv")
    ResponseEntity<byte[]> pace(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject) {
        return taken(viewer, Sheets.pace(Bars.of(read(viewer, asking.view(viewer, since, subject, asOf)))));
    }

    @Allows(Permission.SEE_OUTCOMES)
    @GetMapping("/outcomes/graduation.csv")
    ResponseEntity<byte[]> graduation(
            @AuthenticationPrincipal Viewer viewer,
            AsOf asOf,
            @RequestParam(defaultValue = "") String since,
            @RequestParam(defaultValue = "") String subject) {
        SubjectOutcomes shown = read(viewer, asking.view(viewer, since, subject, asOf));
        return taken(viewer, Sheets.graduation(outcomes.graduation(viewer, shown)));
    }

    /** Who was promoted unready and who would wait. */
    @Allows(Permission.COMPARE_OUTCOMES)
    @GetMapping("/outcomes/batching.csv")
    ResponseEntity<byte[]> batching(
            @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String subject) {
        String chosen = subject(viewer, subject);
        return taken(viewer, Sheets.promotion(batching.measured(viewer, chosen).promotion()));
    }

    @Allows(Permission.COMPARE_OUTCOMES)
    @GetMapping("/outcomes/projection.csv")
    ResponseEntity<byte[]> projection(
            @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String subject) {
        Projection projection = batching.latestDone(viewer, subject(viewer, subject))
                .flatMap(ProjectionRun::result)
                .orElseThrow(() -> new NotFound("Nothing is projected yet. Ask for a projection first."));
        return taken(viewer, Sheets.projection(projection));
    }

    private String subject(Viewer viewer, String subject) {
        return asking.subjectView(viewer, "", subject, AsOf.now())
                .subject()
                .orElseThrow(() -> new NotFound("There is no framework yet."));
    }

    private SubjectOutcomes read(Viewer viewer, View view) {
        return outcomes.of(viewer, view.span(), view.subject());
    }

    private ResponseEntity<byte[]> taken(Viewer viewer, Sheet sheet) {
        access.audit(viewer, "outcomes.exported", sheet.name(), sheet.rows().size() + " rows");
        return sheet.file();
    }
}
