package org.ownpath.credential;

import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;

/**
 * In what way a competency has to have been shown, besides being mastered.
 *
 * @param depth this depth or a deeper one; empty for any
 * @param form the form; empty for any
 */
public record Demand(Optional<Depth> depth, Optional<Form> form) {

    /** Mastered is enough. */
    public static final Demand NONE = new Demand(Optional.empty(), Optional.empty());

    /** Whether mastered is enough. */
    public boolean isNone() {
        return depth.isEmpty() && form.isEmpty();
    }

    /** "" or "shown at the depth of creating in a performance task". */
    public String words() {
        if (isNone()) {
            return "";
        }
        return "shown"
                + depth.map(d -> " at the depth of " + d.doing()).orElse("")
                + form.map(f -> " in " + f.withArticle()).orElse("");
    }

    /** Whether one of these pieces is a good showing of this kind; what students say of themselves is none. */
    boolean metBy(Stream<Piece> pieces, double mastery) {
        return isNone()
                || pieces.anyMatch(piece -> piece.form() != Form.SELF_ASSESSMENT
                        && piece.result().rating(Optional.empty()).orElse(-1) >= mastery
                        && depth.map(piece.depth()::atLeast).orElse(true)
                        && form.map(piece.form()::equals).orElse(true));
    }
}
