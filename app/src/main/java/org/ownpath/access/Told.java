package org.ownpath.access;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.shared.PersonId;

/**
 * One entry of the audit trail as a person reads it.
 *
 * @param by the name of whoever did it
 * @param as what they are to the school, in words
 * @param did what they did, to be read after the name
 * @param more what else there is to say, or empty
 */
public record Told(long number, Instant at, String by, String as, String did, String more, List<PersonId> about) {

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    static Told of(ResultSet row, int n) throws SQLException {
        String action = row.getString("action");
        return new Told(
                row.getLong("number"),
                row.getTimestamp("at").toInstant(),
                Objects.requireNonNullElse(row.getString("display_name"), "The product itself"),
                as(row.getArray("roles")),
                DeedKind.words(action),
                more(action, row.getString("subject"), row.getString("detail")),
                Arrays.stream((UUID[]) row.getArray("about").getArray())
                        .map(PersonId::new)
                        .toList());
    }

    private static String as(@org.jspecify.annotations.Nullable Array roles) throws SQLException {
        return roles == null
                ? ""
                : Arrays.stream((String[]) roles.getArray())
                        .flatMap(code -> Role.ofCode(code).stream())
                        .sorted()
                        .map(Role::words)
                        .collect(Collectors.joining(", "));
    }

    /** Words only: which thing it was is said by its number in the database, which helps nobody. */
    private static String more(String action, String subject, String detail) {
        if (action.equals(DeedKind.LOOKED_AT)) {
            return Permission.ofCode(subject).map(Permission::sentence).orElse("");
        }
        return Stream.of(subject, detail)
                .map(text -> ID.matcher(text).replaceAll("").strip())
                .map(text -> text.replaceAll("^[,:;]\\s*| for$", "").strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** Whether it tells of looking, and of nothing changed. */
    public boolean looked() {
        return did.equals(DeedKind.words(DeedKind.LOOKED_AT));
    }
}
