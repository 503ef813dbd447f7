package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.ImportCommand;
import org.springframework.beans.factory.annotation.Autowired;

/** Files in, as an administrator takes them in from the command line. */
class ImportsTest extends SchoolTest {

    private static final Path SHARED = Path.of("..", "..", "shared", "data");

    @Autowired
    ImportCommand imports;

    @TempDir
    Path folder;

    /** What a run printed, and its exit code. */
    private record Told(int code, String text) {}

    private Told run(String kind, boolean dryRun, Map<String, String> options, Path... files) {
        Viewer registrar = viewer("irene.castellan@southfield.example");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int code = as(
                registrar,
                () -> imports.run(
                        kind,
                        List.of(files),
                        dryRun,
                        options,
                        registrar,
                        new PrintStream(out, true, StandardCharsets.UTF_8)));
        return new Told(code, out.toString(StandardCharsets.UTF_8));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Path shared(String path) {
        Path file = SHARED.resolve(path);
        Assumptions.assumeTrue(Files.exists(file), "skipped: no " + file + " beside the project");
        return file;
    }

    @Test
    void a_prerequisite_cycle_is_refused_and_shown_as_a_path() throws IOException {
        Path cycle = file("cycle.csv", """
                code,subject,level,title,statement,prerequisites
                A,Music,1,Beat,I can keep a beat.,C
                B,Music,1,Rhythm,I can clap a rhythm.,A
                C,Music,2,Tune,I can sing a tune.,B
                """);
        Told told = run("framework", true, Map.of("title", "Music"), cycle);
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.text()).contains("cycle.csv, row", "→", "come before themselves");
    }

    @Test
    void a_file_of_another_kind_is_told_from_its_heading_and_not_row_by_row() throws IOException {
        Path other = file("other.csv", "a,b\n1,2\n3,4\n");
        assertThat(run("framework", true, Map.of(), other).text())
                .contains("'code' is missing", "'statement' is missing", "2 problems")
                .doesNotContain("The column is empty");
        Path json = file("other.json", "{\n\"a\": 1, \"b\": 2\n}\n");
        assertThat(run("roster", true, Map.of(), json).text()).contains("This file is JSON", "1 problem;");
    }

    @Test
    void a_framework_is_taken_once_however_often_it_is_imported() throws IOException {
        Path music = file("music.csv", """
                code,subject,level,title,statement,prerequisites
                MU.A,Music,1,Beat,I can keep a beat.,
                MU.B,Music,2,Rhythm,I can clap a rhythm.,MU.A
                """);
        Map<String, String> options = Map.of("title", "Music");
        assertThat(run("framework", true, options, music).text()).contains("dry run");
        assertThat(run("framework", false, options, music).text()).contains("Applied.");
        assertThat(run("framework", true, options, music).text()).startsWith("0 changes");
    }

