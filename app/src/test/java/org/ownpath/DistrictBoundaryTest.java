package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The district boundary and the ledger's own, held by the database whatever the code forgets. */
class DistrictBoundaryTest extends SchoolTest {

    @Autowired
    JdbcClient database;

    @Autowired
    Roster roster;

    private Viewer northside() {
        return viewer("maya.okafor@northside.example");
    }

    private long southfieldPeople() {
        return DistrictScope.within(
                accounts.district("southfield").orElseThrow(),
                () -> roster.students().size() + 0L);
    }

    @Test
    void every_table_with_a_district_is_under_row_level_security() {
        List<String> open = database.sql("""
                select c.oid::regclass::text from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'district_id'
                where c.relkind in ('r', 'p') and not c.relrowsecurity""").query(String.class).list();
        assertThat(open).isEmpty();
    }

    @Test
    void the_application_owns_nothing_and_bypasses_nothing() {
        assertThat(database.sql("select count(*) from pg_class where pg_get_userbyid(relowner) = current_user")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void a_query_without_a_condition_sees_one_district_only() {
        assertThat(southfieldPeople()).isPositive();
        List<String> districts = as(
                northside(),
                () -> database.sql(
                                "select distinct district_id::text from roster.person union select id::text from access.district")
                        .query(String.class)
                        .list());
        assertThat(districts).containsExactly(northside().district().toString());
    }

    @Test
    void outside_of_a_district_nothing_is_seen() {
        assertThat(database.sql("select count(*) from roster.person")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(database.sql("select count(*) from evidence.entry")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void nobody_can_be_written_into_another_district() {
        Person maya = as(northside(), () -> roster.person(northside().person()).orElseThrow());
        assertThat(maya.givenName()).isEqualTo("Maya");
        assertThatThrownBy(() -> DistrictScope.run(
                        accounts.district("southfield").orElseThrow(),
                        () -> database.sql("""
                                insert into access.audit (id, district_id, at, action, subject)
                                values (gen_random_uuid(), ?, now(), 'planted', '')""")
                                .param(northside().district().value())
                                .update()))
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @Test
    void the_ledger_can_be_neither_changed_nor_deleted() {
        Viewer maya = northside();
        assertThatThrownBy(() -> as(
                        maya,
                        () -> database.sql("update evidence.entry set note = 'x'")
                                .update()))
                .rootCause()
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> as(
                        maya, () -> database.sql("delete from evidence.entry").update()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void a_partition_of_the_ledger_is_closed_by_itself() {
        assertThatThrownBy(() -> as(
                        northside(),
                        () -> database.sql("select count(*) from evidence.entry_0")
                                .query(Long.class)
                                .single()))
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
