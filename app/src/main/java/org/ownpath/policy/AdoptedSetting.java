package org.ownpath.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A setting as it was adopted for a part of the district.
 *
 * @param value empty when the broader scope is followed again from then on
 * @param locked whether narrower scopes have to follow
 */
public record AdoptedSetting<V>(
        UUID id, Setting<V> setting, Scope scope, Optional<V> value, boolean locked, Adoption adoption)
        implements Dated {

    @Override
    public Instant effectiveFrom() {
        return adoption.effectiveFrom();
    }

    @Override
    public boolean says() {
        return value.isPresent();
    }

    @Override
    public UUID order() {
        return id;
    }

    /** The change that would adopt it again. */
    public ChoiceDraft.SettingChange<V> change() {
        return new ChoiceDraft.SettingChange<>(setting, scope, value, locked);
    }

    /** The value in words, or that the broader scope is followed. */
    public String words() {
        return change().words();
    }
}
