package org.ownpath.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.ownpath.shared.Problem;

/** The files of a package by their paths. An archive that is more than it seems is refused before it can do harm. */
public final class PackedFiles {

    private static final int MEGABYTE = 1024 * 1024;

    /** The most bytes of one file among questions. */
    public static final int MOST_BYTES_OF_ONE = 8 * MEGABYTE;

    private static final int MOST_FILES = 20_000;
    private static final long MOST_BYTES = 200L * MEGABYTE;

    private final Map<String, byte[]> files;

    private PackedFiles(Map<String, byte[]> files) {
        this.files = files;
    }

    /**
     * What an archive holds.
     *
     * @param manifest the file that every package of this kind has
     * @param mostOfOne the most bytes of one file
     */
    public static Read<PackedFiles> of(Source source, String manifest, int mostOfOne) {
        if (!source.isArchive()) {
            return refused(source, "is no zip file. Choose the whole package with its " + manifest + ".");
        }
        Map<String, byte[]> files = new HashMap<>();
        long left = MOST_BYTES;
        try (ZipInputStream zip = new ZipInputStream(source.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.isDirectory()) {
                    continue;
                }
                String path = entry.getName();
                if (outside(path)) {
                    return refused(
                            source, "has a file named '" + path + "', which leads out of it. Make the package again.");
                }
                byte[] content = zip.readNBytes(mostOfOne + 1);
                left -= content.length;
                if (content.length > mostOfOne || left < 0 || files.size() >= MOST_FILES) {
                    return refused(
                            source,
                            "unpacks to more than is taken (" + mostOfOne / MEGABYTE
                                    + " MB a file, 200 MB and 20,000 files in all). Import it in parts.");
                }
                files.put(path, content);
            }
        } catch (IOException | IllegalArgumentException e) {
            return refused(source, "is a broken archive (" + e.getMessage() + "). Make the zip file again.");
        }
        return new Read.Parsed<>(new PackedFiles(files));
    }

    private static boolean outside(String path) {
        return path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || path.indexOf('\0') >= 0
                || List.of(path.split("/")).contains("..");
    }

    private static Read<PackedFiles> refused(Source source, String why) {
        return new Read.Unreadable<>(List.of(Problem.ofFile(source.name(), "'" + source.name() + "' " + why)));
    }

    /** The file at a path, if there is one. */
    public Optional<byte[]> bytes(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The same as text. */
    public Optional<String> text(String path) {
        return bytes(path).map(content -> new String(content, StandardCharsets.UTF_8));
    }

    /** The paths of all files. */
    public Set<String> paths() {
        return files.keySet();
    }

    /** A path that a file gives, seen from that file. */
    public static String resolve(String from, String path) {
        int folder = from.lastIndexOf('/');
        String joined = folder < 0 ? path : from.substring(0, folder + 1) + path;
        return java.net.URI.create(joined.replace(" ", "%20")).normalize().getPath();
    }
}
