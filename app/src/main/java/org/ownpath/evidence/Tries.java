package org.ownpath.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.CopiedRow;
import org.ownpath.shared.CompetencyId;

/** What one student has tried, in so little room that many students have it in memory together. */
public final class Tries {

    /** Of somebody who has tried nothing. */
    public static final Tries NONE = new Tries();

    private static final Comparator<Row> ORDER = Comparator.comparingLong(Row::shownAt)
            .thenComparingLong(Row::recordedAt)
            .thenComparing(Row::piece);

    /** Of a row: both halves of its piece, both moments and its rating. */
    private static final int WORDS = 5;

    private static final int FEW = 16;

    private int count;
    private CompetencyId[] competencies = {};
    private byte[] kinds = {};

    /** All rows in one array, and not an object for each: they are read by the million. */
    private long[] words = {};

    private final Set<Replaced> replaced = new HashSet<>();

    Tries() {}

    /** As the ledger has it: what happened when in its microseconds. */
    record Row(CompetencyId competency, UUID piece, long shownAt, long recordedAt, double rating, byte kind) {}

    private record Replaced(CompetencyId competency, UUID piece) {}

    void add(Row row) {
        if (count == kinds.length) {
            grow(Math.max(FEW, count + count / 3));
        }
        int at = WORDS * count;
        words[at] = row.piece().getMostSignificantBits();
        words[at + 1] = row.piece().getLeastSignificantBits();
        words[at + 2] = row.shownAt();
        words[at + 3] = row.recordedAt();
        words[at + 4] = Double.doubleToRawLongBits(row.rating());
        kinds[count] = row.kind();
        competencies[count] = row.competency();
        count++;
    }

    private void grow(int room) {
        words = Arrays.copyOf(words, WORDS * room);
        kinds = Arrays.copyOf(kinds, room);
        competencies = Arrays.copyOf(competencies, room);
    }

    private Row row(int i) {
        int at = WORDS * i;
        return new Row(
                competencies[i],
                new UUID(words[at], words[at + 1]),
                words[at + 2],
                words[at + 3],
                Double.longBitsToDouble(words[at + 4]),
                kinds[i]);
    }

    void replaced(CompetencyId competency, UUID piece) {
        replaced.add(new Replaced(competency, piece));
    }

    /** The tries that stand at each competency, earliest shown first. */
    public Map<CompetencyId, List<Try>> byCompetency() {
        Map<CompetencyId, List<Row>> standing = new HashMap<>();
        for (int i = 0; i < count; i++) {
            Row row = row(i);
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
