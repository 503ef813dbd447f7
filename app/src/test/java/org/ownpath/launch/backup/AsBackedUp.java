package org.ownpath.launch.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Whether rows still are what a backup holds, whatever columns have come to them since. */
public final class AsBackedUp {

    private AsBackedUp() {}

    /** The tables that hold other rows than the backup says, in the columns that it knows. */
    public static List<String> differing(Place place, Contents backup) throws SQLException, IOException {
        List<String> differing = new ArrayList<>();
        try (Connection owner = place.asOwner()) {
            Tables tables = new Tables(owner);
            for (Contents.Table table : backup.tables()) {
                if (!tables.copyOut(table.name(), table.columns(), OutputStream.nullOutputStream())
                        .equals(table)) {
                    differing.add(table.name());
                }
            }
        }
        return differing;
    }
}
