package org.ownpath.roster;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of the roster and their columns, in the order in which rows may refer to earlier ones. */
enum RosterTable {
    SCHOOL("school", "school", column("name", Kind.TEXT), column("kind", Kind.TEXT)),
    PERSON(
            "person",
            "person",
            column("given_name", Kind.TEXT),
            column("family_name", Kind.TEXT),
            column("email", Kind.TEXT),
            column("birth_date", Kind.DATE),
            column("grade_label", Kind.TEXT),
            column("roles", Kind.TEXTS)),
    GROUP(
            "study_group",
            "group",
            column("school_id", Kind.REFERENCE),
            column("name", Kind.TEXT),
            column("kind", Kind.TEXT),
            column("subject", Kind.TEXT)),
    MEMBERSHIP(
            "membership",
            "enrolment",
            column("group_id", Kind.REFERENCE),
            column("person_id", Kind.REFERENCE),
            column("role", Kind.TEXT),
            column("from_date", Kind.DATE),
            column("to_date", Kind.DATE)),
    GUARDIANSHIP(
            "guardianship",
            "family link",
            column("guardian_id", Kind.REFERENCE),
            column("student_id", Kind.REFERENCE),
            column("relationship", Kind.TEXT)),
    DEMOGRAPHICS(
            "demographics",
            "demographics",
            column("student_id", Kind.REFERENCE),
            column(Trait.SEX.column(), Kind.TEXT),
            column(Trait.ETHNICITY.column(), Kind.TEXT),
            column(Trait.ENGLISH_LEARNER.column(), Kind.TEXT),
            column(Trait.ECONOMIC_DISADVANTAGE.column(), Kind.TEXT));

    /** Where a row that {@link #upsert} takes says which it is, and whether it still is. */
    static final int ID = 0;

    static final int ACTIVE = 4;

    /** What reports of changes call a student whose demographics change: they are nobody's to read. */
    static final String SOMEBODY = "a student";

    /** How a column's value is kept. */
    enum Kind {
        TEXT("text"),
        TEXTS("text[]"),
        DATE("date"),
        REFERENCE("uuid");

        final String sql;

        Kind(String sql) {
            this.sql = sql;
        }
    }

    /** One column that an import fills. */
    record Column(String name, Kind kind) {}

    final String table;
    final String words;
    final List<Column> columns;

    RosterTable(String table, String words, Column... columns) {
        this.table = table;
        this.words = words;
        this.columns = List.of(columns);
    }

    /** Whether rows of other tables name its rows. */
    boolean referredTo() {
        return switch (this) {
            case SCHOOL, PERSON, GROUP -> true;
            case MEMBERSHIP, GUARDIANSHIP, DEMOGRAPHICS -> false;
        };
    }

    String selectAll() {
        return "select id, source_id, active, " + names(columns) + " from roster." + table + " where source = ?";
    }

    String upsert() {
        String all = "id, district_id, source, source_id, active, " + names(columns);
        String marks = Stream.concat(
                        Stream.of("?", "?", "?", "?", "?"), columns.stream().map(c -> "?::" + c.kind().sql))
                .collect(Collectors.joining(", "));
        String updates = Stream.concat(Stream.of("active"), columns.stream().map(Column::name))
                .map(name -> name + " = excluded." + name)
                .collect(Collectors.joining(", "));
        return "insert into roster." + table + " (" + all + ") values (" + marks
                + ") on conflict (district_id, source, source_id) do update set " + updates;
    }

    private static Column column(String name, Kind kind) {
        return new Column(name, kind);
    }

    private static String names(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }
}
