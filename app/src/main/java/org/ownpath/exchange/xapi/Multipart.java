package org.ownpath.exchange.xapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ownpath.shared.Sha256;

/** Statements with what is attached to them, as multipart/mixed (RFC 2046) the way xAPI uses it. */
record Multipart(Bytes json, Map<String, byte[]> attachments) {

    private static final Pattern BOUNDARY =
            Pattern.compile("boundary=(\"([^\"]{1,70})\"|([^;\\s]{1,70}))", Pattern.CASE_INSENSITIVE);
    private static final int MOST_PARTS = 1000;
    private static final byte[] HEAD_END = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** Reads a body; the first part is the JSON, and each of the others says its hash. */
    static Multipart read(String contentType, byte[] body) {
        byte[] boundary = ("\r\n--" + boundary(contentType)).getBytes(StandardCharsets.ISO_8859_1);
        byte[] whole = new byte[body.length + 2];
        whole[0] = '\r';
        whole[1] = '\n';
        System.arraycopy(body, 0, whole, 2, body.length);
        int at = find(whole, boundary, 0);
        Optional<Bytes> json = Optional.empty();
        Map<String, byte[]> attachments = new LinkedHashMap<>();
        while (at >= 0 && !closes(whole, at + boundary.length)) {
            int next = find(whole, boundary, at + boundary.length);
            if (next < 0) {
                throw XapiRefused.because("The multipart body ends without its closing boundary.");
            }
            Section section = section(whole, at + boundary.length, next);
            if (json.isEmpty()) {
                json = Optional.of(statements(section));
            } else {
                attachments.put(hash(section), section.content().content());
            }
            if (attachments.size() > MOST_PARTS) {
                throw XapiRefused.because("More than " + MOST_PARTS + " attachments came at once. Send fewer.");
            }
            at = next;
        }
        return new Multipart(
                json.orElseThrow(() -> XapiRefused.because("The multipart body has no part with statements.")),
                attachments);
    }

    /** A part: its head's lines, by their names in lower case, and what it holds. */
    private record Section(Map<String, String> head, Bytes content) {}

    private static String boundary(String contentType) {
        Matcher found = BOUNDARY.matcher(contentType);
        if (!found.find()) {
            throw XapiRefused.because("The content type multipart/mixed names no boundary.");
        }
        return found.group(2) == null ? found.group(3) : found.group(2);
    }

    private static boolean closes(byte[] whole, int at) {
        return at + 1 < whole.length && whole[at] == '-' && whole[at + 1] == '-';
    }

    private static Section section(byte[] whole, int from, int to) {
        int end = find(whole, HEAD_END, from);
        if (end < 0 || end > to) {
            throw XapiRefused.because("A part of the multipart body has no head.");
        }
        Map<String, String> head = new LinkedHashMap<>();
        for (String line : new String(whole, from, end - from, StandardCharsets.ISO_8859_1).split("\r\n", -1)) {
            int colon = line.indexOf(':');
            if (colon > 0) {
                head.put(
                        line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        return new Section(
                head, Bytes.of(java.util.Arrays.copyOfRange(whole, Math.min(end + HEAD_END.length, to), to)));
    }

    private static Bytes statements(Section section) {
        if (!section.head()
                .getOrDefault("content-type", "")
                .toLowerCase(Locale.ROOT)
                .startsWith("application/json")) {
            throw XapiRefused.because("The first part of the multipart body has to be application/json.");
        }
        return section.content();
    }

    private static String hash(Section section) {
        String said = section.head().getOrDefault("x-experience-api-hash", "").toLowerCase(Locale.ROOT);
        if (!section.head().getOrDefault("content-transfer-encoding", "").equalsIgnoreCase("binary")) {
            throw XapiRefused.because("An attachment says 'Content-Transfer-Encoding: binary' in its head.");
        }
        String is = sha256(section.content().content());
        if (!said.equals(is)) {
            throw XapiRefused.because("An attachment says in X-Experience-API-Hash that its SHA-256 is '" + said
                    + "', and it is " + is + ".");
        }
        return is;
    }

    static String sha256(byte[] content) {
        return HexFormat.of().formatHex(Sha256.digest().digest(content));
    }

    private static int find(byte[] in, byte[] what, int from) {
        for (int at = from; at <= in.length - what.length; at++) {
            if (java.util.Arrays.equals(in, at, at + what.length, what, 0, what.length)) {
                return at;
            }
        }
        return -1;
    }

    /** A body under construction. */
    static final class Writing {

        private final String boundary = "ownpath-" + UUID.randomUUID();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        String contentType() {
            return "multipart/mixed; boundary=" + boundary;
        }

        Writing json(String json) {
            part("Content-Type: application/json\r\n", json.getBytes(StandardCharsets.UTF_8));
            return this;
        }

        Writing attachment(String contentType, String sha2, byte[] content) {
            part(
                    "Content-Type: " + contentType + "\r\nContent-Transfer-Encoding: binary\r\nX-Experience-API-Hash: "
                            + sha2 + "\r\n",
                    content);
            return this;
        }

        byte[] done() {
            body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
            return body.toByteArray();
        }

        private void part(String head, byte[] content) {
            body.writeBytes(("\r\n--" + boundary + "\r\n" + head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            body.writeBytes(content);
        }
    }
}
