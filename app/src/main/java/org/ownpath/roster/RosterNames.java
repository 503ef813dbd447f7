package org.ownpath.roster;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What people call the rows of a roster. Rows name others, so each is noted before those that refer to it. */
final class RosterNames {

    private final Map<UUID, String> names = new HashMap<>();

    /** Keeps what a row that others refer to is called. */
    void note(RosterTable table, UUID id, Map<String, @Nullable Object> values) {
        if (table.referredTo()) {
            names.put(id, of(table, values));
        }
    }

    /** What a person calls the row. */
    String of(RosterTable table, Map<String, @Nullable Object> values) {
        return switch (table) {
            case PERSON -> values.get("given_name") + " " + values.get("family_name");
            case SCHOOL, GROUP -> String.valueOf(values.get("name"));
            case MEMBERSHIP -> named(values.get("person_id")) + " in " + named(values.get("group_id"));
            case GUARDIANSHIP -> named(values.get("guardian_id")) + " for " + named(values.get("student_id"));
            case DEMOGRAPHICS -> RosterTable.SOMEBODY;
        };
    }

    /** A value as a report of changes says it. */
    String shown(@Nullable Object value) {
        if (value == null) {
            return "nothing";
        }
        return value instanceof UUID ? named(value) : "'" + value + "'";
    }

    private String named(@Nullable Object id) {
        String name = id instanceof UUID known ? names.get(known) : null;
        return name == null ? "somebody" : name;
    }
}
