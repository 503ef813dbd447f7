package org.ownpath.evidence;

import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.shared.PieceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells of many pieces at once, each with one rating, whether the ledger has them. */
@Component
public class LedgerComparison {

    private final JdbcClient database;

    LedgerComparison(JdbcClient database) {
        this.database = database;
    }

    /** How the ledger stands to a piece. */
    public enum Found {
        /** It does not have it. */
        NEW,
        /** It has it, in every particular that a file tells. */
        SAME,
        /** It has another under the same id. */
        CONFLICT
    }

    private record Key(PieceId piece, Showing showing) {}

    /** An answer for each, in their order. */
    public List<Found> compare(List<Observation> pieces) {
        Map<Key, Entry> known = new HashMap<>();
        database.sql(EntryRows.ENTRY + """
                join unnest(:students::uuid[], :competencies::uuid[], :pieces::uuid[]) as t (student, competency, piece)
                  on e.student_id = t.student and e.competency_id = t.competency and e.piece_id = t.piece""")
                .param("by", OffsetDateTime.MAX)
                .param("students", texts(pieces, p -> rating(p).student()))
                .param("competencies", texts(pieces, p -> rating(p).competency()))
                .param("pieces", texts(pieces, Observation::piece))
                .query(EntryRows::entry)
                .list()
                .forEach(e -> known.put(new Key(e.piece(), new Showing(e.student(), e.competency())), e));
        return pieces.stream()
                .map(piece -> {
                    Entry entry = known.get(new Key(piece.piece(), rating(piece).showing()));
                    if (entry == null) {
                        return Found.NEW;
                    }
                    return same(entry, piece) ? Found.SAME : Found.CONFLICT;
                })
                .toList();
    }

    /** Who imports a file is no part of it, so the observer may differ. */
    private static boolean same(Entry entry, Observation piece) {
        return entry.result().equals(rating(piece).result()) && SameAs.sameTelling(entry, piece);
    }

    private static Observation.Rating rating(Observation piece) {
        return piece.ratings().get(0);
    }

    private static String[] texts(List<Observation> pieces, java.util.function.Function<Observation, Object> part) {
        return pieces.stream().map(p -> part.apply(p).toString()).toArray(String[]::new);
    }
}
