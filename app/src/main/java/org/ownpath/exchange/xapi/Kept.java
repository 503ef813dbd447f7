package org.ownpath.exchange.xapi;

import java.util.UUID;

/**
 * A statement as it is kept.
 *
 * @param body its JSON, without when it was stored
 */
record Kept(UUID id, String body, Asked.Mark mark) {

    /** The whole statement as it was sent, with when it was stored. */
    String exact() {
        return "{\"stored\": \"" + Moments.written(mark.storedAt()) + "\", " + body.substring(1);
    }
}
