package org.ownpath.engine;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Why a judgement came out as it did: everything needed to say it in one sentence and to check it piece by piece.
 *
 * @param requirements all requirements of the rule held against the evidence, the value first
 * @param override the professional judgement that decided, if one did
 */
public record Explanation(
        Rule rule,
        Verdict verdict,
        Considered considered,
        List<Requirement> requirements,
        Optional<Overruling> override) {

    public Explanation {
        requirements = List.copyOf(requirements);
    }

    /** A piece that did not enter the value, and why. */
    public record Excluded(Piece piece, Reason reason) {}

    /** A professional judgement that decided, and what the evidence alone would have said, freshness aside. */
    public record Overruling(Piece judgement, State fromEvidence) {}

    /** Why a piece did not enter the value. */
    public enum Reason implements Coded {
        SELF_ASSESSMENT("a self-assessment stands beside the value"),
        PROFESSIONAL_JUDGEMENT("a professional judgement stands beside the value"),
        EXCUSED("excused"),
        MISSED("missed, which is noted and not counted"),
        FORM("this kind of work does not count"),
        DEPTH("work at this depth does not count"),
        PURPOSE("work for this purpose does not count"),
        CONTEXT("work in this setting does not count"),
        OBSERVER("what this person observed does not count"),
        OUTSIDE_WINDOW("shown too long ago to count");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        @Override
        public String words() {
            return words;
        }
    }

    public OptionalDouble value() {
        return verdict.value();
    }

    public List<Piece> counted() {
        return considered.counted();
    }

    public List<Excluded> excluded() {
        return considered.excluded();
    }

    public List<Piece> selfAssessments() {
        return considered.selfAssessments();
    }

    public List<Piece> judgements() {
        return considered.judgements();
    }

    /** What each counted piece does to the value, in the order shown. */
    public List<Contribution> contributions() {
        double[] ratings = considered.ratings(rule.counting());
        return IntStream.range(0, ratings.length)
                .mapToObj(i -> Contribution.of(rule.aggregation(), counted().get(i), ratings, i))
                .toList();
    }

    /** How many chances were taken, missed and excused. */
    public Chances chances() {
        return considered.chances();
    }

    public List<Requirement> met() {
        return requirements.stream().filter(Requirement::met).toList();
    }

    public List<Requirement> unmet() {
        return requirements.stream().filter(requirement -> !requirement.met()).toList();
    }

    /**
     * The fewest further showings that could meet the rule, where each is as good as can be and meets as many
     * requirements at once as it can; 0 when mastered. An average may need more of them.
     */
    public int showingsMissing() {
        if (verdict.state() == State.MASTERED) {
            return 0;
        }
        int forms = 0;
        int most = 1;
        for (Requirement requirement : unmet()) {
            forms += requirement instanceof Requirement.OfForm ? 1 : 0;
            most = Math.max(most, requirement.showingsMissing());
        }
        return Math.max(most, forms);
    }

    /** One or two sentences that a family understands: what counted, and what is missing. */
    public String sentence(String student, String competency) {
        return ExplanationSentence.about(student, this).of(competency);
    }

    /** The same, said to the learner: "You have mastered ...". */
    public String sentenceToLearner(String competency) {
        return ExplanationSentence.toLearner(this).of(competency);
    }

    /** What would change the outcome next, in one or two sentences. */
    public String next() {
        return new NextSentence(this).text();
    }
}
