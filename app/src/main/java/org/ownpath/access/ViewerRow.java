package org.ownpath.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;

/** Reads a viewer from a row of an account. */
public final class ViewerRow {

    private ViewerRow() {}

    /** The viewer whose account this row is. */
    public static Viewer viewer(ResultSet row, int n) throws SQLException {
        Set<Role> roles = Arrays.stream((String[]) row.getArray("roles").getArray())
                .flatMap(code -> Role.ofCode(code).stream())
                .collect(Collectors.toSet());
        return new Viewer(
                new AccountId(row.getObject("id", UUID.class)),
                new DistrictId(row.getObject("district_id", UUID.class)),
                new PersonId(row.getObject("person_id", UUID.class)),
                row.getString("display_name"),
                roles);
    }
}
