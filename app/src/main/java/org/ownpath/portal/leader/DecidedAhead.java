package org.ownpath.portal.leader;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ownpath.policy.AdoptedSetting;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Setting;
import org.ownpath.portal.Dates;

/**
 * An answer that was adopted from a later day on: who reads the answer of today has to know that it will not stay.
 *
 * @param from the day from which it holds
 * @param who the part of the district that it is for
 */
public record DecidedAhead(String from, String who, String to, boolean locked) {

    static <V> List<DecidedAhead> of(Setting<V> setting, ChoiceBook book, Parts parts, Instant now) {
        return book.history().stream()
                .filter(a -> a.setting().id().equals(setting.id()))
                .filter(a -> a.effectiveFrom().isAfter(now))
                .map(AdoptedSetting::scope)
                .distinct()
                .map(scope -> book.next(setting, scope, now))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(AdoptedSetting::effectiveFrom))
                .map(a ->
                        new DecidedAhead(Dates.words(a.effectiveFrom()), parts.words(a.scope()), a.words(), a.locked()))
                .toList();
    }

    static List<DecidedAhead> ofRules(RuleBook book, Parts parts, Instant now) {
        return book.versions().stream()
                .filter(version -> version.effectiveFrom().isAfter(now))
                .map(RuleVersion::scope)
                .distinct()
                .map(scope -> book.next(scope, now))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(RuleVersion::effectiveFrom))
                .map(version -> new DecidedAhead(
                        Dates.words(version.effectiveFrom()),
                        parts.words(version.scope()),
                        version.ended() ? "As the broader rule says" : version.title(),
                        version.locked()))
                .toList();
    }
}
