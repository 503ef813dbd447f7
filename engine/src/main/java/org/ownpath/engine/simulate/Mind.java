package org.ownpath.engine.simulate;

/** What one simulated learner knows, as one learner model has it. Not for use by several threads. */
public abstract sealed class Mind permits TracedMind, CurvedMind, ZoneMind {

    private final KnowledgeStructure structure;
    private Stream chance = new Stream();
    private double rate = 1;

    Mind(KnowledgeStructure structure) {
        this.structure = structure;
    }

    /** A new learner enters; whatever the one before knew is gone. */
    final void enter(Traits traits, Stream own) {
        chance = own;
        rate = traits.rate();
        clear();
        for (int c = 0; c < Math.min(traits.start(), structure.competencies()); c++) {
            know(c);
        }
    }

    /** A rating from 1 to 4 of one check, by one random number. */
    final int check(int competency) {
        double right = right(competency);
        double u = chance.nextDouble();
        if (u < right) {
            return u < right / 2 ? 4 : 3;
        }
        return u - right < (1 - right) / 2 ? 2 : 1;
    }

    /** How many direct prerequisites are not known. */
    final int missing(int competency) {
        int missing = 0;
        for (int prerequisite : structure.before(competency)) {
            if (!knows(prerequisite)) {
                missing++;
            }
        }
        return missing;
    }

    /** How many of the competencies from one to before another are known. */
    final int known(int from, int to) {
        int known = 0;
        for (int c = from; c < to; c++) {
            if (knows(c)) {
                known++;
            }
        }
        return known;
    }

    final KnowledgeStructure structure() {
        return structure;
    }

    final Stream chance() {
        return chance;
    }

    final double rate() {
        return rate;
    }

    /** The probability of learning in one opportunity, when the median learner's is {@code p}: 1 - (1 - p)^rate. */
    final double atOwnRate(double p) {
        return 1 - Math.pow(1 - p, rate);
    }

    abstract void clear();

    /** Makes a competency known, as if learned before school. */
    abstract void know(int competency);

    /** One opportunity to learn. */
    abstract void practise(int competency);

    abstract boolean knows(int competency);

    /** The probability that a check is right. */
    abstract double right(int competency);

    /** A summer passes. */
    abstract void summer();
}
