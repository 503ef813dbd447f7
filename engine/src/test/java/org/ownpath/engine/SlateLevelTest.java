package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.ownpath.engine.Maya.as;
import static org.ownpath.engine.Maya.rated;
import static org.ownpath.engine.Maya.with;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Level 9 of a competency of two skills, one of which requires two demonstrations, worked out by hand. */
class SlateLevelTest {

    private static final Rule SKILL =
            Rule.of(new Aggregation.Highest(), Requirements.reaching(9)).withJudgementOverrides(true);
    private static final SlateLevel LEVEL = new SlateLevel(9, demonstrations(), Optional.empty());

    private static Map<String, Integer> demonstrations() {
        Map<String, Integer> demonstrations = new LinkedHashMap<>();
        demonstrations.put("argue", 2);
        demonstrations.put("cite", 1);
        return demonstrations;
    }

    private static Map<String, Judgement> skills(List<Piece> argue, List<Piece> cite) {
        return Map.of("argue", Judge.judge(SKILL, argue, Maya.LATER), "cite", Judge.judge(SKILL, cite, Maya.LATER));
    }

    private static final Piece MISSED = with(Result.missed(), rated(0, 3));

    @Test
    void the_best_ratings_are_kept_and_averaged_to_one_decimal() {
        SlateLevel.Account account = LEVEL.account(
                skills(List.of(rated(7, 1), rated(9, 2), rated(8, 3)), List.of(rated(8, 1), rated(7, 2))));
        assertThat(account.complete()).isEqualTo(3);
        assertThat(account.required()).isEqualTo(3);
        assertThat(account.average()).hasValueCloseTo(8.3, within(1e-12)); // 25 / 3
        assertThat(account.lowest()).hasValue(8);
        assertThat(account.progress()).isEqualTo(1);
        assertThat(account.growth(7.5).orElseThrow()).isCloseTo(0.8, within(1e-12));
        assertThat(account.nextBaseline(7.5)).isEqualTo(8.3);
        assertThat(account.nextBaseline(8.6)).isEqualTo(8.6);
    }

    @Test
    void a_level_is_done_within_half_a_level_of_its_average() {
        ParentJudgement below = LEVEL.judge(skills(List.of(rated(8, 1), rated(9, 2)), List.of(rated(8, 1))));
        assertThat(below.state()).isEqualTo(State.NOT_YET); // 8.3
        assertThat(below.sentence())
                .isEqualTo("Not yet: 3 of 3 demonstrations; the average is 8.3, and 8.5 is needed.");
        ParentJudgement done = LEVEL.judge(skills(List.of(rated(8, 1), rated(9, 2)), List.of(rated(8.4, 1))));
        assertThat(done.value()).hasValueCloseTo(8.5, within(1e-12)); // 25.4 / 3 = 8.4667
        assertThat(done.state()).isEqualTo(State.MASTERED);
    }

    @Test
    void a_missed_chance_completes_nothing_and_stays_outside_the_average() {
        SlateLevel.Account account = LEVEL.account(skills(List.of(rated(9, 1), MISSED), List.of(rated(9, 1))));
        assertThat(account.complete()).isEqualTo(2);
        assertThat(account.average()).hasValue(9);
        assertThat(LEVEL.judge(skills(List.of(rated(9, 1), MISSED), List.of(rated(9, 1))))
                        .state())
                .isEqualTo(State.TOO_LITTLE_EVIDENCE);
    }

    @Test
    void an_override_fills_its_skill_and_stays_outside_the_average() {
        Piece override = as(Form.PROFESSIONAL_JUDGEMENT, rated(12, 4));
        Map<String, Judgement> skills = skills(List.of(MISSED, override), List.of(rated(8.5, 1)));
        assertThat(LEVEL.account(skills).complete()).isEqualTo(3);
        assertThat(LEVEL.account(skills).average()).hasValue(8.5);
        assertThat(LEVEL.judge(skills).state()).isEqualTo(State.MASTERED);
    }

    @Test
    void a_level_of_overrides_alone_is_done_without_an_average() {
        Piece override = as(Form.PROFESSIONAL_JUDGEMENT, rated(9, 4));
        ParentJudgement judgement = LEVEL.judge(skills(List.of(override), List.of(override)));
        assertThat(judgement.value()).isEmpty();
        assertThat(judgement.state()).isEqualTo(State.MASTERED);
    }

    @Test
    void an_override_that_says_no_fills_nothing() {
        Piece no = as(Form.PROFESSIONAL_JUDGEMENT, rated(3, 4));
        assertThat(LEVEL.account(skills(List.of(no), List.of())).complete()).isZero();
    }

    @Test
    void nothing_tried_is_no_evidence() {
        ParentJudgement judgement = LEVEL.judge(skills(List.of(), List.of()));
        assertThat(judgement.state()).isEqualTo(State.NO_EVIDENCE);
        assertThat(LEVEL.account(skills(List.of(), List.of())).average()).isEmpty();
        assertThat(LEVEL.account(skills(List.of(), List.of())).growth(7)).isEmpty();
    }

    @Test
    void a_minimum_is_asked_of_the_kept_ratings() {
        SlateLevel strict = new SlateLevel(9, demonstrations(), Optional.of(8.0));
        Map<String, Judgement> skills = skills(List.of(rated(10, 1), rated(10, 2)), List.of(rated(7, 1)));
        assertThat(LEVEL.judge(skills).state()).isEqualTo(State.MASTERED);
        assertThat(strict.judge(skills).state()).isEqualTo(State.NOT_YET);
        assertThat(strict.sentence())
                .isEqualTo("Mastered when argue 2 times and cite once shown, and the average of the best is 8.5 or"
                        + " higher to one decimal, with none of them below 8.");
    }

    @Test
    void a_first_baseline_is_the_mean_of_each_skills_earliest_rating_once_enough_is_known() {
        assertThat(LEVEL.firstBaseline(skills(List.of(rated(7, 1), rated(9, 2)), List.of(rated(8, 1)))))
                .hasValue(7.5);
        assertThat(LEVEL.firstBaseline(skills(List.of(), List.of(rated(8, 1))))).isEmpty(); // a third
        assertThat(LEVEL.firstBaseline(skills(List.of(rated(7, 1), rated(9, 2)), List.of())))
                .hasValue(7); // two thirds
    }
}
