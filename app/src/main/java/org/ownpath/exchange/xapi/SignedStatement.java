package org.ownpath.exchange.xapi;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A statement that its sender signed (JWS): what was signed has to be what is sent, by the key that it names. */
final class SignedStatement {

    private static final String USAGE = "http://adlnet.gov/expapi/attachments/signature";
    private static final Map<String, String> ALGORITHMS =
            Map.of("RS256", "SHA256withRSA", "RS384", "SHA384withRSA", "RS512", "SHA512withRSA");

    private SignedStatement() {}

    /** Refuses a statement with a signature that does not hold. */
    static void require(NewStatement statement, Map<String, byte[]> came) {
        StatementAttachments.of(statement.body()).forEach((sha2, attachment) -> {
            if (attachment.path("usageType").asString("").equals(USAGE)) {
                if (!attachment.path("contentType").asString("").equals("application/octet-stream")) {
                    throw XapiRefused.because("A signature has the contentType application/octet-stream.");
                }
                Optional.ofNullable(came.get(sha2)).ifPresent(signature -> require(statement, signature));
            }
        });
    }

    private static void require(NewStatement statement, byte[] signature) {
        String[] parts =
                new String(signature, StandardCharsets.US_ASCII).strip().split("\\.", -1);
        if (parts.length != 3) {
            throw XapiRefused.because("A signature is no JWS in its compact form.");
        }
        JsonNode header = decoded(parts[0], "header");
        JsonNode payload = decoded(parts[1], "payload");
        String algorithm = ALGORITHMS.get(header.path("alg").asString(""));
        if (algorithm == null) {
            throw XapiRefused.because("A signature's alg is none of RS256, RS384 and RS512.");
        }
        if (!StatementJson.same(signed(payload), sent(statement.body(), payload))) {
            throw XapiRefused.because("What was signed is not the statement that was sent.");
        }
        if (header.has("x5c") && !holds(header.path("x5c"), algorithm, parts)) {
            throw XapiRefused.because("A signature was not made with the key of the certificate that it names.");
        }
    }

    private static JsonNode decoded(String part, String what) {
        try {
            JsonNode node = StatementJson.read(Base64.getUrlDecoder().decode(part));
            if (node.isObject()) {
                return node;
            }
        } catch (IllegalArgumentException e) {
            // told below
        }
        throw XapiRefused.because("The " + what + " of a signature is no JSON object in base64url.");
    }

    private static JsonNode signed(JsonNode payload) {
        ObjectNode signed = (ObjectNode) payload.deepCopy();
        signed.remove(List.of("stored", "authority", "version"));
        return signed;
    }

    /** The statement as it was before it was signed: without the signature, and without what a store adds. */
    private static JsonNode sent(ObjectNode body, JsonNode payload) {
        ObjectNode sent = body.deepCopy();
        sent.remove(List.of("stored", "authority", "version"));
        for (String optional : List.of("id", "timestamp")) {
            if (!payload.has(optional)) {
                sent.remove(optional);
            }
        }
        List<JsonNode> others = new ArrayList<>();
        sent.path("attachments").forEach(each -> {
            if (!each.path("usageType").asString("").equals(USAGE)) {
                others.add(each);
            }
        });
        if (others.isEmpty() && !payload.has("attachments")) {
            sent.remove("attachments");
        } else {
            sent.putArray("attachments").addAll(others);
        }
        return sent;
    }

    private static boolean holds(JsonNode certificates, String algorithm, String[] parts) {
        try {
            byte[] first = Base64.getMimeDecoder().decode(certificates.path(0).asString(""));
            PublicKey key = CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(first))
                    .getPublicKey();
            Signature check = Signature.getInstance(algorithm);
            check.initVerify(key);
            check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return check.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // no certificate, no key for this algorithm, or no signature
            return false;
        }
    }
}
