package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.DistrictId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself withholds when the application asks for everything: of every table, found in its catalogue. */
class WithoutTheFilterTest extends SchoolTest {

    @Autowired
    JdbcClient database;

    @AfterEach
    void pullOut() {
        asOwner("drop schema if exists planted cascade");
    }

    @Test
    void asked_for_everything_a_table_gives_one_district_its_own_rows_and_outside_of_any_none() {
        OneOfEverything.of(context);
        DistrictId northside = viewer(OneOfEverything.PHILIPPA).district();
        DistrictId southfield = viewer("irene.castellan@southfield.example").district();
        Map<String, String> otherwise = new TreeMap<>();
        tables().forEach(table -> {
            Set<String> seen = new TreeSet<>(districts(table, northside));
            if (!Set.of(northside.toString()).containsAll(seen)) {
                otherwise.put(table, "shows Northside " + seen);
            }
            if (!Set.of(southfield.toString()).containsAll(districts(table, southfield))) {
                otherwise.put(table, "shows Southfield another district's rows");
            }
            if (!unbound(table).isEmpty()) {
                otherwise.put(table, "shows rows outside of any district");
            }
        });
        assertThat(otherwise).isEmpty();
        assertThat(open()).isEmpty();
    }

    @Test
    void a_planted_table_that_nobody_closed_is_named() {
        asOwner("create schema planted; grant usage on schema planted to ownpath_app;"
                + " create table planted.notes (district_id uuid, note text);"
                + " grant select on planted.notes to ownpath_app;"
                + " insert into planted.notes values (gen_random_uuid(), 'of somebody else')");
        assertThat(open()).containsExactly("planted.notes");
        assertThat(unbound("planted.notes")).isNotEmpty();
    }

    @Autowired
    org.springframework.context.ApplicationContext context;

    /** Every table with a district that the application may read. */
    private List<String> tables() {
        return database.sql("""
                select c.oid::regclass::text from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'district_id'
                where c.relkind in ('r', 'p') and not c.relispartition
                  and has_column_privilege(c.oid, a.attnum, 'select')""").query(String.class).list();
    }

    /** Tables with a district whose rows no policy withholds. */
    private List<String> open() {
        return database.sql("""
                select c.oid::regclass::text from pg_class c
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'district_id'
                where c.relkind in ('r', 'p') and not c.relispartition
                  and not (c.relrowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))""").query(String.class).list();
    }

    private Set<String> districts(String table, DistrictId bound) {
        return DistrictScope.within(bound, () -> unbound(table));
    }

    /** The districts whose rows an unfiltered query gives. */
    private Set<String> unbound(String table) {
        return database.sql("select distinct district_id::text from " + table).query(String.class).list().stream()
                .collect(Collectors.toSet());
    }
}
