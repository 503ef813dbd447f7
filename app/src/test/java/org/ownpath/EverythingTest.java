package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.access.privacy.KeptTable;
import org.ownpath.access.privacy.PersonalRecords;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Everything that is kept about a person, told and forgotten. */
class EverythingTest extends SchoolTest {

    private static final String PHILIPPA = "philippa.crane@northside.example";
    private static final String MAYA = "maya.okafor@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    PersonalRecords records;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private record Column(String table, String name) {}

    @Test
    void no_table_with_a_column_for_a_person_is_forgotten() {
        Map<String, KeptTable> told = new HashMap<>();
        records.tables().forEach(table -> told.put(table.name(), table));
        List<Column> columns = database.sql("""
                        select c.oid::regclass::text as table, a.attname::text as name
                        from pg_attribute a join pg_class c on c.oid = a.attrelid
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind in ('r', 'p') and not c.relispartition and not a.attisdropped
                          and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
                          and a.attname in ('person_id', 'student_id', 'guardian_id', 'account_id', 'principal_name')""")
                .query((row, n) -> new Column(row.getString(1), row.getString(2)))
                .list();
        assertThat(columns)
                .hasSizeGreaterThan(20)
                .allSatisfy(column -> assertThat(told)
                        .as(column.table() + " has " + column.name() + ": name it in the KeepsAbout of its room")
                        .hasEntrySatisfying(
                                column.table(),
                                table -> assertThat(table.about()).contains(column.name())));
    }

    @Test
    void no_table_that_belongs_to_one_that_is_told_is_forgotten() {
        List<String> told = records.tables().stream().map(KeptTable::name).toList();
        assertThat(told).doesNotHaveDuplicates();
        List<String> untold = database.sql("""
                        select distinct c.conrelid::regclass::text || ' belongs to ' || c.confrelid::regclass::text
                        from pg_constraint c
                        where c.contype = 'f' and c.confrelid::regclass::text = any(?)
                          -- accounts and people are named by everything; a session's attributes are the session
                          and c.confrelid::regclass::text not in
                              ('access.account', 'roster.person', 'access.spring_session')
                          and not c.conrelid::regclass::text = any(?)""")
                .params(told.toArray(String[]::new), told.toArray(String[]::new))
                .query(String.class)
                .list();
        assertThat(untold).as("name them in the KeepsAbout of their room").isEmpty();
    }

    @Test
    void every_table_that_is_told_is_there() {
        Viewer philippa = viewer(PHILIPPA);
        PersonId maya = viewer(MAYA).person();
        List<PersonalRecords.Chapter> chapters = as(philippa, () -> records.of(philippa, maya));
        assertThat(chapters)
                .extracting(chapter -> chapter.table().name())
                .contains(
                        "access.account", "roster.person", "roster.membership", "evidence.entry", "mastery.judgement");
        assertThat(chapters)
                .allSatisfy(chapter -> assertThat(chapter.rows().get(0).keySet())
                        .doesNotContain("password_hash", "token_hash", "code_hash", "sealed_secret"));
    }

    @Test
    void the_inventory_in_the_docs_is_what_the_database_has() throws IOException {
        Path page = Path.of("..", "docs", "data-inventory.md");
        String inventory = inventory();
        if (Boolean.getBoolean("ownpath.write-docs")) {
            Files.writeString(page, inventory);
        }
        assertThat(page).as("write it with -Downpath.write-docs=true").hasContent(inventory);
    }

    private String inventory() {
        StringBuilder text = new StringBuilder("""
                # Data inventory

                Every table that keeps something about people, with its columns. Made from the database and compared
                with it by a test. In brackets: what is never told, because it opens something.
                """);
        for (KeptTable table : records.tables()) {
            List<String> columns =
                    database.sql("""
                            select attname::text from pg_attribute
                            where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped
                              and attname <> 'district_id' order by attnum""").param(table.name()).query(String.class).list();
            text.append("\n## ")
                    .append(table.title())
                    .append("\n\n`")
                    .append(table.name())
                    .append("`: ")
                    .append(String.join(
                            ", ",
                            columns.stream()
                                    .map(c -> table.secret().contains(c) ? "[" + c + "]" : c)
                                    .toList()))
                    .append(".\n");
        }
        return text.toString();
    }

