package org.ownpath.portal.integrations;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that is connected, as one line.
 *
 * @param what in words, such as "Roster by OneRoster"
 * @param state how it stands, in words
 * @param ill whether somebody has to look at it
 */
public record Connected(String name, String what, String href, Optional<Instant> last, String state, boolean ill) {}
