package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ownpath.engine.Maya.LATER;
import static org.ownpath.engine.Maya.as;
import static org.ownpath.engine.Maya.at;
import static org.ownpath.engine.Maya.rated;
import static org.ownpath.engine.Maya.with;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {

    private static final Rule RULE =
            Rule.of(new Aggregation.BestN(2), Requirements.reaching(3).times(2).withForm(Form.PERFORMANCE_TASK));

    private static Explanation explain(Rule rule, Piece... pieces) {
        return Judge.judge(rule, List.of(pieces), LATER).explanation();
    }

    @Test
    void a_rule_is_said_in_plain_english() {
        assertThat(RULE.sentence())
                .isEqualTo("Mastered when the average of the best 2 ratings is 3 or higher, shown at least 2 times,"
                        + " at least once in a performance task.");
        assertThat(Presets.find("driving-licence", 3).orElseThrow().rule().sentence())
                .isEqualTo("Mastered when the average of the best 2 ratings is 3 or higher, shown at least 2 times,"
                        + " at least once in a test, at least once in a performance task, at least once this well at"
                        + " the depth of applying, in at least 2 different settings, seen by at least 2 different"
                        + " people. It has to be shown again when 365 days have passed since it was last shown this"
                        + " well. A professional judgement can decide otherwise.");
    }

    @Test
    void what_counted_and_what_is_missing_are_named() {
        Explanation explanation = explain(RULE, rated(3, 1), rated(4, 2), with(Result.missed(), rated(0, 3)));
        assertThat(explanation.sentence("Maya", "Adding fractions"))
                .isEqualTo("Maya has shown “Adding fractions” 2 times (2 tests) with 1 missed chance; the average of"
                        + " the best 2 ratings is 3.5, and 3 is needed. Still missing: a performance task.");
        assertThat(explanation.next()).isEqualTo("Next: a performance task.");
        assertThat(explanation.unmet())
                .extracting(Requirement::words)
                .containsExactly("a performance task is still missing");
        assertThat(explanation.met())
                .extracting(Requirement::words)
                .containsExactly("the average of the best 2 ratings is 3.5, and 3 is needed", "2 of 2 demonstrations");
    }

    @Test
    void no_evidence_is_said_with_what_the_rule_asks_for() {
        Explanation explanation = explain(RULE);
        assertThat(explanation.sentence("Maya", "Adding fractions"))
                .isEqualTo("Maya has not shown “Adding fractions” yet: there is no evidence that counts.");
        assertThat(explanation.next()).startsWith("Next: a first demonstration. Mastered when");
    }

    @Test
    void the_learner_is_spoken_to() {
        assertThat(explain(RULE).sentenceToLearner("Graphs"))
                .isEqualTo("You have not shown “Graphs” yet: there is no evidence that counts.");
        assertThat(explain(RULE, rated(3, 1), as(Form.PERFORMANCE_TASK, rated(3, 2)))
                        .sentenceToLearner("Graphs"))
                .startsWith("You have mastered “Graphs”, shown 2 times (a test and a performance task)");
    }

    @Test
    void mastery_is_said_with_its_number() {
        assertThat(explain(RULE, rated(3, 1), as(Form.PERFORMANCE_TASK, rated(3, 2)))
                        .sentence("Maya", "Adding fractions"))
                .isEqualTo("Maya has mastered “Adding fractions”, shown 2 times (a test and a performance task); the"
                        + " average of the best 2 ratings is 3, and 3 is needed.");
    }

    @Test
    void a_value_just_below_the_threshold_is_never_said_to_have_reached_it() {
        Rule mean = Rule.of(new Aggregation.Mean(), Requirements.reaching(3));
        assertThat(explain(mean, rated(2.998, 1)).sentence("Maya", "Adding fractions"))
                .contains("is 2.99, and 3 is needed");
    }

    @Test
    void an_override_is_said_with_what_the_evidence_alone_says() {
        Rule rule = RULE.withJudgementOverrides(true);
        Explanation explanation = explain(rule, rated(1, 1), rated(2, 2), as(Form.PROFESSIONAL_JUDGEMENT, rated(3, 3)));
        assertThat(explanation.sentence("Maya", "Adding fractions"))
                .isEqualTo("By professional judgement (rated 3) Maya has mastered “Adding fractions”. The evidence"
                        + " alone says: not yet; the average of the best 2 ratings is 1.5, and 3 is needed.");
        assertThat(explanation.next()).isEqualTo("Only a later professional judgement changes this.");
    }

    @Test
    void the_next_step_is_tried_and_not_guessed() {
        Rule latest = Rule.of(new Aggregation.Latest(), Requirements.reaching(3));
        assertThat(explain(latest, rated(1, 1)).next()).isEqualTo("Next: a new rating of 3 or higher.");
        Rule mean = Rule.of(new Aggregation.Mean(), Requirements.reaching(3));
        assertThat(explain(mean, rated(1, 1)).next())
                .isEqualTo("Next: more ratings of 3 or higher, until the average of all ratings reaches 3.");
        Rule lowest = Rule.of(new Aggregation.Lowest(), Requirements.reaching(3));
        assertThat(explain(lowest, rated(1, 1)).next()).contains("new ratings cannot raise the lowest rating");
    }

    @Test
    void a_refresh_is_said_with_the_days() {
        Rule rule = Rule.of(new Aggregation.Latest(), Requirements.reaching(3).freshFor(90));
        Explanation explanation = explain(rule, rated(4, 1));
        assertThat(explanation.sentence("Maya", "Adding fractions"))
                .endsWith("It is time to show it again: last shown this well more than 90 days ago.");
        assertThat(explanation.next()).isEqualTo("Next: show it again, rated 3 or higher.");
    }

    @Test
    void requirements_are_said_with_their_numbers() {
        Rule rule = Rule.of(
                new Aggregation.Latest(),
                Requirements.reaching(3)
                        .times(3)
                        .atDepth(Depth.APPLY)
                        .inContexts(3)
                        .byObservers(2)
                        .noneBelow(2));
        assertThat(explain(rule, at(Depth.RECALL, rated(4, 1))).requirements())
                .extracting(Requirement::words)
                .containsExactly(
                        "the latest rating is 4, and 3 is needed",
                        "the weakest rating in it is 4, and no rating may be below 2",
                        "1 of 3 demonstrations",
                        "not yet shown at the depth of applying",
                        "shown in 1 of 3 different settings",
                        "seen by 1 of 2 different people");
    }

    @Test
    void a_rule_says_what_counts() {
        Rule rule = Rule.of(
                        new Attempts.LastN(3, 2.5, true),
                        Requirements.reaching(2)
                                .atDepth(Depth.APPLY)
                                .freshFor(1)
                                .noneBelow(2))
                .withCounting(Counting.everything()
                        .onlyForms(Form.TEST, Form.PROJECT)
                        .onlyDepths(Depth.APPLY)
                        .onlyPurposes(Purpose.SUMMATIVE)
                        .onlyContexts(Context.CLASS, Context.HOME)
                        .onlyObservers(Maya.MR_LIND)
                        .withinDays(90)
                        .missedAs(0));
        assertThat(rule.sentence())
                .isEqualTo(
                        "Mastered when the most attempts rated 2.5 or higher among any 3 in a row is 2 or higher, shown at"
                                + " least once, at least once rated 2.5 or higher at the depth of applying, with no rating in it"
                                + " below 2. It has to be shown again when 1 day has passed since it was last rated 2.5 or higher."
                                + " Only work of these kinds: test and project. Only work at these depths: apply. Only work for"
                                + " these purposes: summative. Only work in these settings: class and home. Only what 1 named"
                                + " person observed counts. Only the last 90 days count. A missed chance counts as 0.");
    }

    @Test
    void what_is_missing_is_said_with_its_numbers() {
        Rule rule = Rule.of(
                new Aggregation.Latest(),
                Requirements.reaching(3).times(3).inContexts(3).byObservers(2).noneBelow(2));
        Explanation explanation = explain(rule, rated(1, 1));
        assertThat(explanation.sentence("Maya", "Graphs"))
                .endsWith(
                        "Still missing: no rating in it below 2, 2 more demonstrations, 2 more settings and 1 more person"
                                + " who sees it.");
        assertThat(explanation.unmet()).hasSize(5);
        assertThat(explain(rule).requirements().get(1).words())
                .isEqualTo("no rating is in it yet, and no rating may be below 2");
        assertThat(explain(rule).requirements().get(1).met()).isFalse();
    }

    @Test
    void every_kind_of_value_says_itself() {
        assertThat(List.of(
                        new Rounded(new Aggregation.Mean(), 0).words(),
                        new Rounded(new Aggregation.Mean(), 1).words(),
                        new Attempts.NMastery(1, 3).words(),
                        new Attempts.LastN(5, 3, false).words(),
                        new Attempts.InARow(3, true).words(),
                        new Progress.PracticePoints(4, 1, 6).words(),
                        new Aggregation.WeightedAverage(0.65).words()))
                .containsExactly(
                        "the average of all ratings (rounded to whole numbers)",
                        "the average of all ratings (rounded to 1 decimal)",
                        "the average of the ratings of 3 or higher (once there is one)",
                        "the number of attempts rated 3 or higher among the last 5",
                        "the longest row of attempts rated 3 or higher",
                        "the points from practice (worth more with each perfect attempt in a row)",
                        "the average in which the latest rating has 65% of the weight");
    }
}