    @Test
    void a_plain_roster_with_a_wrong_date_says_where_and_changes_nothing() throws IOException {
        Path roster = file("people.csv", """
                person_id,role,given_name,family_name,email,birth_date,grade,groups
                p1,student,Ada,Nowak,,31.12.2015,5,Choir
                """);
        Told told = run("roster", false, Map.of(), roster);
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.text()).contains("people.csv, row 2", "birth_date");
    }

    @Test
    void mathematics_with_its_prerequisite_edges_comes_in_whole() {
        Told told = run(
                "framework",
                true,
                Map.of("title", "Mathematics standards"),
                shared("ccss-math-coherence/standards.csv"),
                shared("ccss-math-coherence/prerequisite_edges.csv"));
        assertThat(told.text()).contains("482 changes");
        assertThat(told.code()).isZero();
    }

    @Test
    void a_one_roster_zip_comes_in_and_broken_ones_say_why() {
        assertThat(run("roster", true, Map.of(), shared("oneroster-1.2/valid-rostering-bulk.zip"))
                        .code())
                .isZero();
        for (String broken :
                List.of("bad-missing-manifest", "bad-CSV-quote-failure", "bad-duplicate-sourcedId-failure")) {
            Told told = run("roster", true, Map.of(), shared("oneroster-1.2/" + broken + ".zip"));
            assertThat(told.code()).as(broken).isEqualTo(1);
        }
        assertThat(run("roster", true, Map.of(), shared("oneroster-1.2/bad-missing-target-record-failure.zip"))
                        .text())
                .contains("lineItems.csv, row 2, column 'categorySourcedId'", "'category-missing'", "1 problem;");
    }

    @Test
    void a_file_that_is_brought_as_something_else_is_told_so_once() throws IOException {
        Path roster = archive("bulk", Map.of("users", "sourcedId,status,givenName,familyName\nu1,,Ada,Nowak\n"));
        assertThat(run("framework", true, Map.of(), roster).text())
                .contains("This is a OneRoster archive. Import it as a roster.", "1 problem;");
        assertThat(run("evidence", true, Map.of(), roster).text()).contains("Import it as a roster.");
        Path people = file("people.csv", "person_id,role,given_name,family_name\np1,student,Ada,Nowak\n");
        assertThat(run("framework", true, Map.of(), people).text()).contains("a table of people", "1 problem;");
        Path days = file("days.csv", "student_id,date,status\ns1,2026-09-01,present\n");
        assertThat(run("evidence", true, Map.of(), days).text()).contains("Import it as attendance.");
    }

    @Test
    void a_roster_says_by_name_who_comes_into_which_group_and_whose_family_is_whose() throws IOException {
        Path people = file("people.csv", """
                person_id,role,given_name,family_name,groups,guardian_of
                p-1,student,Ada,Nowak,Room 9,
                p-2,family,Eva,Nowak,,p-1
                """);
        assertThat(run("roster", true, Map.of(), people).text())
                .contains("Ada Nowak in Room 9", "Eva Nowak for Ada Nowak")
                .doesNotContain("p-1 in");
    }

    @Test
    void a_case_package_comes_in() {
        Told told = run("framework", true, Map.of(), shared("opensalt-fixtures/Utf8TestFramework.json"));
        assertThat(told.code()).as(told.text()).isZero();
    }

    @Test
    void evidence_from_a_file_counts_once() throws IOException {
        Path evidence = file("evidence.csv", """
                evidence_id,student_id,competency,shown_at,form,rating,task
                e1,ines.castro@southfield.example,MA.12.NOSUCH,2026-03-02,test,3,Quiz
                """);
        Told told = run("evidence", true, Map.of(), evidence);
        assertThat(told.code()).isEqualTo(1);
        assertThat(told.text()).contains("evidence.csv, row 2", "MA.12.NOSUCH");
    }

    /** A OneRoster archive of these files; the manifest declares each in this mode. */
    private Path archive(String mode, Map<String, String> files) throws IOException {
        StringBuilder manifest = new StringBuilder("propertyName,value\nmanifest.version,1.0\noneroster.version,1.2\n");
        manifest.append("source.systemName,Test SIS\n");
        files.keySet()
                .forEach(name -> manifest.append("file.")
                        .append(name)
                        .append(',')
                        .append(mode)
                        .append('\n'));
        Path zip = folder.resolve(mode + files.size() + ".zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            put(out, "manifest.csv", manifest.toString());
            for (Map.Entry<String, String> file : files.entrySet()) {
                put(out, file.getKey() + ".csv", file.getValue());
            }
        }
        return zip;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Test
    void a_delta_changes_what_it_says_and_keeps_the_rest() throws IOException {
        Path bulk = archive(
                "bulk",
                Map.of(
                        "users",
                                "sourcedId,status,givenName,familyName,agentSourcedIds\nu1,,Ada,Nowak,\nu2,,Eva,Nowak,u1\n",
                        "roles", "sourcedId,status,userSourcedId,role\nr1,,u1,student\nr2,,u2,guardian\n",
                        "demographics", "sourcedId,status,birthDate\nu1,,2015-12-31\n"));
        Told first = run("roster", false, Map.of(), bulk);
        assertThat(first.text())
                .contains("Person: 2 new", "Person Ada Nowak: new", "Family link", "Applied.")
                .doesNotContain("add");
        Path delta = archive(
                "delta",
                Map.of("users", "sourcedId,status,givenName,familyName,agentSourcedIds\nu1,active,Ada Maria,Nowak,\n"));
        Told told = run("roster", false, Map.of(), delta);
        assertThat(told.text()).startsWith("1 change\n").contains("given name").doesNotContain("birth", "roles");
    }

    @Test
    void demographics_are_counted_and_their_changes_name_nobody() throws IOException {
        Path bulk = archive(
                "bulk",
                Map.of(
                        "users", "sourcedId,status,givenName,familyName\nd1,,Ida,Lind\nd2,,Per,Lind\n",
                        "roles", "sourcedId,status,userSourcedId,role\nr1,,d1,student\nr2,,d2,student\n",
                        "demographics", """
                                sourcedId,status,sex,asian,white,hispanicOrLatinoEthnicity,metadata.englishLearner
                                d1,,female,true,true,false,true
                                d2,,unspecified,false,true,true,
                                """));
        Told told = run("roster", false, Map.of(), bulk);
        assertThat(told.text()).contains("a student", "Applied.").doesNotContain("female", "hispanic");
        Path wrong = archive(
                "delta", Map.of("demographics", "sourcedId,status,sex,metadata.englishLearner\nd1,,woman,perhaps\n"));
        assertThat(run("roster", true, Map.of(), wrong).text())
                .contains("demographics.csv, row 2, column 'sex'", "'woman'", "neither true nor false");
    }

    @Test
    void words_that_one_roster_does_not_know_are_refused_with_their_place() throws IOException {
        Path status = archive("bulk", Map.of("users", "sourcedId,status,givenName,familyName\nu1,gone,Ada,Nowak\n"));
        assertThat(run("roster", true, Map.of(), status).text())
                .contains("users.csv, row 2, column 'status'", "'gone'");
        Path role = archive(
                "bulk",
                Map.of(
                        "users", "sourcedId,status,givenName,familyName\nu1,,Ada,Nowak\n",
                        "roles", "sourcedId,status,userSourcedId,role\nr1,,u1,wizard\n"));
        assertThat(run("roster", true, Map.of(), role).text()).contains("roles.csv, row 2, column 'role'", "'wizard'");
    }
}
