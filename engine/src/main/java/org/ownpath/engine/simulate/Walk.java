package org.ownpath.engine.simulate;

/** Takes one learner after the other through both approaches, on one thread. */
final class Walk {

    private static final long TRAITS = 0;
    private static final long BATCH = 1;
    private static final long MASTERY = 2;

    private final Scenario scenario;
    private final long seed;
    private final Schooling batch;
    private final Schooling mastery;
    private final Stream chance = new Stream();

    Walk(Scenario scenario, LearnerModel model, long seed) {
        this.scenario = scenario;
        this.seed = seed;
        this.batch = new BatchSchooling(scenario, model);
        this.mastery = new MasterySchooling(scenario, model);
    }

    void through(long learner, Tallies tallies) {
        Traits traits = scenario.population().draw(chance.begin(seed, learner, TRAITS));
        batch.enter(traits, chance.begin(seed, learner, BATCH));
        years(batch, Approach.BATCH, traits, tallies);
        mastery.enter(traits, chance.begin(seed, learner, MASTERY));
        years(mastery, Approach.MASTERY, traits, tallies);
    }

    private void years(Schooling schooling, Approach approach, Traits traits, Tallies tallies) {
        for (int year = 0; year < scenario.school().years(); year++) {
            schooling.year(year, tallies.at(approach, traits.tercile(), year));
        }
    }
}
