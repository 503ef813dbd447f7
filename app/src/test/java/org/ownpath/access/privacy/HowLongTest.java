package org.ownpath.access.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Things go when the district has said for how long they are kept, and not before. */
class HowLongTest extends SchoolTest {

    @Autowired
    Retention retention;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    private Viewer philippa() {
        return viewer("philippa.crane@northside.example");
    }

    private UUID mail(int monthsAgo) {
        UUID id = UUID.randomUUID();
        database.sql("""
                insert into messages.mail (id, district_id, reader_id, to_address, language, subject, body, stop_address,
                                           written_at, next_try_at, tries, sent_at)
                values (?, ?, ?, 'old@northside.example', 'en', 'Old', 'Old', '', now() - make_interval(months => ?), now(), 1, now())""")
                .params(id, philippa().district().value(), philippa().person().value(), monthsAgo)
                .update();
        return id;
    }

    private boolean there(UUID mail) {
        return database.sql("select count(*) from messages.mail where id = ?")
                        .param(mail)
                        .query(Long.class)
                        .single()
                == 1;
    }

    private Retention.Kept kept(String code) {
        return retention.all(philippa()).stream()
                .filter(kept -> kept.kind().code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** In transactions that are taken back: other tests count what they wrote. */
    private void tried(Runnable work) {
        as(
                philippa(),
                () -> new TransactionTemplate(transactions).execute(status -> {
                    work.run();
                    status.setRollbackOnly();
                    return true;
                }));
    }

    @Test
    void nothing_goes_until_somebody_says_after_how_many_months() {
        tried(() -> {
            UUID old = mail(30);
            retention.runDue();
            assertThat(there(old)).isTrue();
            assertThat(kept("mail").due()).isZero();
        });
    }

    @Test
    void what_is_older_goes_once_a_day_and_what_is_younger_stays() {
        tried(() -> {
            UUID old = mail(30);
            UUID young = mail(2);
            assertThat(retention.keep(philippa(), "mail", OptionalInt.of(12))).isEmpty();
            assertThat(kept("mail").due()).isPositive();
            retention.runDue();
            assertThat(there(old)).isFalse();
            assertThat(there(young)).isTrue();
            assertThat(kept("mail").last())
                    .hasValueSatisfying(run -> assertThat(run.gone()).isPositive());
            UUID later = mail(30);
            retention.runDue();
            assertThat(there(later)).as("it is looked at once a day").isTrue();
        });
    }

    @Test
    void whoever_left_long_ago_is_erased_and_whoever_is_here_stays() {
        tried(() -> {
            UUID maya = viewer("maya.okafor@northside.example").person().value();
            UUID leo = viewer("leo.martinez@northside.example").person().value();
            database.sql("update roster.person set active = false where id = ?")
                    .param(maya)
                    .update();
            database.sql("update roster.person set left_at = now() - interval '40 months' where id = ?")
                    .param(maya)
                    .update();
            retention.keep(philippa(), "person", OptionalInt.of(36));
            assertThat(kept("person").due()).isEqualTo(1);
            retention.runDue();
            assertThat(names(maya)).containsExactly("Erased");
            assertThat(names(leo)).doesNotContain("Erased");
            assertThat(kept("person").due()).isZero();
        });
    }

    private List<String> names(UUID person) {
        return database.sql("select given_name from roster.person where id = ?")
                .param(person)
                .query(String.class)
                .list();
    }

    @Test
    void three_months_are_the_fewest() {
        assertThat(as(philippa(), () -> retention.keep(philippa(), "mail", OptionalInt.of(1))))
                .hasValueSatisfying(why -> assertThat(why).contains("3 to 240 months"));
    }
}
