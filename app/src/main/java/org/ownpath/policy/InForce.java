package org.ownpath.policy;

import java.util.Optional;

/**
 * What a setting is at some place and time, and where that comes from.
 *
 * @param from what was adopted; empty while the value that comes with Ownpath holds
 */
public record InForce<V>(Setting<V> setting, V value, Optional<AdoptedSetting<V>> from) {

    /** Whether a scope narrower than the one that it comes from cannot be set. */
    public boolean locked() {
        return from.map(AdoptedSetting::locked).orElse(false);
    }

    /** The value, as a person reads it. */
    public String words() {
        return setting.values().words(value);
    }
}
