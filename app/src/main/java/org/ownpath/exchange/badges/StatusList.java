package org.ownpath.exchange.badges;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** A list of bits, one for each credential, that tells which were taken back (W3C Bitstring Status List 1.0). */
final class StatusList {

    /** How many credentials share a list: the least that the standard allows, so that nobody can tell which one is asked for. */
    static final int LENGTH = 131_072;

    /** Longer lists of others are not read: eight million credentials. */
    private static final int MOST_BYTES = 1024 * 1024;

    private StatusList() {}

    /** The bits of the given places, compressed, behind the u that names the base. */
    static String written(Iterable<Integer> set) {
        byte[] bits = new byte[LENGTH / 8];
        for (int index : set) {
            // the first place is the leftmost bit of the first byte
            bits[index / 8] |= (byte) (0x80 >> (index % 8));
        }
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bits);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "u" + Base64.getUrlEncoder().withoutPadding().encodeToString(compressed.toByteArray());
    }

    /** Whether the bit at a place is set; empty when the list cannot be read or is too short. */
    static Optional<Boolean> isSet(String written, int index) {
        if (!written.startsWith("u") || index < 0) {
            return Optional.empty();
        }
        try (GZIPInputStream gzip = new GZIPInputStream(
                new ByteArrayInputStream(Base64.getUrlDecoder().decode(written.substring(1))))) {
            byte[] bits = gzip.readNBytes(MOST_BYTES);
            return index / 8 < bits.length
                    ? Optional.of((bits[index / 8] & (0x80 >> (index % 8))) != 0)
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
