package org.ownpath.exchange.oneroster.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.Imports;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A roster that comes from a student information system over the network. */
class StudentSystemsTest extends SchoolTest {

    @Autowired
    StudentSystems systems;

    @Autowired
    SystemRuns work;

    @Autowired
    Roster roster;

    @Autowired
    Imports imports;

    @Autowired
    JdbcClient database;

    private final StandInSystem sis = new StandInSystem();

    @AfterEach
    void close() {
        sis.close();
    }

    private Viewer administrator(String slug) {
        DistrictId district = accounts.openDistrict(slug, slug);
        Viewer founder = new Viewer(AccountId.next(), district, PersonId.next(), "Head", Set.of(Role.ADMINISTRATOR));
        return as(founder, () -> {
            accounts.open(List.of(new Accounts.NewAccount(
                    founder.person(),
                    "head@" + slug + ".example",
                    Accounts.NO_PASSWORD,
                    "Head",
                    Set.of(Role.ADMINISTRATOR))));
            return viewer("head@" + slug + ".example");
        });
    }

    private StudentSystemId connected(Viewer head, String secret) {
        return as(head, () -> ((Connecting.Connected) systems.connect(head, sis.address("Hill SIS"), secret)).id());
    }

    private SystemRun ran(Viewer head, StudentSystemId id, boolean everything, boolean apply) {
        as(head, () -> {
            systems.run(head, id, everything, apply);
            return id;
        });
        return settled(head, id);
    }

    private SystemRun settled(Viewer head, StudentSystemId id) {
        return await().atMost(Duration.ofSeconds(30))
                .until(() -> as(head, () -> systems.runs(head, id).get(0)), run -> !run.going());
    }

    private List<String> names(Viewer head) {
        return as(head, () -> roster.students().stream().map(Person::givenName).toList());
    }

    @Test
    void a_roster_comes_page_by_page_and_a_dry_run_changes_nothing() {
        Viewer head = administrator("hill-pages");
        StudentSystemId id = connected(head, StandInSystem.SECRET);
        SystemRun tried = ran(head, id, true, false);
        assertThat(tried.words()).startsWith("Read, and nothing changed");
        assertThat(tried.rows()).containsEntry("users", 7L).containsEntry("enrollments", 6L);
        assertThat(names(head)).isEmpty();
        sis.links = false; // a system that tells no next page, only how many there are
        SystemRun applied = ran(head, id, true, true);
        assertThat(applied.words()).isEqualTo("Applied");
        assertThat(applied.rows()).isEqualTo(tried.rows());
        assertThat(names(head)).containsExactlyInAnyOrder("Given1", "Given2", "Given3", "Given4", "Given5", "Given6");
        assertThat(as(head, () -> roster.groups().get(0).students())).isEqualTo(6);
    }

    @Test
    void after_the_first_time_only_what_has_changed_is_asked_for_and_nobody_else_leaves() {
        Viewer head = administrator("hill-delta");
        StudentSystemId id = connected(head, StandInSystem.SECRET);
        ran(head, id, true, true);
        sis.asked.clear();
        assertThat(ran(head, id, false, true).words()).isEqualTo("Applied");
        assertThat(sis.asked).isNotEmpty().allMatch(asked -> asked.contains("filter=dateLastModified>'20"));
        assertThat(names(head)).hasSize(6).contains("Changed").doesNotContain("Given1");
    }

    @Test
    void a_wrong_secret_is_told_with_what_to_do_and_is_tried_again_soon() {
        Viewer head = administrator("hill-secret");
        StudentSystemId id = connected(head, "another one");
        as(head, () -> systems.schedule(head, id, new Schedule.EveryHours(24)));
        SystemRun run = ran(head, id, true, true);
        assertThat(run.failed()).isTrue();
        assertThat(run.why()).contains("status 401", "invalid_client", "Check the client id");
        StudentSystem after = as(head, () -> systems.system(head, id).orElseThrow());
        assertThat(after.failures()).isEqualTo(1);
        assertThat(after.nextRun().orElseThrow()).isBefore(Instant.now().plus(Duration.ofMinutes(6)));
    }

    @Test
    void the_secret_is_sealed_where_it_is_kept() {
        Viewer head = administrator("hill-sealed");
        StudentSystemId id = connected(head, StandInSystem.SECRET);
        byte[] kept = as(
                head,
                () -> database.sql("select secret from exchange.student_system where id = ?")
                        .param(id.value())
                        .query(byte[].class)
                        .single());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(StandInSystem.SECRET);
        assertThat(as(head, () -> work.secret(id))).isEqualTo(StandInSystem.SECRET);
    }

    @Test
    void a_next_page_on_another_server_is_not_sent_our_token() {
        Viewer head = administrator("hill-elsewhere");
        StudentSystemId id = connected(head, StandInSystem.SECRET);
        try (StandInSystem elsewhere = new StandInSystem()) {
            sis.nextPageAt = elsewhere.root();
            SystemRun run = ran(head, id, true, true);
            assertThat(run.why()).contains("another server");
            assertThat(elsewhere.asked).isEmpty();
        }
    }

    @Test
    void half_a_roster_waits_for_somebody_to_look_at_it() {
        Viewer head = administrator("hill-half");
        StudentSystemId id = connected(head, StandInSystem.SECRET);
        ran(head, id, true, true);
        sis.students = 2;
        SystemRun run = ran(head, id, true, true);
        assertThat(run.words()).isEqualTo("Waits for you to look at it");
        assertThat(names(head)).hasSize(6);
        as(head, () -> imports.apply(head, run.job().orElseThrow()));
        assertThat(settled(head, id).words()).isEqualTo("Applied");
        assertThat(names(head)).hasSize(2);
    }

    @Test
    void what_is_due_is_run_once_however_many_copies_look_at_the_same_time() throws Exception {
        Viewer head = administrator("hill-copies");
        StudentSystemId id = connected(head, StandInSystem.SECRET);
        as(head, () -> systems.schedule(head, id, new Schedule.EveryHours(24)));
        as(
                head,
                () -> database.sql("update exchange.student_system set next_run_at = now() where id = ?")
                        .param(id.value())
                        .update());
        ExecutorService copies = Executors.newFixedThreadPool(8);
        CountDownLatch together = new CountDownLatch(1);
        for (int copy = 0; copy < 8; copy++) {
            copies.execute(() -> DistrictScope.run(head.district(), () -> {
                try {
                    together.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                work.askForWhatIsDue();
                work.work();
            }));
        }
        together.countDown();
        copies.shutdown();
        assertThat(copies.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
        assertThat(settled(head, id).words()).isEqualTo("Applied");
        assertThat(as(head, () -> systems.runs(head, id))).hasSize(1);
        assertThat(sis.asked).filteredOn(asked -> asked.contains("/orgs")).hasSize(1);
    }

    @Test
    void every_day_at_an_hour_is_by_the_schools_clock() {
        ZoneId zone = ZoneId.of("America/Denver");
        Instant noon = Instant.parse("2026-11-28T19:00:00Z");
        assertThat(new Schedule.DailyAt(LocalTime.of(3, 30)).next(noon, zone))
                .contains(Instant.parse("2026-11-29T10:30:00Z"));
        assertThat(new Schedule.DailyAt(LocalTime.of(13, 0)).next(noon, zone))
                .contains(Instant.parse("2026-11-28T20:00:00Z"));
    }
}
