package org.ownpath.shared;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Files on disk, each under the SHA-256 of its content, so that the same content is kept once and a changed one is
 * never mistaken for it. A file appears whole or not at all.
 */
public final class ContentFiles {

    private final Path root;
    private final Optional<ContentFiles> copies;

    /** Keeps them under this folder, which is made when it is first needed. */
    public ContentFiles(Path root) {
        this(root, Optional.empty());
    }

    /** As {@link #ContentFiles(Path)}, and a copy of each in another place before it counts as kept. */
    public ContentFiles(Path root, Optional<ContentFiles> copies) {
        this.root = root;
        this.copies = copies;
    }

    /** A file that is kept. */
    public record Kept(String hash, long bytes) {}

    /** Keeps the content, reading it to its end. */
    public Kept keep(InputStream content) {
        try {
            Files.createDirectories(root);
            Path draft = Files.createTempFile(root, "draft", "");
            MessageDigest digest = Sha256.digest();
            long bytes;
            try (InputStream in = new DigestInputStream(content, digest);
                    OutputStream out = Files.newOutputStream(draft)) {
                bytes = in.transferTo(out);
            }
            if (copies.isPresent()) {
                try (InputStream again = Files.newInputStream(draft)) {
                    copies.get().keep(again);
                }
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            Path place = path(hash);
            Files.createDirectories(place.getParent());
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
            return new Kept(hash, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("A file could not be kept in " + root + ": " + e.getMessage(), e);
        }
    }

    /** Where the content with this hash is or would be. */
    public Path path(String hash) {
        if (!hash.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("'" + hash + "' is not the hash of a file");
        }
        return root.resolve(hash.substring(0, 2)).resolve(hash);
    }
}
