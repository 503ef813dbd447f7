package org.ownpath.exchange.xapi;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** What a statement can be asked for by, in 16 bytes: the first half of the SHA-256 of what it names. */
record Key(UUID value) {

    static Key of(String named) {
        try {
            ByteBuffer hash = ByteBuffer.wrap(
                    MessageDigest.getInstance("SHA-256").digest(named.getBytes(StandardCharsets.UTF_8)));
            return new Key(new UUID(hash.getLong(), hash.getLong()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
