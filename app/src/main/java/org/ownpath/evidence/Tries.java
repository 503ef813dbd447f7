package org.ownpath.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.ownpath.shared.CompetencyId;

/** What one student has tried, in so little room that many students have it in memory together. */
public final class Tries {

    /** Of somebody who has tried nothing. */
    public static final Tries NONE = new Tries();

    private static final Comparator<Row> ORDER = Comparator.comparingLong(Row::shownAt)
            .thenComparingLong(Row::recordedAt)
            .thenComparing(Row::piece);

    private final List<Row> rows = new ArrayList<>();
    private final Set<Replaced> replaced = new HashSet<>();

    Tries() {}

    /** As the ledger has it: what happened when in its microseconds. */
    record Row(CompetencyId competency, UUID piece, long shownAt, long recordedAt, double rating, short kind) {}

    private record Replaced(CompetencyId competency, UUID piece) {}

    void add(Row row) {
        rows.add(row);
    }

    void replaced(CompetencyId competency, UUID piece) {
        replaced.add(new Replaced(competency, piece));
    }

    /** The tries that stand at each competency, earliest shown first. */
    public Map<CompetencyId, List<Try>> byCompetency() {
        Map<CompetencyId, List<Row>> standing = new HashMap<>();
        for (Row row : rows) {
            if (replaced.isEmpty() || !replaced.contains(new Replaced(row.competency(), row.piece()))) {
                standing.computeIfAbsent(row.competency(), first -> new ArrayList<>(4))
                        .add(row);
            }
        }
        Map<CompetencyId, List<Try>> tries = new HashMap<>(2 * standing.size());
        standing.forEach((competency, own) -> {
            own.sort(ORDER);
            List<Try> inOrder = new ArrayList<>(own.size());
            own.forEach(row -> inOrder.add(told(row)));
            tries.put(competency, inOrder);
        });
        return tries;
    }

    private static Try told(Row row) {
        return new Try(
                CopiedRow.moment(row.shownAt()),
                Double.isNaN(row.rating()) ? OptionalDouble.empty() : OptionalDouble.of(row.rating()),
                (row.kind() & TryBinary.BY_TEST) != 0,
                (row.kind() & TryBinary.BY_RECALL) != 0);
    }
}
