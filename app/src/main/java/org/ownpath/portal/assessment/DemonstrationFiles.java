package org.ownpath.portal.assessment;

import java.util.List;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Claim;
import org.ownpath.assessment.Claims;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Scoring;
import org.ownpath.evidence.Artifacts;
import org.ownpath.shared.DemonstrationId;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files of a demonstration: what the student handed in or claims with, and what scorers said or marked in a file. */
@Controller
class DemonstrationFiles {

    private final Demonstrations demonstrations;
    private final Claims claims;
    private final Scoring scoring;
    private final Lines lines;
    private final Artifacts artifacts;

    DemonstrationFiles(
            Demonstrations demonstrations, Claims claims, Scoring scoring, Lines lines, Artifacts artifacts) {
        this.demonstrations = demonstrations;
        this.claims = claims;
        this.scoring = scoring;
        this.lines = lines;
        this.artifacts = artifacts;
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/demonstrations/{demonstration}/files/{hash:[0-9a-f]{64}}")
    ResponseEntity<Resource> work(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @PathVariable String hash) {
        Demonstration found = lines.one(viewer, demonstration).demonstration();
        return Files.handOut(
                artifacts,
                demonstrations
                        .work(found)
                        .map(Demonstration.Work::artifacts)
                        .or(() -> claims.of(found).map(Claim::artifacts))
                        .orElse(List.of()),
                hash);
    }

    /** Feedback is the student's when it is the result; what others said before that is for whoever scores. */
    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/demonstrations/{demonstration}/feedback/{hash:[0-9a-f]{64}}")
    ResponseEntity<Resource> feedback(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @PathVariable String hash) {
        Demonstration found = lines.one(viewer, demonstration).demonstration();
        return Files.handOut(
                artifacts,
                Stream.concat(
                                scoring.result(found).stream(),
                                demonstrations.mayScore(viewer, found)
                                        ? scoring.toModerate(found).stream()
                                        : Stream.empty())
                        .flatMap(score -> score.sheet().feedback().files().stream())
                        .toList(),
                hash);
    }
}
