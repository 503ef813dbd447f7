package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ownpath.engine.Rule;
import org.ownpath.shared.RuleVersionId;
import org.ownpath.shared.TimeOrdered;

/**
 * Changes of the design choices that are adopted together or not at all. Immutable.
 *
 * @param settings at most one for each setting and scope
 * @param rules at most one for each scope
 */
public record ChoiceDraft(List<SettingChange<?>> settings, List<RuleChange> rules) {

    /** No change at all. */
    public static final ChoiceDraft EMPTY = new ChoiceDraft(List.of(), List.of());

    /** Keeps its own copies. */
    public ChoiceDraft {
        settings = List.copyOf(settings);
        rules = List.copyOf(rules);
    }

    /**
     * A setting as it is to be.
     *
     * @param value empty: as the broader scope has it
     */
    public record SettingChange<V>(Setting<V> setting, Scope scope, Optional<V> value, boolean locked) {

        private SettingChange<V> of(UnaryOperator<Scope> parts) {
            return new SettingChange<>(setting, parts.apply(scope), value, locked);
        }

        AdoptedSetting<V> adopted(Adoption adoption) {
            return new AdoptedSetting<>(TimeOrdered.next(), setting, scope, value, locked, adoption);
        }

        /** The value in words. */
        public String words() {
            return value.map(setting.values()::words)
                    .orElseGet(() -> scope.kind() == Scope.Kind.DISTRICT
                            ? setting.values().words(setting.usual()) + ", as Ownpath comes"
                            : "As the broader setting says");
        }
    }

    /**
     * A rule of mastery as it is to be.
     *
     * @param ended whether the scope is to follow the broader rule again
     */
    public record RuleChange(Scope scope, String title, Rule rule, boolean locked, boolean ended) {

        /** The same scope without a rule of its own. */
        public RuleChange end() {
            return new RuleChange(scope, title, rule, false, true);
        }

        RuleVersion adopted(Adoption adoption) {
            return new RuleVersion(RuleVersionId.next(), scope, title, rule, locked, ended, adoption);
        }
    }

    /** This draft with a change, in the place of one of the same setting and scope. */
    public ChoiceDraft with(SettingChange<?> change) {
        return new ChoiceDraft(
                Stream.concat(
                                settings.stream()
                                        .filter(c -> !(c.setting()
                                                        .id()
                                                        .equals(change.setting().id())
                                                && c.scope().equals(change.scope()))),
                                Stream.of(change))
                        .toList(),
                rules);
    }

    /** This draft with a rule, in the place of one of the same scope. */
    public ChoiceDraft with(RuleChange change) {
        Predicate<RuleChange> other = c -> !c.scope().equals(change.scope());
        return new ChoiceDraft(
                settings,
                Stream.concat(rules.stream().filter(other), Stream.of(change)).toList());
    }

    /** This draft with all changes of another, each in the place of its own. */
    public ChoiceDraft with(ChoiceDraft other) {
        ChoiceDraft both = this;
        for (SettingChange<?> change : other.settings()) {
            both = both.with(change);
        }
        for (RuleChange change : other.rules()) {
            both = both.with(change);
        }
        return both;
    }

    /** Those changes that are for such a part of the district. */
    public ChoiceDraft only(Predicate<Scope> parts) {
        return new ChoiceDraft(
                settings.stream().filter(c -> parts.test(c.scope())).toList(),
                rules.stream().filter(c -> parts.test(c.scope())).toList());
    }

    /** The same changes, each for the part that takes the place of its own. */
    public ChoiceDraft of(UnaryOperator<Scope> parts) {
        return new ChoiceDraft(
                settings.stream().<SettingChange<?>>map(c -> c.of(parts)).toList(),
                rules.stream()
                        .map(c -> new RuleChange(parts.apply(c.scope()), c.title(), c.rule(), c.locked(), c.ended()))
                        .toList());
    }

    /** Those changes that another does not have just so. */
    public ChoiceDraft without(ChoiceDraft other) {
        return new ChoiceDraft(
                settings.stream().filter(c -> !other.settings().contains(c)).toList(),
                rules.stream().filter(c -> !other.rules().contains(c)).toList());
    }

    /** How many changes there are. */
    public int size() {
        return settings.size() + rules.size();
    }

    /** Whether there is nothing to adopt. */
    public boolean isEmpty() {
        return size() == 0;
    }
}
