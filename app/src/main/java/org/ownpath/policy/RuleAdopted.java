package org.ownpath.policy;

import java.time.Instant;
import org.ownpath.shared.AdoptionId;
import org.ownpath.shared.DistrictId;

/**
 * A rule of mastery was adopted; from when it takes effect, whatever was judged under the one before is to be judged
 * again.
 */
public record RuleAdopted(DistrictId district, AdoptionId adoption, Instant effectiveFrom) {}
