package org.ownpath.assessment.items;

import org.springframework.stereotype.Component;

/** Puts tries together with the questions that they draw on, their terms and their answers. */
@Component
class Sittings {

    private final Pools pools;
    private final AttemptRows attempts;
    private final TestChoices choices;

    Sittings(Pools pools, AttemptRows attempts, TestChoices choices) {
        this.pools = pools;
        this.attempts = attempts;
        this.choices = choices;
    }

    Sitting of(Attempt attempt) {
        return new Sitting(
                attempt.test(),
                choices.terms(attempt),
                pools.of(attempt.test().pool()),
                attempts.responses(attempt.id()));
    }
}
