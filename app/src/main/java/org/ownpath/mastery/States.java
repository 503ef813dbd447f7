package org.ownpath.mastery;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.ownpath.engine.State;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/** How students stand in competencies, without the figures. */
public final class States {

    /** By the byte that the database packs each into. */
    private static final State[] BY_BYTE = {
        State.NO_EVIDENCE, State.TOO_LITTLE_EVIDENCE, State.NOT_YET, State.MASTERED, State.NEEDS_REFRESH
    };

    private final Map<StudentId, Map<CompetencyId, State>> states;

    States(Map<StudentId, Map<CompetencyId, State>> states) {
        this.states = states;
    }

    /** How the student stands in the competency. */
    public State of(StudentId student, CompetencyId competency) {
        return states.getOrDefault(student, Map.of()).getOrDefault(competency, State.NO_EVIDENCE);
    }

    /** Reads pairs of 16 bytes that name a competency and one that tells the state. */
    static Map<CompetencyId, State> unpacked(byte[] packed) {
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        Map<CompetencyId, State> states = new HashMap<>();
        while (bytes.hasRemaining()) {
            CompetencyId competency = new CompetencyId(new UUID(bytes.getLong(), bytes.getLong()));
            states.put(competency, BY_BYTE[bytes.get()]);
        }
        return states;
    }
}
