package org.ownpath.portal.leader;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.policy.AdoptedSetting;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoice;
import org.ownpath.policy.Place;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.RuleVersion;

/**
 * One change of a draft or a decision, in words.
 *
 * @param setting the setting's id, or {@link #RULE}
 * @param scope the code of the part that it is for
 * @param from what it was, or is until the draft is adopted
 * @param changesAgain when something that was adopted already changes it again
 */
public record DraftLine(
        String setting,
        String scope,
        String choice,
        String what,
        String who,
        String from,
        String to,
        boolean locked,
        Optional<Instant> changesAgain) {

    /** Stands for a rule of mastery where the id of a setting would be. */
    static final String RULE = "rule";

    /** What was in force when a change came, and the names of the parts. */
    record Before(ChoiceBook settings, RuleBook rules, Parts parts, Instant at) {}

    static List<DraftLine> of(ChoiceDraft draft, Before before) {
        return Stream.concat(
                        draft.settings().stream().map(change -> line(change, before)),
                        draft.rules().stream().map(change -> line(change, before)))
                .toList();
    }

    private static <V> DraftLine line(ChoiceDraft.SettingChange<V> change, Before before) {
        return new DraftLine(
                change.setting().id(),
                change.scope().code(),
                change.setting().choice().title(),
                change.setting().question(),
                before.parts().words(change.scope()),
                before.settings()
                        .explain(change.setting(), Place.of(change.scope()), before.at())
                        .words(),
                change.words(),
                change.locked(),
                before.settings()
                        .next(change.setting(), change.scope(), before.at())
                        .map(AdoptedSetting::effectiveFrom));
    }

    private static DraftLine line(ChoiceDraft.RuleChange change, Before before) {
        RuleVersion was = before.rules().inForce(Place.of(change.scope()), before.at());
        return new DraftLine(
                RULE,
                change.scope().code(),
                DesignChoice.PROGRESS.title(),
                "When is something mastered?",
                before.parts().words(change.scope()),
                was.title(),
                change.ended()
                        ? "As the broader rule says"
                        : change.title() + ": " + change.rule().sentence(),
                change.locked(),
                before.rules().next(change.scope(), before.at()).map(RuleVersion::effectiveFrom));
    }
}
