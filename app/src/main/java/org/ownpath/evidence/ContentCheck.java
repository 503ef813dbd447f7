package org.ownpath.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.ownpath.evidence.Artifacts.Content;

/**
 * Whether a file is what its name says, by what it begins with; documents of an office also by what they hold, and
 * without macros. A program with another ending is found out here, whatever the browser claimed.
 */
final class ContentCheck {

    private static final int BEGINNING = 4096;
    private static final int MOST_PARTS = 5_000;

    /** More than this unpacked is no document that a student hands in. */
    private static final long MOST_UNPACKED = 200L * 1024 * 1024;

    /** Bytes that have to stand at a place; -1 stands for any byte. */
    private static final Map<String, int[]> BEGINNINGS = Map.ofEntries(
            Map.entry("pdf", bytes("%PDF-")),
            Map.entry("png", new int[] {0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}),
            Map.entry("jpg", new int[] {0xFF, 0xD8, 0xFF}),
            Map.entry("jpeg", new int[] {0xFF, 0xD8, 0xFF}),
            Map.entry("gif", bytes("GIF8")),
            Map.entry("webp", bytes("RIFF????WEBP")),
            Map.entry("wav", bytes("RIFF????WAVE")),
            Map.entry("ogg", bytes("OggS")),
            Map.entry("webm", new int[] {0x1A, 0x45, 0xDF, 0xA3}),
            Map.entry("m4a", bytes("????ftyp")),
            Map.entry("mp4", bytes("????ftyp")));

    /** The part that a document of an office has. */
    private static final Map<String, String> PARTS = Map.of(
            "docx",
            "word/document.xml",
            "xlsx",
            "xl/workbook.xml",
            "pptx",
            "ppt/presentation.xml",
            "odt",
            "content.xml");

    private ContentCheck() {}

    /** Why the content is not what the name says; empty when it is. */
    static Optional<String> problem(String fileName, Content content) throws IOException {
        String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String part = PARTS.get(ending);
        if (part != null) {
            return document(fileName, part, content);
        }
        byte[] start;
        try (InputStream in = content.open()) {
            start = in.readNBytes(BEGINNING);
        }
        return begins(ending, start) ? Optional.empty() : Optional.of(another(fileName));
    }

    private static boolean begins(String ending, byte[] start) {
        int[] beginning = BEGINNINGS.get(ending);
        if (beginning != null) {
            return matches(start, beginning);
        }
        return ending.equals("mp3") ? sound(start) : text(start);
    }

    private static boolean matches(byte[] start, int[] beginning) {
        if (start.length < beginning.length) {
            return false;
        }
        for (int i = 0; i < beginning.length; i++) {
            if (beginning[i] != -1 && beginning[i] != (start[i] & 0xFF)) {
                return false;
            }
        }
        return true;
    }

    /** A tag, or the eleven bits with which a frame of sound begins. */
    private static boolean sound(byte[] start) {
        return matches(start, bytes("ID3"))
                || (start.length > 1 && (start[0] & 0xFF) == 0xFF && (start[1] & 0xE0) == 0xE0);
    }

    /** Text has no zero byte; a program has many. */
    private static boolean text(byte[] start) {
        for (byte each : start) {
            if (each == 0) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> document(String fileName, String part, Content content) throws IOException {
        boolean found = false;
        byte[] buffer = new byte[8192];
        long unpacked = 0;
        int parts = 0;
        try (ZipInputStream zip = new ZipInputStream(content.open())) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                found |= entry.getName().equals(part);
                if (entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin")) {
                    return Optional.of("'" + fileName + "' has a macro in it. Save it without, or as a PDF.");
                }
                for (int read = zip.read(buffer); read >= 0; read = zip.read(buffer)) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return Optional.of(huge(fileName));
                    }
                }
                if (++parts > MOST_PARTS) {
                    return Optional.of(huge(fileName));
                }
            }
        } catch (ZipException | IllegalArgumentException broken) {
            return Optional.of(another(fileName));
        }
        return found ? Optional.empty() : Optional.of(another(fileName));
    }

    private static String another(String fileName) {
        return "'" + fileName
                + "' is not what its name says, or is damaged. Open it, save it anew and choose it again.";
    }

    private static String huge(String fileName) {
        return "'" + fileName
                + "' unpacks to more than is taken. Make the pictures in it smaller, or save it as a PDF.";
    }

    private static int[] bytes(String text) {
        return text.chars().map(c -> c == '?' ? -1 : c).toArray();
    }

    /** All kinds that are looked at; text is whatever is left. */
    static boolean knows(String ending) {
        return BEGINNINGS.containsKey(ending)
                || PARTS.containsKey(ending)
                || Arrays.asList("mp3", "txt", "csv").contains(ending);
    }
}
