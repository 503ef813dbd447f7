package org.ownpath.engine.simulate;

/**
 * A competency is known or not, and is learned best where it is next. With d the number of a competency less the number
 * of competencies known, the fit is {@code exp(-(d / lost)^2 / 2)} where it is too far ahead and {@code exp(-(d /
 * bored)^2 / 2)} where it lies behind. Engagement follows the fit: {@code e <- e + 0.1 (fit - e)} at each opportunity. A
 * competency is learned with probability {@code (1 - (1 - learn)^rate) * fit * e}.
 *
 * <p>Source of the idea: L. Vygotsky, Mind in Society, 1978, the zone of proximal development; that challenge and skill
 * have to match to hold attention, M. Csikszentmihalyi, Beyond Boredom and Anxiety, 1975. The curve is our own choice.
 *
 * @param learn the median learner's probability of learning in one opportunity where the fit is perfect
 * @param width how far is too far
 * @param forget the probability that what is known is forgotten over a summer
 */
public record Zone(double learn, Width width, Checking checking, double forget) implements LearnerModel {

    /**
     * The distances, in competencies, at which the fit has fallen to 0.61.
     *
     * @param bored below what is known
     * @param lost above it
     */
    public record Width(double bored, double lost) {
        public Width {
            Bounds.POSITIVE.check("width towards boredom", bored);
            Bounds.POSITIVE.check("width towards being lost", lost);
        }
    }

    public Zone {
        Bounds.SHARE.check("probability of learning", learn);
        Bounds.SHARE.check("probability of forgetting", forget);
    }

    /** Learns with 0.25; bored eight competencies below, one level, and lost sixteen above; forgets with 0.02. */
    public static Zone standard() {
        return new Zone(0.25, new Width(8, 16), Checking.standard(), 0.02);
    }

    @Override
    public String name() {
        return "zone";
    }

    @Override
    public Mind mind(KnowledgeStructure structure) {
        return new ZoneMind(this, structure);
    }
}
