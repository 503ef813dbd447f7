package org.ownpath.engine.simulate;

import java.util.ArrayList;
import java.util.List;

/**
 * Learners who work through a structure, one competency after the other, with a check after every opportunity: until the
 * rule is met or the tries are used up, and then on, mastered or not. So somebody who misses a competency carries the gap
 * along, as it is where a class moves on together.
 *
 * @param tries how often a competency is tried at most, 2 or more
 */
public record Practice(KnowledgeStructure structure, Population population, Advancement advancement, int tries) {

    private static final long TRAITS = 0;
    private static final long TRYING = 1;

    public Practice {
        new Bounds(2, 1000).check("number of tries", tries);
    }

    /**
     * One competency as it was worked on.
     *
     * @param ratings from 1 to 4, in order
     * @param hidden what nobody sees, after the second try
     */
    public record Worked(int competency, List<Integer> ratings, boolean mastered, Hidden hidden) {
        public Worked {
            ratings = List.copyOf(ratings);
        }
    }

    /**
     * What the model knows and a school does not.
     *
     * @param knows whether the competency is known
     * @param missing how many direct prerequisites are not
     */
    public record Hidden(boolean knows, int missing) {}

    /**
     * All that one learner did.
     *
     * @param rate the learning rate relative to the median learner
     * @param group the third of learning rates
     * @param start how many competencies were known at entry, from the first on
     */
    public record Learner(double rate, Group group, int start, List<Worked> worked) {
        public Learner {
            worked = List.copyOf(worked);
        }
    }

    /** The learner of this number; the same seed gives the same. */
    public Learner learner(LearnerModel model, long seed, long number) {
        Stream chance = new Stream();
        Traits traits = population.draw(chance.begin(seed, number, TRAITS));
        Mind mind = model.mind(structure);
        mind.enter(traits, chance.begin(seed, number, TRYING));
        Checks checks = advancement.checks();
        List<Worked> worked = new ArrayList<>();
        for (int competency = 0; competency < structure.competencies(); competency++) {
            worked.add(work(competency, mind, checks));
        }
        return new Learner(traits.rate(), Group.ofTercile(traits.tercile()), traits.start(), worked);
    }

    private Worked work(int competency, Mind mind, Checks checks) {
        checks.clear();
        List<Integer> ratings = new ArrayList<>();
        Hidden hidden = new Hidden(mind.knows(competency), mind.missing(competency));
        while (ratings.size() < tries && !checks.enough()) {
            mind.practise(competency);
            int rating = mind.check(competency);
            checks.add(rating);
            ratings.add(rating);
            if (ratings.size() == 2) {
                hidden = new Hidden(mind.knows(competency), mind.missing(competency));
            }
        }
        return new Worked(competency, ratings, checks.enough(), hidden);
    }
}
