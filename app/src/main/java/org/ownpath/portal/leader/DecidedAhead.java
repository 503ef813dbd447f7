package org.ownpath.portal.leader;

import org.ownpath.policy.AdoptedSetting;
import org.ownpath.policy.RuleVersion;
import org.ownpath.portal.Dates;

/**
 * An answer that was adopted from a later day on: who reads the answer of today has to know that it will not stay.
 *
 * @param from the day from which it holds
 * @param who the part of the district that it is for
 */
public record DecidedAhead(String from, String who, String to, boolean locked) {

    static DecidedAhead of(AdoptedSetting<?> adopted, Parts parts) {
        return new DecidedAhead(
                Dates.words(adopted.effectiveFrom()), parts.words(adopted.scope()), adopted.words(), adopted.locked());
    }

    static DecidedAhead of(RuleVersion version, Parts parts) {
        return new DecidedAhead(
                Dates.words(version.effectiveFrom()),
                parts.words(version.scope()),
                version.ended() ? "As the broader rule says" : version.title(),
                version.locked());
    }
}
