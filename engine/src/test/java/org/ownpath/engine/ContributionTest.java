package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ownpath.engine.Maya.LATER;
import static org.ownpath.engine.Maya.rated;
import static org.ownpath.engine.Maya.with;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;

class ContributionTest {

    private static List<Contribution> contributions(Aggregation aggregation, double... ratings) {
        List<Piece> pieces = new ArrayList<>();
        for (double rating : ratings) {
            pieces.add(rated(rating, pieces.size()));
        }
        return Judge.judge(Rule.of(aggregation, Requirements.reaching(3)), pieces, LATER)
                .explanation()
                .contributions();
    }

    @Test
    void a_piece_is_worth_what_the_value_would_be_without_it() {
        List<Contribution> all = contributions(new Aggregation.Mean(), 1, 2, 4.5);
        assertThat(all.get(0).change().orElseThrow()).isCloseTo(2.5 - 3.25, within(1e-12));
        assertThat(all.get(2).change().orElseThrow()).isCloseTo(2.5 - 1.5, within(1e-12));
        assertThat(all.get(2).words()).isEqualTo("without it the value would be 1.5");
        assertThat(all.get(2).rating()).isEqualTo(4.5);
        assertThat(contributions(new Aggregation.Highest(), 4, 1).get(1).words())
                .isEqualTo("the value is the same without it");
        assertThat(contributions(new Attempts.NMastery(2, 3), 4, 3).get(0).words())
                .isEqualTo("without it there would be no value");
        assertThat(contributions(new Attempts.NMastery(2, 3), 4, 1).get(0).change())
                .isEmpty();
    }

    @Property
    @Domain(RandomRules.class)
    void a_contribution_is_the_judgement_without_the_piece(@ForAll Rule rule, @ForAll List<Piece> history) {
        Explanation explanation = Judge.judge(rule, history, LATER).explanation();
        List<Contribution> contributions = explanation.contributions();
        assertThat(contributions).extracting(Contribution::piece).isEqualTo(explanation.counted());
        for (Contribution contribution : contributions) {
            List<Piece> others = new ArrayList<>(history);
            others.remove(contribution.piece());
            assertThat(contribution.without())
                    .isEqualTo(Judge.verdict(rule, others, LATER).value());
        }
    }

    @Test
    void missed_excused_and_never_tried_are_three_things() {
        Rule rule = Rule.of(new Aggregation.Latest(), Requirements.reaching(3));
        Piece missed = with(Result.missed(), rated(0, 1));
        Piece excused = with(Result.excused(), rated(0, 2));
        assertThat(chances(rule)).isEqualTo(new Chances(0, 0, 0));
        assertThat(chances(rule).tried()).isFalse();
        assertThat(chances(rule, excused)).isEqualTo(new Chances(0, 0, 1));
        assertThat(chances(rule, excused).tried()).isFalse();
        assertThat(chances(rule, missed).tried()).isTrue();
        assertThat(chances(rule, missed, excused, rated(3, 3))).isEqualTo(new Chances(1, 1, 1));
        assertThat(chances(rule.withCounting(Counting.everything().missedAs(0)), missed, rated(3, 3)))
                .isEqualTo(new Chances(1, 1, 0));
        assertThat(Judge.judge(rule, List.of(missed, excused, rated(3, 3)), LATER)
                        .explanation()
                        .sentence("Maya", "Fractions"))
                .contains("shown once (a test) with 1 missed and 1 excused chances;");
        assertThat(Judge.judge(rule, List.of(excused), LATER).explanation().sentence("Maya", "Fractions"))
                .isEqualTo(
                        "Maya has not shown “Fractions” yet: excused from 1 chance, and there is no evidence that counts.");
    }

    private static Chances chances(Rule rule, Piece... pieces) {
        return Judge.judge(rule, List.of(pieces), LATER).explanation().chances();
    }

    @Test
    void the_next_step_is_tried_for_values_that_are_no_ratings_too() {
        assertThat(next(new Attempts.InARow(3, false), 3, 3, 3)).isEqualTo("Next: a new rating of 3 or higher.");
        assertThat(next(new Attempts.NMastery(3, 3), 3, 4))
                .isEqualTo(
                        "Next: more ratings of 3 or higher, until the average of the ratings of 3 or higher (once there"
                                + " are 3) reaches 3.");
        assertThat(next(new Estimate.KnowledgeTracing(3, 0.1, 0.1, 0.1, 0.1, 0), 0.95, 3, 3))
                .isEqualTo("Next: a new rating of 3 or higher.");
        assertThat(next(new Aggregation.First(), 3, 1)).contains("new ratings cannot raise the first rating");
    }

    private static String next(Aggregation aggregation, double threshold, double... ratings) {
        List<Piece> pieces = new ArrayList<>();
        for (double rating : ratings) {
            pieces.add(rated(rating, pieces.size()));
        }
        return Judge.judge(Rule.of(aggregation, Requirements.reaching(threshold)), pieces, LATER)
                .explanation()
                .next();
    }
}
