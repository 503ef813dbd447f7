package org.ownpath.engine;

import java.time.Instant;
import java.util.OptionalDouble;

/** One thing a rule requires, held against the evidence. */
public sealed interface Requirement {

    boolean met();

    /** How it stands, in plain words with the numbers: "2 of 3 demonstrations". */
    String words();

    /** What is missing while it is not met, as a noun phrase: "one performance task". */
    String missing();

    /** The fewest further showings that could meet it while it is not met. */
    default int showingsMissing() {
        return 1;
    }

    /** The value has to reach the threshold. */
    record Threshold(String what, OptionalDouble value, double needed) implements Requirement {
        @Override
        public boolean met() {
            return value.isPresent() && Requirements.atLeast(value.getAsDouble(), needed);
        }

        @Override
        public String words() {
            return value.isPresent()
                    ? what + " is " + Wording.number(value.getAsDouble()) + ", and " + Wording.number(needed)
                            + " is needed"
                    : what + " has no value yet, and " + Wording.number(needed) + " is needed";
        }

        @Override
        public String missing() {
            return what + " at " + Wording.number(needed) + " or higher";
        }
    }

    /** No rating that enters the value may be below a minimum. */
    record MinimumRating(OptionalDouble weakest, double needed) implements Requirement {
        @Override
        public boolean met() {
            return weakest.isPresent() && Requirements.atLeast(weakest.getAsDouble(), needed);
        }

        @Override
        public String words() {
            String rule = "no rating may be below " + Wording.number(needed);
            return weakest.isPresent()
                    ? "the weakest rating in it is " + Wording.number(weakest.getAsDouble()) + ", and " + rule
                    : "no rating is in it yet, and " + rule;
        }

        @Override
        public String missing() {
            return "no rating in it below " + Wording.number(needed);
        }
    }

    /** A number of demonstrations. */
    record Demonstrations(int seen, int needed) implements Requirement {
        @Override
        public boolean met() {
            return seen >= needed;
        }

        @Override
        public String words() {
            return seen + " of " + Wording.counted(needed, "demonstration", "demonstrations");
        }

        @Override
        public String missing() {
            return Wording.counted(needed - seen, "more demonstration", "more demonstrations");
        }

        @Override
        public int showingsMissing() {
            return needed - seen;
        }
    }

    /** A form that has to be among the demonstrations. */
    record OfForm(Form form, boolean met) implements Requirement {
        @Override
        public String words() {
            return met ? "shown in " + form.withArticle() : form.withArticle() + " is still missing";
        }

        @Override
        public String missing() {
            return form.withArticle();
        }
    }

    /** A demonstration at a depth that has itself reached the threshold. */
    record AtDepth(Depth depth, boolean met, double threshold) implements Requirement {
        @Override
        public String words() {
            return (met ? "" : "not yet ") + "shown at the depth of " + depth.doing();
        }

        @Override
        public String missing() {
            return "one demonstration at the depth of " + depth.doing() + ", rated " + Wording.number(threshold)
                    + " or higher";
        }
    }

    /** A number of different contexts. */
    record InContexts(int seen, int needed) implements Requirement {
        @Override
        public boolean met() {
            return seen >= needed;
        }

        @Override
        public String words() {
            return "shown in " + seen + " of " + needed + " different settings";
        }

        @Override
        public String missing() {
            return Wording.counted(needed - seen, "more setting", "more settings");
        }

        @Override
        public int showingsMissing() {
            return needed - seen;
        }
    }

    /** A number of different observers. */
    record ByObservers(int seen, int needed) implements Requirement {
        @Override
        public boolean met() {
            return seen >= needed;
        }

        @Override
        public String words() {
            return "seen by " + seen + " of " + needed + " different people";
        }

        @Override
        public String missing() {
            return Wording.counted(needed - seen, "more person who sees it", "more people who see it");
        }

        @Override
        public int showingsMissing() {
            return needed - seen;
        }
    }

    /** A demonstration that reached the threshold, not longer ago than the days of freshness. */
    record Fresh(int days, Instant until, boolean met) implements Requirement {
        @Override
        public String words() {
            return "last shown this well " + (met ? "within the last " : "more than ")
                    + Wording.counted(days, "day", "days") + (met ? "" : " ago");
        }

        @Override
        public String missing() {
            return "showing it again, as the last time was more than " + Wording.counted(days, "day", "days") + " ago";
        }
    }
}
