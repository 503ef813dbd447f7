package org.ownpath.access.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every half minute (RFC 6238), as authenticator apps reckon them. */
final class Codes {

    private static final int SECRET_BYTES = 20;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();
    private static final Duration STEP = GENERATOR.getTimeStep();

    private final byte[] secret;

    Codes(byte[] secret) {
        this.secret = secret.clone();
    }

    static Codes next() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return new Codes(secret);
    }

    byte[] secret() {
        return secret.clone();
    }

    /** The step of time that a code belongs to: this one, or one beside it, for clocks that go a little wrong. */
    OptionalLong step(String code, Instant now) {
        String digits = code.replaceAll("\\s", "");
        long current = now.getEpochSecond() / STEP.toSeconds();
        return LongStream.rangeClosed(current - 1, current + 1)
                .filter(step -> at(step).equals(digits))
                .findFirst();
    }

    String at(long step) {
        try {
            return GENERATOR.generateOneTimePasswordString(
                    new SecretKeySpec(secret, GENERATOR.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP.toSeconds()),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("A secret of " + secret.length + " bytes is no key", e);
        }
    }

    /** What an app reads from the picture. */
    String address(String school, String signInName) {
        return "otpauth://totp/" + encoded(school + ":" + signInName) + "?secret=" + letters() + "&issuer="
                + encoded(school);
    }

    /** The secret in letters (RFC 4648), for an app that has no camera. */
    String letters() {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : secret) {
            held = (held << 8 | (each & 0xff)) & 0xfff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(LETTERS.charAt(held >> (bits - 5) & 31));
            }
        }
        return text.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
