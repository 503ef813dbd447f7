package org.ownpath.portal.assessment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.ownpath.assessment.Task;
import org.ownpath.evidence.Artifacts;
import org.ownpath.portal.NotFound;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Hands out files that students have handed in or kept. */
final class Files {

    private Files() {}

    /** What goes with a task; nothing where there is none. */
    static List<String> of(Optional<Task> task) {
        return task.map(found -> found.content().files()).orElse(List.of());
    }

    /** One of these files; never shown in the page: what is in it must not act in the name of this site. */
    static ResponseEntity<Resource> handOut(Artifacts artifacts, List<String> hashes, String hash) {
        Artifacts.Artifact artifact = Optional.of(hash)
                .filter(hashes::contains)
                .flatMap(known -> artifacts.of(List.of(known)).stream().findFirst())
                .orElseThrow(() -> new NotFound("This file does not go with this work."));
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
}
