package org.ownpath.messages;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.DemonstrationId;

/**
 * What a notice about showing something is about, kept as one line of text.
 *
 * @param move the code of what was done
 * @param meetsAt the time that it is about
 */
record Showing(DemonstrationId demonstration, String move, Optional<Instant> meetsAt) {

    static Showing read(String matter) {
        String[] parts = matter.split(" ", 3);
        return new Showing(
                DemonstrationId.of(parts[0]),
                parts[1],
                parts.length > 2 ? Optional.of(Instant.parse(parts[2])) : Optional.empty());
    }

    String matter() {
        return demonstration + " " + move + meetsAt.map(at -> " " + at).orElse("");
    }
}
