package org.ownpath.evidence;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.CopiedRow;
import org.ownpath.engine.Form;
import org.ownpath.shared.CompetencyId;

/**
 * Reads tries from a binary COPY. Few columns and none of names: of what it costs to read a row of the ledger, most is
 * for the columns that are sent, and for names most of all.
 */
final class TryBinary extends CopiedRow {

    static final byte BY_TEST = 1;
    static final byte BY_RECALL = 2;
    /** It counts for nothing by itself, but takes the place of another piece. */
    private static final byte REPLACES_ONLY = 4;

    private static final String COUNTS = Arrays.stream(Form.values())
            .filter(form -> !form.aggregates())
            .map(form -> " and form <> '" + form.code() + "'")
            .collect(Collectors.joining("", "(kind = 'evidence'", ")"));

    static final String COLUMNS = """
            student_id, competency_id, piece_id, replaces, shown_at, recorded_at,
            case when result = 'rated' then rating end,
            (case when form = 'test' then %d else 0 end + case when depth = 'recall' then %d else 0 end
             + case when %s then 0 else %d end)::smallint""".formatted(BY_TEST, BY_RECALL, COUNTS, REPLACES_ONLY);

    /** The rows that matter. */
    static final String WANTED = "(replaces is not null or " + COUNTS + ")";

    private static final int FIELDS = 8;

    /** One of each, which all its rows share. */
    private final Map<CompetencyId, CompetencyId> competencies = new HashMap<>();

    TryBinary() {
        super(FIELDS);
    }

    /** Adds what is left of the row after the student. */
    void addTo(Tries tries) {
        CompetencyId competency = competencies.computeIfAbsent(competency(), first -> first);
        UUID piece = uuid();
        UUID replaces = uuidOrNull();
        if (replaces != null) {
            tries.replaced(competency, replaces);
        }
        Tries.Row read = new Tries.Row(competency, piece, micros(), micros(), number(), (byte) small());
        if ((read.kind() & REPLACES_ONLY) == 0) {
            tries.add(read);
        }
    }
}
