package org.ownpath.launch.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The tables of a database, as its owner sees them: every row of every district. */
final class Tables {

    /**
     * Sessions are left out: whoever gets hold of a backup must not be signed in by it. The history of migrations is
     * made anew by migrating.
     */
    private static final Set<String> LEFT_OUT =
            Set.of("access.spring_session", "access.spring_session_attributes", "public.flyway_history");

    private static final String ALL = """
            select format('%I.%I', n.nspname, c.relname), string_agg(format('%I', a.attname), ',' order by a.attnum)
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            where c.relkind in ('r', 'p') and not c.relispartition
              and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
            group by 1 order by 1""";

    private static final String REFERENCES = """
            select distinct format('%I.%I', fn.nspname, f.relname), format('%I.%I', tn.nspname, t.relname)
            from pg_constraint k
            join pg_class f on f.oid = k.conrelid join pg_namespace fn on fn.oid = f.relnamespace
            join pg_class t on t.oid = k.confrelid join pg_namespace tn on tn.oid = t.relnamespace
            where k.contype = 'f' and f.oid <> t.oid and not f.relispartition and not t.relispartition""";

    private final Connection owner;

    Tables(Connection owner) {
        this.owner = owner;
    }

    /** Name and columns of each, those that others refer to first. */
    Map<String, List<String>> inOrder() throws SQLException {
        Map<String, List<String>> left = new LinkedHashMap<>();
        pairs(ALL).forEach(table -> left.put(table.get(0), List.of(table.get(1).split(","))));
        left.keySet().removeAll(LEFT_OUT);
        List<List<String>> references = pairs(REFERENCES);
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        while (!left.isEmpty()) {
            List<String> free = left.keySet().stream()
                    .filter(table -> references.stream()
                            .noneMatch(each -> each.get(0).equals(table) && left.containsKey(each.get(1))))
                    .toList();
            if (free.isEmpty()) {
                throw new IllegalStateException("These tables refer to each other in a circle: " + left.keySet());
            }
            free.forEach(table -> ordered.put(table, left.get(table)));
            left.keySet().removeAll(free);
        }
        return ordered;
    }

    /** Writes the rows of a table. */
    Contents.Table copyOut(String name, List<String> columns, OutputStream to) throws SQLException, IOException {
        RowDigest digest = new RowDigest();
        String rows = "copy (select " + String.join(",", columns) + " from " + name + ") to stdout";
        copying().copyOut(rows, new Both(to, digest));
        return digest.of(name, columns);
    }

    /** Empties all tables of what the migrations put into them, and keeps triggers from changing what is put there. */
    void makeReady(List<Contents.Table> tables) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            for (Contents.Table table : tables) {
                sql.execute("truncate " + table.name() + " cascade");
                sql.execute("alter table " + table.name() + " disable trigger user");
            }
        }
    }

    void copyIn(Contents.Table table, InputStream rows) throws SQLException, IOException {
        copying().copyIn("copy " + table.name() + " (" + String.join(",", table.columns()) + ") from stdin", rows);
    }

    void finish(Contents contents) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            for (Contents.Table table : contents.tables()) {
                sql.execute("alter table " + table.name() + " enable trigger user");
            }
        }
        try (var set = owner.prepareStatement("select setval(?::regclass, ?, ?)")) {
            for (Contents.Sequence sequence : contents.sequences()) {
                set.setString(1, sequence.name());
                set.setLong(2, sequence.value());
                set.setBoolean(3, sequence.called());
                set.execute();
            }
        }
    }

    List<Contents.Sequence> sequences() throws SQLException {
        List<Contents.Sequence> sequences = new ArrayList<>();
        for (List<String> named : pairs("select format('%I.%I', schemaname, sequencename), '' from pg_sequences")) {
            try (Statement sql = owner.createStatement();
                    ResultSet at = sql.executeQuery("select last_value, is_called from " + named.get(0))) {
                at.next();
                sequences.add(new Contents.Sequence(named.get(0), at.getLong(1), at.getBoolean(2)));
            }
        }
        return sequences;
    }

    /** Whether anything is in the database that somebody made. */
    boolean none() throws SQLException {
        return pairs(ALL).isEmpty();
    }

    private CopyManager copying() throws SQLException {
        return owner.unwrap(PGConnection.class).getCopyAPI();
    }

    private List<List<String>> pairs(String query) throws SQLException {
        List<List<String>> pairs = new ArrayList<>();
        try (Statement sql = owner.createStatement();
                ResultSet rows = sql.executeQuery(query)) {
            while (rows.next()) {
                pairs.add(List.of(rows.getString(1), rows.getString(2)));
            }
        }
        return pairs;
    }

    /** Writes to two streams. */
    private static final class Both extends OutputStream {

        private final OutputStream first;
        private final OutputStream second;

        Both(OutputStream first, OutputStream second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public void write(int single) throws IOException {
            first.write(single);
            second.write(single);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            first.write(bytes, from, length);
            second.write(bytes, from, length);
        }
    }
}
