package org.ownpath.policy;

import java.util.Optional;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.RuleVersionId;

/**
 * A rule was adopted; whatever was judged under the one before is to be judged again.
 *
 * @param subject the subject that it is for; empty for the whole district
 */
public record RuleAdopted(DistrictId district, RuleVersionId version, Optional<String> subject) {}
