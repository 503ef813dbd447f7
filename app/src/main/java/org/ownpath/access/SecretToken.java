package org.ownpath.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.ownpath.shared.Sha256;

/** A secret that opens something to whoever has it: shown once, and kept as a hash only. */
public record SecretToken(String text) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one that nobody guesses. */
    public static SecretToken next() {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        return new SecretToken(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
    }

    /** What is kept of it. Enough for a random secret; a password that a person chose needs more. */
    public byte[] hash() {
        return Sha256.of(text);
    }

    @Override
    public String toString() {
        return "a secret";
    }
}
