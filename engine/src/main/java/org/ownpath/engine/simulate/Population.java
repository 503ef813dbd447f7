package org.ownpath.engine.simulate;

/**
 * How learners differ.
 *
 * @param rateSpread the standard deviation of the natural logarithm of the learning rate; rates are log-normal with
 *     median 1. From 0 to 3
 * @param start what learners know when they enter
 * @param attendance how much of school they are there for
 */
public record Population(double rateSpread, Start start, Attendance attendance) {

    /**
     * Competencies known at entry, counted from the first: normal, rounded, and at least 0.
     *
     * @param mean of the normal distribution before rounding, in competencies
     * @param spread its standard deviation
     * @param correlation with the logarithm of the learning rate, from -1 to 1
     */
    public record Start(double mean, double spread, double correlation) {
        public Start {
            Bounds.FROM_ZERO.check("mean number of competencies known at entry", mean);
            Bounds.FROM_ZERO.check("spread of what is known at entry", spread);
            new Bounds(-1, 1).check("correlation of start and rate", correlation);
        }
    }

    /**
     * The share of opportunities a learner is there for: normal, kept between one half and 1.
     *
     * @param mean from 0.5 to 1
     * @param spread the standard deviation, from 0 to 1
     */
    public record Attendance(double mean, double spread) {
        static final double LEAST = 0.5;

        public Attendance {
            new Bounds(LEAST, 1).check("mean attendance", mean);
            Bounds.SHARE.check("spread of attendance", spread);
        }
    }

    public Population {
        new Bounds(0, 3).check("spread of learning rates", rateSpread);
    }

    /**
     * Spread of rates 0.49: the learner at the 95th percentile then needs a fifth of the opportunities of the one at the
     * 5th, the ratio in B. Bloom, Time and Learning, American Psychologist 29, 1974. That is contested: K. Koedinger and
     * others, An astonishing regularity in student learning rate, PNAS 120(13), 2023, find large differences in what
     * learners know at the start and small ones in rate. Run with a small spread as well before a conclusion is drawn.
     * Start: two competencies known on average, spread three, correlation one half. Attendance: 94%, spread 5%.
     */
    public static Population standard() {
        return new Population(0.49, new Start(2, 3, 0.5), new Attendance(0.94, 0.05));
    }

    /** Everybody alike: rate 1, nothing known, always there. */
    public static Population identical() {
        return new Population(0, new Start(0, 0, 0), new Attendance(1, 0));
    }

    public Population withRateSpread(double spread) {
        return new Population(spread, start, attendance);
    }

    /** What one learner brings; the stream is the learner's own. */
    Traits draw(Stream chance) {
        double z = chance.nextNormal();
        double other = start.correlation() * z
                + Math.sqrt(1 - start.correlation() * start.correlation()) * chance.nextNormal();
        double present = attendance.mean() + attendance.spread() * chance.nextNormal();
        return new Traits(
                StrictMath.exp(rateSpread * z),
                Math.min(1, Math.max(Attendance.LEAST, present)),
                (int) Math.max(0, Math.round(start.mean() + start.spread() * other)),
                Group.tercile(z));
    }
}
