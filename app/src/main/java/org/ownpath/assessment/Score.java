package org.ownpath.assessment;

import java.time.Instant;
import java.util.Optional;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;

/**
 * What one scorer gave.
 *
 * @param scorerName as it is shown: an outside assessor is not on the roster
 * @param piece the evidence that it became, if it decides
 */
public record Score(
        Part part, PersonId scorer, String scorerName, Instant at, ScoreSheet sheet, Optional<PieceId> piece) {

    /** Which of the scores of a demonstration it is. */
    public enum Part {
        FIRST,
        SECOND,
        MODERATED,
        OUTSIDE;

        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static Part ofCode(String code) {
            return valueOf(code.toUpperCase(java.util.Locale.ROOT));
        }
    }

    /** Whether it is the one that became evidence. */
    public boolean decides() {
        return piece.isPresent();
    }
}
