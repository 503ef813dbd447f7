package org.ownpath.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ownpath.shared.Problem;

/** A named file in memory; compared by identity only. */
@SuppressWarnings("ArrayRecordComponent")
public record Source(String name, byte[] content) {

    /** The most bytes that the files of one archive may have together: what is unpacked stays in memory. */
    public static final long MOST_BYTES = 150L * 1024 * 1024;

    private static final int MOST_FILES = 10_000;

    /** A file on disk, read whole. */
    static Source of(String name, Path file) {
        try {
            return new Source(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The content from its beginning. */
    public InputStream open() {
        return new ByteArrayInputStream(content);
    }

    /** The content as text, without a byte order mark. */
    public String text() {
        String text = new String(content, StandardCharsets.UTF_8);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** Whether it is a zip archive. */
    public boolean isArchive() {
        return isArchive(content);
    }

    /** Whether what begins so is a zip archive. */
    static boolean isArchive(byte[] beginning) {
        return beginning.length > 3 && beginning[0] == 'P' && beginning[1] == 'K';
    }

    /** The files inside an archive by their last names, or the file itself. */
    public Read<List<Source>> unpacked() {
        if (!isArchive()) {
            return new Read.Parsed<>(List.of(this));
        }
        List<Source> files = new ArrayList<>();
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory() || entry.getName().contains("__MACOSX")) {
                    continue;
                }
                byte[] bytes = zip.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, left + 1));
                left -= bytes.length;
                if (left < 0 || files.size() == MOST_FILES) {
                    return refused("holds more than 150 MB or 10,000 files. Import it in parts.");
                }
                files.add(new Source(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), bytes));
            }
        } catch (IOException | IllegalArgumentException e) {
            return refused("is a broken archive (" + e.getMessage() + "). Make the zip file again.");
        }
        return new Read.Parsed<>(List.copyOf(files));
    }

    private Read<List<Source>> refused(String why) {
        return new Read.Unreadable<>(List.of(Problem.ofFile(name, "'" + name + "' " + why)));
    }
}
