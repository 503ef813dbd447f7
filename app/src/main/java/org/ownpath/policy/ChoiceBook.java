package org.ownpath.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that a district has adopted about its design choices. Immutable. */
public final class ChoiceBook {

    private final List<AdoptedSetting<?>> adopted;
    private final Map<String, Timeline<AdoptedSetting<?>>> timelines;

    /** A book of what was adopted, in any order. */
    public ChoiceBook(Collection<? extends AdoptedSetting<?>> adopted) {
        this.adopted = List.copyOf(adopted);
        this.timelines = this.adopted.stream()
                .collect(Collectors.groupingBy(
                        a -> a.setting().id(), Collectors.collectingAndThen(Collectors.toList(), Timeline::new)));
    }

    /** What the setting is at this place and time: the narrowest that is set, unless a broader one is locked. */
    public <V> V inForce(Setting<V> setting, Place place, Instant at) {
        return explain(setting, place, at).value();
    }

    /** What the setting is at this place and time, and where that comes from. */
    public <V> InForce<V> explain(Setting<V> setting, Place place, Instant at) {
        Optional<AdoptedSetting<V>> from =
                timeline(setting).flatMap(t -> t.inForce(place, at).map(ChoiceBook::same));
        return new InForce<>(setting, from.flatMap(AdoptedSetting::value).orElse(setting.usual()), from);
    }

    /** What was adopted for exactly this scope and is in force there, whatever broader ones say. */
    public <V> Optional<AdoptedSetting<V>> ofScope(Setting<V> setting, Scope scope, Instant at) {
        return timeline(setting).flatMap(t -> t.ofScope(scope, at).map(ChoiceBook::same));
    }

    /** The next of what was adopted for exactly this scope and is not in force yet. */
    public <V> Optional<AdoptedSetting<V>> next(Setting<V> setting, Scope scope, Instant at) {
        return timeline(setting).flatMap(t -> t.next(scope, at).map(ChoiceBook::same));
    }

    /** The next of each scope, the soonest first. */
    public <V> List<AdoptedSetting<V>> ahead(Setting<V> setting, Instant at) {
        return timeline(setting).stream()
                .flatMap(t -> t.ahead(at).stream())
                .map(ChoiceBook::<V>same)
                .toList();
    }

    /** What is in force for each scope that has a value of its own, broad ones first. */
    public <V> List<AdoptedSetting<V>> stated(Setting<V> setting, Instant at) {
        return timeline(setting).stream()
                .flatMap(t -> t.stated(at).stream())
                .map(ChoiceBook::<V>same)
                .toList();
    }

    /** All that was adopted, the latest decision first. */
    public List<AdoptedSetting<?>> history() {
        return adopted.stream()
                .sorted(Comparator.comparing(
                                (AdoptedSetting<?> a) -> a.adoption().adoptedAt())
                        .thenComparing(AdoptedSetting::id)
                        .reversed())
                .toList();
    }

    /** This book, with a draft adopted from an instant on. */
    public ChoiceBook with(ChoiceDraft draft, Adoption adoption) {
        List<AdoptedSetting<?>> all = new ArrayList<>(adopted);
        draft.settings().forEach(change -> all.add(change.adopted(adoption)));
        return new ChoiceBook(all);
    }

    private <V> Optional<Timeline<AdoptedSetting<?>>> timeline(Setting<V> setting) {
        return Optional.ofNullable(timelines.get(setting.id()));
    }

    /** A timeline holds adoptions of its one setting only, so that the value has that setting's type. */
    @SuppressWarnings("unchecked")
    private static <V> AdoptedSetting<V> same(AdoptedSetting<?> adopted) {
        return (AdoptedSetting<V>) adopted;
    }
}
