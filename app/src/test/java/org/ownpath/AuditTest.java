package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Access;
import org.ownpath.access.AuditCheck;
import org.ownpath.access.AuditTrail;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Told;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The audit trail: who saw or changed what about whom, and that nobody changes it unnoticed. */
class AuditTest extends SchoolTest {

    private static final String IRENE = "irene.castellan@southfield.example";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    AuditTrail trail;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private Viewer irene() {
        return viewer(IRENE);
    }

    /** Three entries of Southfield, sealed; gives the detail that the middle one bears alone. */
    private String threeEntries() {
        String detail = UUID.randomUUID().toString();
        DistrictScope.run(irene().district(), () -> {
            for (String word : List.of("before", detail, detail + " after")) {
                access.audit(irene(), "test.planted", "a try", word);
            }
            sealed(detail + " after");
        });
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
        return detail;
    }

    /** Seals until this entry is: another sealer may be at it. */
    private void sealed(String detail) {
        boolean waiting = true;
        while (waiting) {
            trail.seal();
            waiting = database.sql("""
                    select count(*) from access.audit a where a.detail = ? and not exists (
                        select from access.audit_seal s where s.entry_id = a.id)""").param(detail).query(Long.class).single() > 0;
        }
    }

    private AuditCheck check() {
        return as(irene(), () -> trail.verify(Optional.empty()));
    }

    @Test
    void an_entry_whose_words_were_changed_is_named() {
        String detail = threeEntries();
        asOwner("update access.audit set action = 'test.forged' where detail = '" + detail + "'");
        assertThat(check()).isInstanceOf(AuditCheck.Broken.class);
        assertThat(check().words()).contains("'test.forged'", "not as it was sealed");
        asOwner("update access.audit set action = 'test.planted' where detail = '" + detail + "'");
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
    }

    @Test
    void an_entry_that_was_taken_out_is_named() {
        String detail = threeEntries();
        asOwner("create table access.kept as select * from access.audit where detail = '" + detail + "';"
                + "delete from access.audit where detail = '" + detail + "'");
        assertThat(check().words()).contains("has been taken out");
        asOwner("insert into access.audit overriding system value select id, district_id, at, account_id, action,"
                + " subject, detail, number, about from access.kept; drop table access.kept");
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
    }

    @Test
    void an_entry_that_was_put_in_later_with_an_earlier_day_is_named() {
        threeEntries();
        UUID planted = UUID.randomUUID();
        asOwner("insert into access.audit (id, district_id, at, action, subject, detail) values ('" + planted + "', '"
                + irene().district() + "', now() - interval '3 days', 'test.backdated', '', 'put in later')");
        DistrictScope.run(irene().district(), () -> sealed("put in later"));
        assertThat(check().words()).contains("'test.backdated'", "put in after");
        asOwner("delete from access.audit_seal where entry_id = '" + planted + "';"
                + "delete from access.audit where id = '" + planted + "'");
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
    }

    @Test
    void an_end_that_was_taken_off_is_seen_by_the_seal_that_was_kept_elsewhere() {
        threeEntries();
        String head = ((AuditCheck.Whole) check()).head();
        assertThat(as(irene(), () -> trail.verify(Optional.of(head)))).isInstanceOf(AuditCheck.Whole.class);
        String last = " where id = (select entry_id from access.audit_seal where district_id = '" + irene().district()
                + "' order by position desc limit 1)";
        asOwner("create table access.kept as select * from access.audit" + last
                + "; create table access.kept_seal as select s.* from access.audit_seal s join access.kept k"
                + " on k.id = s.entry_id; delete from access.audit_seal s using access.kept k where s.entry_id = k.id"
                + "; delete from access.audit a using access.kept k where a.id = k.id");
        assertThat(check()).isInstanceOf(AuditCheck.Whole.class);
        assertThat(as(irene(), () -> trail.verify(Optional.of(head)))).isInstanceOf(AuditCheck.WithoutHead.class);
        asOwner("insert into access.audit overriding system value select id, district_id, at, account_id, action,"
                + " subject, detail, number, about from access.kept; insert into access.audit_seal select * from"
                + " access.kept_seal; drop table access.kept, access.kept_seal");
    }

