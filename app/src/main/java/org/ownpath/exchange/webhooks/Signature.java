package org.ownpath.exchange.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a message as Standard Webhooks says: HMAC-SHA256 over its id, the moment and the body. */
final class Signature {

    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** A new secret, as whoever receives messages enters it. */
    static String newSecret() {
        byte[] bytes = new byte[SECRET_BYTES];
        RANDOM.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /** The headers that go with a message. */
    static Map<String, String> headers(String secret, DeliveryId id, Instant at, String body) {
        String moment = String.valueOf(at.getEpochSecond());
        return Map.of(
                "webhook-id",
                id.toString(),
                "webhook-timestamp",
                moment,
                "webhook-signature",
                "v1," + sign(secret, id + "." + moment + "." + body),
                "Content-Type",
                "application/json",
                "User-Agent",
                "Ownpath");
    }

    private static String sign(String secret, String content) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(PREFIX.length())), ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is part of every Java", e);
        }
    }
}
