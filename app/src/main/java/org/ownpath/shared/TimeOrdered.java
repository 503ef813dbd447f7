package org.ownpath.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Makes UUIDs: time-ordered ones (version 7, RFC 9562), which sort by when they were made, and named ones. */
public final class TimeOrdered {

    private static final NoArgGenerator V7 = Generators.timeBasedEpochGenerator();

    private TimeOrdered() {}

    /** A new one, later than all before. */
    public static UUID next() {
        return V7.generate();
    }

    /** The one UUID that a name has inside a space: the same name always gives the same (version 5, RFC 9562). */
    public static UUID named(UUID space, String name) {
        return Generators.nameBasedGenerator(space).generate(name.getBytes(StandardCharsets.UTF_8));
    }
}
