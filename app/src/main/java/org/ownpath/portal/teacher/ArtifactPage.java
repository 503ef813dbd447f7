package org.ownpath.portal.teacher;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.portal.NotFound;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands out a file that goes with a piece of evidence, to whoever may see a student whose evidence it is. */
@Controller
class ArtifactPage {

    private final Access access;
    private final LedgerReading ledger;
    private final Artifacts artifacts;

    ArtifactPage(Access access, LedgerReading ledger, Artifacts artifacts) {
        this.access = access;
        this.ledger = ledger;
        this.artifacts = artifacts;
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/artifacts/{hash:[0-9a-f]{64}}")
    ResponseEntity<Resource> artifact(
            @AuthenticationPrincipal Viewer viewer, @PathVariable String hash, @RequestParam PieceId piece) {
        Set<StudentId> students = ledger.piece(piece).stream()
                .filter(entry -> entry.artifacts().contains(hash))
                .map(Entry::student)
                .collect(Collectors.toSet());
        if (access.visible(viewer, students).isEmpty()) {
            throw notThere();
        }
        Artifacts.Artifact artifact =
                artifacts.of(List.of(hash)).stream().findFirst().orElseThrow(ArtifactPage::notThere);
        // never shown in the page: whatever is in it must not act in the name of this site
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(artifact.fileName()))
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(artifact.mediaType()))
                .contentLength(artifact.bytes())
                .body(new FileSystemResource(artifacts.content(artifact)));
    }

    private static String attachment(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    private static NotFound notThere() {
        return new NotFound("This file is not here, or goes with the evidence of a student who is not yours to see.");
    }
}
