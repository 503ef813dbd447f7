package org.ownpath.evidence;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;

/**
 * A piece of evidence as somebody hands it in: one occasion, which may rate many students in many competencies.
 *
 * @param piece chosen by the sender: handing in the same piece twice stores it once
 * @param observer who saw it
 * @param shownAt when it was shown, which is what orders evidence
 * @param task what the students were asked to do
 * @param artifacts hashes of files stored with {@link Artifacts}
 */
public record Observation(
        PieceId piece,
        Nature nature,
        PersonId observer,
        Instant shownAt,
        Optional<String> task,
        Optional<String> note,
        List<String> artifacts,
        List<Rating> ratings) {

    /** The most ratings that one piece may hold; more is a file to import. */
    public static final int MOST_RATINGS = 2000;

    /** The longest note, in characters. */
    public static final int LONGEST_NOTE = 4000;

    /** What sort of occasion it was. */
    public record Nature(Form form, Depth depth, Context context, Purpose purpose) {

        /** What the database has kept as codes. Throws where one of them is none. */
        public static Nature ofCodes(String form, String depth, String context, String purpose) {
            return new Nature(
                    Form.ofCode(form).orElseThrow(),
                    Depth.ofCode(depth).orElseThrow(),
                    Context.ofCode(context).orElseThrow(),
                    Purpose.ofCode(purpose).orElseThrow());
        }
    }

    /** How one student did in one competency. */
    public record Rating(StudentId student, CompetencyId competency, Result result) {

        /** The pair that it is about. */
        public Showing showing() {
            return new Showing(student, competency);
        }
    }

    /** Keeps its own copies of the lists, and the moment in the ledger's precision of microseconds. */
    public Observation {
        shownAt = shownAt.truncatedTo(ChronoUnit.MICROS);
        artifacts = List.copyOf(artifacts);
        ratings = List.copyOf(ratings);
    }

    /** What the engine judges of one of its ratings. */
    Piece judgedBy(Rating rating, Instant recordedAt) {
        return new Piece(
                piece.value(),
                nature.form(),
                nature.depth(),
                nature.context(),
                nature.purpose(),
                observer.value(),
                rating.result(),
                shownAt,
                recordedAt);
    }
}
