package org.ownpath.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a draft can be adopted: reasons against, each with its remedy. */
record AdoptionCheck(ChoiceBook settings, RuleBook rules) {

    /** A form that was opened a while ago may still say "now". */
    private static final Duration NOW = Duration.ofMinutes(10);

    List<String> reasons(ChoiceDraft draft, Adoption adoption) {
        ChoiceBook then = settings.with(draft, adoption);
        RuleBook rulesThen = rules.with(draft, adoption);
        Instant from = adoption.effectiveFrom();
        Stream<Optional<String>> whole = Stream.of(empty(draft), unexplained(adoption), past(adoption));
        Stream<Optional<String>> parts = draft.settings().stream()
                .flatMap(c ->
                        Stream.of(unsettable(c), locked(c, then.explain(c.setting(), Place.of(c.scope()), from))));
        Stream<Optional<String>> rulesLocked =
                draft.rules().stream().map(c -> locked(c, rulesThen.inForce(Place.of(c.scope()), from)));
        return Stream.of(whole, parts, rulesLocked)
                .flatMap(each -> each)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<String> empty(ChoiceDraft draft) {
        return draft.isEmpty()
                ? Optional.of("The draft changes nothing. Change a setting or a rule first.")
                : Optional.empty();
    }

    private static Optional<String> unexplained(Adoption adoption) {
        return adoption.reason().isBlank()
                ? Optional.of("Write why you adopt it, so that whoever asks later can read it.")
                : Optional.empty();
    }

    private static Optional<String> past(Adoption adoption) {
        return adoption.effectiveFrom().isBefore(adoption.adoptedAt().minus(NOW))
                ? Optional.of("It cannot take effect in the past. Choose today or a later day.")
                : Optional.empty();
    }

    private static Optional<String> unsettable(ChoiceDraft.SettingChange<?> change) {
        return change.setting().scopes().contains(change.scope().kind())
                ? Optional.empty()
                : Optional.of("'" + change.setting().question() + "' cannot be set for "
                        + change.scope().kind().words() + ". Set it for a broader part.");
    }

    private static <V> Optional<String> locked(ChoiceDraft.SettingChange<?> change, InForce<V> then) {
        boolean fromAbove = then.from()
                .map(a -> a.scope().kind().compareTo(change.scope().kind()) < 0)
                .orElse(false);
        return then.locked() && fromAbove
                ? Optional.of("'" + change.setting().question() + "' is locked for "
                        + then.from().orElseThrow().scope().kind().words() + ". Open it there first.")
                : Optional.empty();
    }

    private static Optional<String> locked(ChoiceDraft.RuleChange change, RuleVersion then) {
        boolean fromAbove = then.scope().kind().compareTo(change.scope().kind()) < 0;
        return then.locked() && fromAbove
                ? Optional.of("The rule of mastery is locked for "
                        + then.scope().kind().words() + ". Open it there first.")
                : Optional.empty();
    }
}
