package org.ownpath.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.shared.AdoptionId;

/**
 * What was decided at once.
 *
 * @param says what has held since then, as it would be adopted again
 */
public record Decision(Adoption adoption, ChoiceDraft says) {

    static List<Decision> all(ChoiceBook settings, RuleBook rules) {
        Map<AdoptionId, Decision> decisions = new LinkedHashMap<>();
        settings.history().forEach(a -> add(decisions, a.adoption(), ChoiceDraft.EMPTY.with(a.change())));
        rules.versions().forEach(v -> add(decisions, v.adoption(), ChoiceDraft.EMPTY.with(v.change())));
        List<Decision> latestFirst = new ArrayList<>(decisions.values());
        latestFirst.sort(Comparator.comparing((Decision d) -> d.adoption().adoptedAt())
                .thenComparing(d -> d.adoption().id().value())
                .reversed());
        return latestFirst;
    }

    private static void add(Map<AdoptionId, Decision> decisions, Adoption adoption, ChoiceDraft part) {
        decisions.merge(
                adoption.id(),
                new Decision(adoption, part),
                (known, more) -> new Decision(adoption, known.says().with(more.says())));
    }

    /** What would have to be adopted for everything to be as it was before this took effect. */
    public ChoiceDraft undone(ChoiceBook settings, RuleBook rules) {
        Instant before = adoption.effectiveFrom().minusNanos(1000);
        ChoiceDraft draft = ChoiceDraft.EMPTY;
        for (ChoiceDraft.SettingChange<?> change : says.settings()) {
            draft = draft.with(undone(change, settings, before));
        }
        for (ChoiceDraft.RuleChange change : says.rules()) {
            Optional<RuleVersion> was = rules.ofScope(change.scope(), before);
            draft = draft.with(was.map(RuleVersion::change).orElse(change.end()));
        }
        return draft;
    }

    private static <V> ChoiceDraft.SettingChange<V> undone(
            ChoiceDraft.SettingChange<V> change, ChoiceBook settings, Instant before) {
        return settings.ofScope(change.setting(), change.scope(), before)
                .map(AdoptedSetting::change)
                .orElseGet(() ->
                        new ChoiceDraft.SettingChange<>(change.setting(), change.scope(), Optional.empty(), false));
    }
}
