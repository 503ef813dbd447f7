package org.ownpath.portal.leader;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ownpath.engine.Counting;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;
import org.ownpath.insight.Proposal;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Scope;

/**
 * The form of a proposal as it was typed: a rule to start from, and what should be different. Empty fields leave what the
 * rule says.
 *
 * @param scope the code of the part of the district that it is for
 * @param base the id of a preset, or {@link #TODAY}
 * @param forms codes of the forms that each have to be there
 * @param practice whether formative work counts: {@link #COUNTS}, {@link #COUNTS_NOT}, or as the rule says
 */
public record ProposalForm(
        String scope,
        String base,
        String threshold,
        String count,
        List<String> forms,
        String depth,
        String contexts,
        String observers,
        String freshDays,
        String practice) {

    /** Starts from the rule in force. */
    public static final String TODAY = "today";

    /** Formative work counts like any other. */
    public static final String COUNTS = "counts";

    /** Formative work is seen and does not count. */
    public static final String COUNTS_NOT = "not";

    /** What is asked before anybody has typed. */
    public static final ProposalForm EMPTY = new ProposalForm("district", TODAY, "", "", List.of(), "", "", "", "", "");

    /** Fields that a browser leaves out are empty. */
    public ProposalForm {
        scope = Objects.requireNonNullElse(scope, "");
        base = Objects.requireNonNullElse(base, TODAY);
        threshold = Objects.requireNonNullElse(threshold, "").strip();
        count = Objects.requireNonNullElse(count, "").strip();
        forms = forms == null ? List.of() : List.copyOf(forms);
        depth = Objects.requireNonNullElse(depth, "");
        contexts = Objects.requireNonNullElse(contexts, "").strip();
        observers = Objects.requireNonNullElse(observers, "").strip();
        freshDays = Objects.requireNonNullElse(freshDays, "").strip();
        practice = Objects.requireNonNullElse(practice, "");
    }

    /** A proposal, or everything that is wrong with the form. */
    record Read(Optional<Proposal> proposal, List<String> problems) {}

    /** Reads the form over the rule that it starts from. */
    Read over(Preset start, Scope part) {
        List<String> problems = new ArrayList<>();
        Requirements before = start.rule().requirements();
        double reaching = number("threshold", threshold, before.threshold(), Double::parseDouble, problems);
        int times = number("number of times", count, before.count(), Integer::parseInt, problems);
        int settings = number("number of settings", contexts, before.contexts(), Integer::parseInt, problems);
        int people = number("number of people", observers, before.observers(), Integer::parseInt, problems);
        int fresh = number("number of days", freshDays, before.freshDays().orElse(0), Integer::parseInt, problems);
        if (!problems.isEmpty()) {
            return new Read(Optional.empty(), problems);
        }
        try {
            Requirements after = new Requirements(
                    reaching,
                    times,
                    forms.isEmpty() ? before.forms() : chosenForms(),
                    depth.isEmpty() ? before.depth() : Depth.ofCode(depth),
                    settings,
                    people,
                    Optional.of(fresh).filter(days -> days > 0),
                    before.minimumRating());
            Rule rule = new Rule(
                    counting(start.rule().counting()),
                    start.rule().aggregation(),
                    after,
                    start.rule().judgementOverrides());
            String title = rule.equals(start.rule()) ? start.title() : start.title() + ", changed";
            return new Read(Optional.of(Proposal.of(draft(part, title, rule))), List.of());
        } catch (IllegalArgumentException refused) {
            return new Read(Optional.empty(), List.of(String.valueOf(refused.getMessage())));
        }
    }

    private static ChoiceDraft draft(Scope part, String title, Rule rule) {
        return ChoiceDraft.EMPTY.with(new ChoiceDraft.RuleChange(part, title, rule, false, false));
    }

    private Counting counting(Counting before) {
        return switch (practice) {
            case COUNTS -> before.onlyPurposes();
            case COUNTS_NOT -> before.onlyPurposes(Purpose.SUMMATIVE);
            default -> before;
        };
    }

    private Set<Form> chosenForms() {
        Set<Form> chosen = new LinkedHashSet<>();
        forms.forEach(code -> Form.ofCode(code).filter(Form::aggregates).ifPresent(chosen::add));
        return chosen;
    }

    private static <T> T number(
            String what, String typed, T otherwise, Function<String, T> read, List<String> problems) {
        try {
            return typed.isEmpty() ? otherwise : read.apply(typed.replace(',', '.'));
        } catch (NumberFormatException e) {
            problems.add("'" + typed + "' is no " + what + ". Write a number, or leave it empty.");
            return otherwise;
        }
    }
}
