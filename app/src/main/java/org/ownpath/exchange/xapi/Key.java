package org.ownpath.exchange.xapi;

import java.nio.ByteBuffer;
import java.util.UUID;
import org.ownpath.shared.Sha256;

/** What a statement can be asked for by, in 16 bytes: the first half of the SHA-256 of what it names. */
record Key(UUID value) {

    static Key of(String named) {
        ByteBuffer hash = ByteBuffer.wrap(Sha256.of(named));
        return new Key(new UUID(hash.getLong(), hash.getLong()));
    }
}
