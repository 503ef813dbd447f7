package org.ownpath.portal.teacher;

import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Artifacts;
import org.ownpath.shared.PieceId;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files that go with a form. One that was sent with a form that could not be taken is remembered in the session, so that
 * nobody has to choose it again, and nobody can attach a file that they only know the hash of.
 */
@Component
public class Attachments {

    /** The most files that go with one piece. */
    public static final int MOST = 10;

    private final Artifacts artifacts;

    Attachments(Artifacts artifacts) {
        this.artifacts = artifacts;
    }

    /** The files of a form, and why one of them cannot be taken. */
    public record Taken(List<Artifacts.Artifact> files, List<String> problems) {}

    /**
     * What a form sends.
     *
     * @param kept hashes of earlier files that stay
     * @param owned hashes of the files that the piece had before
     */
    public record Sent(PieceId piece, List<MultipartFile> files, List<String> kept, Set<String> owned) {

        /** Of a form whose field {@code artifact} names the files that stay; a form without files sends none. */
        public static Sent of(
                PieceId piece,
                @Nullable List<MultipartFile> files,
                MultiValueMap<String, String> fields,
                Set<String> owned) {
            return new Sent(
                    piece, files == null ? List.of() : files, fields.getOrDefault("artifact", List.of()), owned);
        }
    }

    /** Takes what was sent, and what was kept of earlier sendings. */
    public Taken take(Viewer viewer, Sent sent, HttpSession session) {
        Set<String> allowed = new LinkedHashSet<>(sent.owned());
        allowed.addAll(remembered(session, sent.piece()));
        Set<String> hashes = new LinkedHashSet<>(sent.kept());
        hashes.retainAll(allowed);
        List<String> problems = new ArrayList<>();
        for (MultipartFile file : sent.files()) {
            String name = name(file.getOriginalFilename());
            if (!name.isEmpty()) {
                takeOne(viewer, name, file, hashes, problems);
            }
        }
        allowed.addAll(hashes);
        session.setAttribute(key(sent.piece()), new ArrayList<>(allowed));
        return new Taken(files(hashes), problems);
    }

    /** The stored files with these hashes, each once. */
    public List<Artifacts.Artifact> files(Collection<String> hashes) {
        return hashes.isEmpty()
                ? List.of()
                : artifacts.of(hashes.stream().distinct().toList());
    }

    private void takeOne(Viewer viewer, String name, MultipartFile file, Set<String> hashes, List<String> problems) {
        Optional<String> refusal = hashes.size() == MOST
                ? Optional.of(
                        "'" + name + "' is one file too many: " + MOST + " go with one piece. Put several into one.")
                : refusal(name, file);
        refusal.ifPresentOrElse(problems::add, () -> hashes.add(store(viewer, name, file)));
    }

    private Optional<String> refusal(String name, MultipartFile file) {
        try {
            return artifacts.refusal(name, file.getSize(), file::getInputStream);
        } catch (IOException e) {
            throw new UncheckedIOException("'" + name + "' could not be read: " + e.getMessage(), e);
        }
    }

    private String store(Viewer viewer, String name, MultipartFile file) {
        try (InputStream content = file.getInputStream()) {
            return artifacts.store(viewer, name, content).hash();
        } catch (IOException e) {
            throw new UncheckedIOException("'" + name + "' could not be read: " + e.getMessage(), e);
        }
    }

    private static List<String> remembered(HttpSession session, PieceId piece) {
        return session.getAttribute(key(piece)) instanceof List<?> hashes
                ? hashes.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static String key(PieceId piece) {
        return "attached-" + piece;
    }

    /** The last part of a path, without control characters. */
    private static String name(@Nullable String sent) {
        String path = sent == null ? "" : sent.replace('\\', '/').replaceAll("\\p{Cntrl}", "");
        return path.substring(path.lastIndexOf('/') + 1).strip();
    }
}
