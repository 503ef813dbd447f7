package org.ownpath.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Every piece up to the moment of judgement, in the order shown, each in exactly one list.
 *
 * @param counted the pieces that entered the value
 * @param excluded the pieces that did not, each with the reason
 * @param selfAssessments what the student said, beside the judgement
 * @param judgements professional judgements, whether or not the rule lets them decide
 */
public record Considered(
        List<Piece> counted, List<Explanation.Excluded> excluded, List<Piece> selfAssessments, List<Piece> judgements) {

    public Considered {
        counted = List.copyOf(counted);
        excluded = List.copyOf(excluded);
        selfAssessments = List.copyOf(selfAssessments);
        judgements = List.copyOf(judgements);
    }

    static Considered under(Counting counting, List<Piece> timeline, Instant asOf) {
        List<Piece> counted = new ArrayList<>();
        List<Explanation.Excluded> excluded = new ArrayList<>();
        List<Piece> selfAssessments = new ArrayList<>();
        List<Piece> judgements = new ArrayList<>();
        for (Piece piece : timeline) {
            Optional<Explanation.Reason> against = counting.reasonAgainst(piece, asOf);
            if (against.isEmpty()) {
                counted.add(piece);
            } else if (against.get() == Explanation.Reason.SELF_ASSESSMENT) {
                selfAssessments.add(piece);
            } else if (against.get() == Explanation.Reason.PROFESSIONAL_JUDGEMENT) {
                judgements.add(piece);
            } else {
                excluded.add(new Explanation.Excluded(piece, against.get()));
            }
        }
        return new Considered(counted, excluded, selfAssessments, judgements);
    }

    /** The ratings of the counted pieces, in the order shown. */
    double[] ratings(Counting counting) {
        return counted.stream()
                .mapToDouble(piece ->
                        piece.result().rating(counting.missedCountsAs()).orElseThrow())
                .toArray();
    }

    /** How many chances were taken, missed and excused. */
    public Chances chances() {
        int missedAndCounted = (int) counted.stream()
                .filter(piece -> piece.result() instanceof Result.Missed)
                .count();
        return new Chances(
                counted.size() - missedAndCounted,
                missedAndCounted + excluded(Explanation.Reason.MISSED),
                excluded(Explanation.Reason.EXCUSED));
    }

    private int excluded(Explanation.Reason reason) {
        return (int) excluded.stream().filter(e -> e.reason() == reason).count();
    }
}
