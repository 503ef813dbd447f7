package org.ownpath.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.ContentFiles;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.ImportJobId;
import org.ownpath.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Imports that are cancelled, that fail, and that were cut off by the end of the program. */
class ImportQueueTest extends SchoolTest {

    private static final String ROSTER = """
            person_id,role,given_name,family_name,email,birth_date,grade,groups
            lat1,student,Livia,Drusa,,2014-05-02,6,Latin
            """;

    @Autowired
    Imports imports;

    @Autowired
    ImportQueue queue;

    @Autowired
    ImportJobs jobs;

    @Autowired
    ContentFiles files;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient database;

    @Autowired
    PlatformTransactionManager transactions;

    /** An administrator of a district of this test's own. */
    private Viewer administrator(String slug) {
        DistrictId district = accounts.openDistrict(slug, slug);
        String name = "head@" + slug + ".example";
        Viewer founder = new Viewer(AccountId.next(), district, PersonId.next(), "Head", Set.of(Role.ADMINISTRATOR));
        as(founder, () -> {
            accounts.open(List.of(new Accounts.NewAccount(
                    founder.person(), name, Accounts.NO_PASSWORD, "Head", Set.of(Role.ADMINISTRATOR))));
            return founder;
        });
        return viewer(name);
    }

    private static ByteArrayInputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private ImportJobId request(Viewer viewer, String text) {
        return as(
                viewer,
                () -> ((ImportRequest.Accepted) imports.request(
                                viewer, new Imports.Request("roster", "people.csv", Map.of()), content(text)))
                        .id());
    }

    private void becomes(Viewer viewer, ImportJobId job, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                as(viewer, () -> jobs.find(job).orElseThrow().state()))
                        .isEqualTo(state));
    }

    private int students(Viewer viewer) {
        return as(viewer, () -> roster.students().size());
    }

    @Test
    void a_job_that_is_cancelled_while_it_is_applied_changes_nothing() {
        Viewer viewer = administrator("latium");
        ImportJobId job = request(viewer, ROSTER);
        becomes(viewer, job, "ready");
        as(
                viewer,
                () -> new TransactionTemplate(transactions).execute(status -> {
                    status.setRollbackOnly();
                    holdBack(viewer);
                    inAnotherRequest(viewer, () -> imports.apply(viewer, job));
                    await().until(this::isHeldBack);
                    return inAnotherRequest(viewer, () -> {
                        imports.cancel(viewer, job);
                        return true;
                    });
                }));
        becomes(viewer, job, "cancelled");
        ImportJobId after = request(viewer, ROSTER);
        becomes(viewer, after, "ready");
        assertThat(students(viewer)).isZero();
        assertThat(as(viewer, () -> jobs.find(job).orElseThrow().state())).isEqualTo("cancelled");
    }

    private static <T> T inAnotherRequest(Viewer viewer, Supplier<T> work) {
        return CompletableFuture.supplyAsync(() -> as(viewer, work)).join();
    }

    /** Writes what the import is about to write, and does not commit: the import has to wait. */
    private void holdBack(Viewer viewer) {
        database.sql("""
                insert into roster.person (id, district_id, source, source_id, active, given_name, family_name, roles)
                values (?, ?, 'CSV', 'lat1', true, 'Livia', 'Drusa', '{student}')""").params(UUID.randomUUID(), viewer.district().value()).update();
    }

    private boolean isHeldBack() {
        return database.sql("select count(*) from pg_locks where not granted")
                        .query(Integer.class)
                        .single()
                > 0;
    }

    @Test
    void a_job_that_was_cut_off_by_the_end_of_the_program_is_done_at_the_next_start() {
        Viewer viewer = administrator("umbria");
        String kept = files.keep(content(ROSTER)).hash();
        ImportJobId job = as(
                viewer,
                () -> jobs.add(viewer, new ImportJobs.Order("roster", "people.csv", kept, Map.of(), viewer.account())));
        as(viewer, () -> jobs.move(job, "checking", "applying"));
        assertThat(students(viewer)).isZero();

        queue.resume();

        becomes(viewer, job, "applied");
        assertThat(students(viewer)).isEqualTo(1);
    }

    @Test
    void a_job_that_failed_can_be_tried_again() {
        Viewer viewer = administrator("etruria");
        ImportJobId job = request(viewer, ROSTER);
        becomes(viewer, job, "ready");
        as(viewer, () -> jobs.move(job, "ready", "failed"));

        as(viewer, () -> imports.retry(viewer, job));

        becomes(viewer, job, "ready");
        as(viewer, () -> imports.apply(viewer, job));
        becomes(viewer, job, "applied");
        assertThat(students(viewer)).isEqualTo(1);
    }
}
