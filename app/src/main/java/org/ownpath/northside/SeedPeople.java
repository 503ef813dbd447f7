package org.ownpath.northside;

import de.siegmar.fastcsv.reader.NamedCsvRecord;

/** Finds in the seed's tables the people whom the demo names. */
final class SeedPeople {

    private SeedPeople() {}

    static String first(String role) {
        return Table.read("people/staff.csv").stream()
                .filter(row -> row.getField("role").equals(role))
                .findFirst()
                .map(row -> row.getField("given_name") + " " + row.getField("family_name"))
                .orElseThrow();
    }

    /** Maya is the first student of grade 6, so she is in the first of the groups that share the grades 6 and 7. */
    static String mayasTeacher() {
        return Table.read("people/groups.csv").stream()
                .filter(row -> row.getField("subject").equals("Mathematics"))
                .filter(row -> row.getField("grade_from").equals("6"))
                .findFirst()
                .map(row -> row.getField("teacher"))
                .orElseThrow();
    }

    static String mayasGuardian() {
        return Table.read("people/families.csv").stream()
                .filter(SeedPeople::ofMaya)
                .findFirst()
                .map(row -> row.getField("guardian_given_name") + " " + row.getField("guardian_family_name"))
                .orElseThrow();
    }

    private static boolean ofMaya(NamedCsvRecord row) {
        return row.getField("student_given_name").equals("Maya")
                && row.getField("student_family_name").equals("Okafor");
    }
}
