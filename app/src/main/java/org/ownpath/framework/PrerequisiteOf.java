package org.ownpath.framework;

import org.jspecify.annotations.Nullable;
import org.ownpath.shared.CompetencyId;

/** One competency comes before another; null is a heading or something that is gone. */
record PrerequisiteOf(
        @Nullable CompetencyId before, @Nullable CompetencyId after) {}
