package org.ownpath.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.shared.ContentFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door for files that go with evidence: kept once each, by the hash of their content. */
@Component
public class Artifacts {

    /** The most bytes that a file may have. */
    public static final long MOST_BYTES = 20L * 1024 * 1024;

    /** What may be attached, by the end of the name. */
    public static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("pdf", "application/pdf"),
            Map.entry("png", "image/png"),
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("webp", "image/webp"),
            Map.entry("gif", "image/gif"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("m4a", "audio/mp4"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("wav", "audio/wav"),
            Map.entry("webm", "audio/webm"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
            Map.entry("pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"));

    private final ContentFiles files;
    private final JdbcClient database;
    private final Clock clock;

    Artifacts(ContentFiles files, JdbcClient database, Clock clock) {
        this.files = files;
        this.database = database;
        this.clock = clock;
    }

    /** A stored file. */
    public record Artifact(String hash, String fileName, String mediaType, long bytes) {}

    /** Opens what was sent, from its beginning. */
    public interface Content {
        /** A new reading of it. */
        InputStream open() throws IOException;
    }

    /** Why a file is not taken: empty, too large, of a kind that is not taken, or not what its name says. */
    public Optional<String> refusal(String fileName, long bytes, Content content) throws IOException {
        if (bytes == 0) {
            return Optional.of("'" + fileName + "' is empty. Choose another file.");
        }
        if (bytes > MOST_BYTES) {
            return Optional.of("'" + fileName + "' has " + bytes / (1024 * 1024) + " MB; up to 20 MB are taken. "
                    + "Make it smaller, or attach a part of it.");
        }
        return mediaType(fileName).isPresent()
                ? ContentCheck.problem(fileName, content)
                : Optional.of("Files like '" + fileName + "' are not taken. Use one of "
                        + TYPES.keySet().stream().sorted().toList() + ".");
    }

    /** Keeps a file that {@link #refusal} has nothing against, and gives its hash. */
    public Artifact store(Viewer viewer, String fileName, InputStream content) {
        ContentFiles.Kept kept = files.keep(content);
        String type = mediaType(fileName).orElseThrow();
        database.sql("""
                insert into evidence.artifact (district_id, hash, file_name, media_type, bytes, stored_at, stored_by)
                values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        viewer.district().value(),
                        kept.hash(),
                        fileName,
                        type,
                        kept.bytes(),
                        Timestamp.from(clock.instant()),
                        viewer.account().value())
                .update();
        return new Artifact(kept.hash(), fileName, type, kept.bytes());
    }

    /** The files with these hashes, in the order of the hashes. */
    public List<Artifact> of(List<String> hashes) {
        return database.sql("""
                select * from evidence.artifact where hash = any(:hashes::text[])
                order by array_position(:hashes::text[], hash)""")
                .param("hashes", hashes.toArray(String[]::new))
                .query((row, n) -> new Artifact(
                        row.getString("hash"),
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getLong("bytes")))
                .list();
    }

    /** Where the content of a stored file is. */
    public Path content(Artifact artifact) {
        return files.path(artifact.hash());
    }

    private static Optional<String> mediaType(String fileName) {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(java.util.Locale.ROOT);
        return Optional.ofNullable(TYPES.get(ending));
    }
}
