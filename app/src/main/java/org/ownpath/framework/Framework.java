package org.ownpath.framework;

import java.util.Optional;
import org.ownpath.shared.EditionId;
import org.ownpath.shared.FrameworkId;

/**
 * A framework of competencies in its latest edition.
 *
 * @param notice a copyright or licence line that must be shown with it
 * @param inUse whether it is on students' paths and in grids
 */
public record Framework(
        FrameworkId id,
        String title,
        Optional<String> publisher,
        Optional<String> sourceUri,
        Optional<String> notice,
        Scale scale,
        boolean inUse,
        EditionId edition,
        int editionNumber,
        int competencies) {}
