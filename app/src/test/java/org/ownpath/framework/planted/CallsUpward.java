package org.ownpath.framework.planted;

import org.jspecify.annotations.Nullable;
import org.ownpath.mastery.Standing;

/** A violation on purpose: a room that calls one above it. The wall's test must see it. */
record CallsUpward(@Nullable Standing standing) {}