    private Map<String, String> zip(Visitor visitor, String address) throws IOException {
        HttpResponse<byte[]> answer;
        try {
            answer = visitor.http().send(visitor.to(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(answer.body()))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name, "northside");
        return visitor;
    }

    @Test
    void a_student_takes_everything_along_as_a_page_and_as_json() throws IOException {
        Map<String, String> files = zip(signedIn(MAYA), "/account/everything.zip");
        assertThat(files.get("everything.html")).contains("Everything about Maya Okafor", "Judgements of mastery");
        assertThat(files.get("everything.html")).doesNotContainPattern("<dd>(?![^<]*://)[^<]*[0-9a-f]{8}-[0-9a-f]{4}-");
        assertThat(files.get("everything.json")).contains("\"evidence.entry\"", "Okafor");
    }

    @Test
    void a_family_takes_everything_of_their_own_child_along_and_of_nobody_else() throws IOException {
        Visitor nneka = signedIn("nneka.okafor@northside.example");
        assertThat(zip(nneka, "/people/" + viewer(MAYA).person() + "/everything.zip"))
                .containsKey("everything.json");
        String leo = "/people/" + viewer("leo.martinez@northside.example").person() + "/everything.zip";
        assertThat(nneka.open(leo).statusCode()).isEqualTo(403);
        assertThat(signedIn("gwen.abernathy@northside.example").open(leo).statusCode())
                .isEqualTo(403);
    }

    private String counts() {
        return database.sql("""
                select (select count(*) from evidence.entry) || ' entries, '
                    || (select count(*) filter (where state = 'mastered') from mastery.judgement) || ' mastered, '
                    || (select count(*) from assessment.response) || ' answers, '
                    || (select count(*) from assessment.score) || ' scores, '
                    || (select count(*) from support.plan) || ' plans'""").query(String.class).single();
    }

    /** In a transaction that is taken back, for other tests know her too. */
    @Test
    void whoever_is_erased_is_named_nowhere_and_still_counted() {
        Viewer philippa = viewer(PHILIPPA);
        Viewer maya = viewer(MAYA);
        as(
                philippa,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    String before = counts();
                    assertThat(told(philippa, maya)).contains("Okafor");
                    records.forget(philippa, maya.person());
                    assertThat(counts()).isEqualTo(before);
                    assertThat(told(philippa, maya)).doesNotContain("Okafor", "maya.okafor", "reflection=I ");
                    assertThat(roster.person(maya.person()).orElseThrow().fullName())
                            .isEqualTo("Erased person");
                    assertThat(accounts.viewer(maya.account())).isEmpty();
                    status.setRollbackOnly();
                    return true;
                }));
        assertThat(accounts.viewer(MAYA)).isPresent();
    }

    private String told(Viewer by, Viewer about) {
        return records.of(by, about.person()).stream()
                .filter(chapter -> !chapter.table().name().equals("access.audit"))
                .toList()
                .toString();
    }

    @Test
    void an_administrator_types_the_whole_name_before_anybody_is_erased() {
        String page = "/people/" + viewer(MAYA).person() + "/erasure";
        assertThat(signedIn(PHILIPPA).fill(page, page, Map.of("name", "Maya")).body())
                .contains("Type the whole name");
        assertThat(signedIn("gwen.abernathy@northside.example")
                        .fill("/account", page, Map.of("name", "Maya Okafor"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(accounts.viewer(MAYA)).isPresent();
    }

    @Test
    void nobody_but_an_administrator_erases_and_nobody_erases_themselves_or_another_district() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        Viewer philippa = viewer(PHILIPPA);
        Viewer irene = viewer("irene.castellan@southfield.example");
        PersonId maya = viewer(MAYA).person();
        assertThatThrownBy(() -> as(gwen, () -> erased(gwen, maya))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(philippa, () -> erased(philippa, philippa.person())))
                .isInstanceOf(NotAllowed.class);
        as(irene, () -> erased(irene, maya));
        assertThat(as(philippa, () -> roster.person(maya)).orElseThrow().fullName())
                .isEqualTo("Maya Okafor");
        assertThat(accounts.viewer(MAYA)).isPresent();
    }

    private boolean erased(Viewer by, PersonId person) {
        records.forget(by, person);
        return true;
    }
}
