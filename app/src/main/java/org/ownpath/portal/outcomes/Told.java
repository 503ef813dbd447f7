package org.ownpath.portal.outcomes;

import java.util.Optional;
import org.ownpath.insight.Breakdown;
import org.ownpath.insight.By;

/**
 * Figures part by part.
 *
 * @param by what the students of a part may be listed by; empty where nobody may see who they are
 */
public record Told(String code, String words, Optional<By> by, Breakdown breakdown) {}