    @Test
    void what_commits_later_than_younger_entries_is_sealed_too() {
        DistrictScope.run(
                irene().district(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(late -> {
                    access.audit(irene(), "test.late", "", "");
                    CompletableFuture.runAsync(this::threeEntries).join();
                }));
        threeEntries();
        assertThat(as(irene(), () -> database.sql("""
                select count(*) from access.audit a where not exists (
                    select from access.audit_seal s where s.entry_id = a.id) and a.action = 'test.late'""").query(Long.class).single()))
                .isZero();
    }

    @Test
    void the_serving_role_can_neither_change_nor_delete_an_entry_or_a_seal() {
        for (String statement : List.of(
                "update access.audit set detail = 'x'",
                "delete from access.audit",
                "update access.audit_seal set position = 1",
                "delete from access.audit_seal")) {
            assertThatThrownBy(() -> as(irene(), () -> database.sql(statement).update()))
                    .as(statement)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void what_is_rolled_back_leaves_no_entry() {
        String detail = UUID.randomUUID().toString();
        DistrictScope.run(
                irene().district(),
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    access.audit(irene(), "test.undone", "", detail);
                    status.setRollbackOnly();
                }));
        assertThat(as(
                        irene(),
                        () -> database.sql("select count(*) from access.audit where detail = ?")
                                .param(detail)
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void a_student_reads_who_looked_at_their_record_and_turning_pages_counts_once() {
        Person zoe = as(viewer(OneOfEverything.MAYA), () -> {
            List<Person> students = roster.students();
            return students.get(students.size() - 1);
        });
        String record = "/students/" + zoe.student();
        long before = looks(zoe.student());
        Visitor philippa = new Visitor(port, HttpClient.Redirect.NEVER);
        philippa.signIn(OneOfEverything.PHILIPPA, "northside");
        assertThat(philippa.open(record).statusCode()).isEqualTo(200);
        philippa.open(record + "/portfolio");
        Visitor own = new Visitor(port, HttpClient.Redirect.NEVER);
        own.signIn(zoe.email().orElseThrow(), "northside");
        assertThat(own.open(record + "/records").body()).contains("Who has looked");
        assertThat(looks(zoe.student())).isBetween(Math.max(1, before), before + 1);
        assertThat(own.open(record + "/looked").body())
                .contains("Philippa Crane", "looked at the record")
                .doesNotContain("SEE_A_STUDENT");
    }

    @Test
    void a_refused_look_is_no_look() {
        StudentId maya = StudentId.of(viewer(OneOfEverything.MAYA).person());
        long before = looks(maya);
        Visitor irene = new Visitor(port, HttpClient.Redirect.NEVER);
        irene.signIn(IRENE, "southfield");
        assertThat(irene.open("/students/" + maya).statusCode()).isIn(403, 404);
        assertThat(looks(maya)).isEqualTo(before);
    }

    private long looks(StudentId student) {
        return as(
                viewer(OneOfEverything.MAYA),
                () -> trail.byOthers(student, Long.MAX_VALUE, 1000).stream()
                        .filter(Told::looked)
                        .count());
    }

    @Test
    void an_administrator_finds_entries_by_person_kind_and_day_in_words() {
        Visitor philippa = new Visitor(port, HttpClient.Redirect.NEVER);
        philippa.signIn(OneOfEverything.PHILIPPA, "northside");
        String shown = philippa.open("/audit?about=Maya&kind=showing").body();
        assertThat(shown)
                .contains("Maya Okafor")
                .doesNotContain("demonstration.", "looked at the record")
                .doesNotContainPattern(">[^<]*[0-9a-f]{8}-[0-9a-f]{4}-[^<]*<");
        assertThat(philippa.open("/audit?until=2001-01-01").body()).contains("Nothing was done that fits");
        assertThat(philippa.open("/audit?by=nobody+of+this+name").body()).contains("Nothing was done that fits");
    }
}
