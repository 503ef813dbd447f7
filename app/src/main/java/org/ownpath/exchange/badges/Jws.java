package org.ownpath.exchange.badges;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ownpath.exchange.StrictJson;
import tools.jackson.databind.node.ObjectNode;

/**
 * A credential as a signed token (JWS in its compact form): three parts of base 64 with dots between.
 *
 * @param signed the first two parts as they were signed
 * @param signature the third
 */
record Jws(ObjectNode header, ObjectNode content, String signed, String signature) {

    /** What Java calls the algorithms that are accepted; that anything goes unsigned is not among them. */
    private static final Map<String, String> ALGORITHMS = Map.of(
            "EdDSA", "Ed25519",
            "RS256", "SHA256withRSA",
            "ES256", "SHA256withECDSAinP1363Format");

    /** A credential signed as a token, under the name of the key, with the claims that Open Badges 3.0 asks of tokens. */
    static String written(ObjectNode credential, String keyName, UnaryOperator<byte[]> signer) {
        ObjectNode content = credential.deepCopy();
        Claim.of(credential).ifPresent(claim -> {
            content.put("iss", claim.issuer().id());
            content.put("jti", claim.id());
            content.put("sub", credential.path("credentialSubject").path("id").asString(""));
            claim.dates().from().ifPresent(from -> content.put("nbf", from.getEpochSecond()));
            claim.dates().until().ifPresent(until -> content.put("exp", until.getEpochSecond()));
        });
        ObjectNode header = content.objectNode();
        header.put("alg", "EdDSA");
        header.put("typ", "vc+jwt");
        header.put("kid", keyName);
        String signed = base64(header.toString().getBytes(StandardCharsets.UTF_8))
                + "."
                + base64(content.toString().getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(signer.apply(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    /** The token that a text is; empty when it is none. */
    static Optional<Jws> read(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            return StrictJson.object(decoded(parts[0]))
                    .flatMap(header -> StrictJson.object(decoded(parts[1]))
                            .map(content -> new Jws(header, content, parts[0] + "." + parts[1], parts[2])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The name of the key that it says it was signed with. */
    String keyName() {
        return header.path("kid").asString("");
    }

    /** Whether it was signed with this key. */
    boolean holds(PublicKey key) {
        String algorithm = ALGORITHMS.get(header.path("alg").asString(""));
        if (algorithm == null || header.has("crit")) {
            return false;
        }
        try {
            Signature checked = Signature.getInstance(algorithm);
            checked.initVerify(key);
            checked.update(signed.getBytes(StandardCharsets.US_ASCII));
            return checked.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // a key of another kind than the algorithm, or what is no signature at all
            return false;
        }
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
