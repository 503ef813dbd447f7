package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.ownpath.access.Accounts;
import org.ownpath.access.AuditCheck;
import org.ownpath.access.AuditTrail;
import org.ownpath.access.DistrictScope;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.EmbeddedPostgres;
import org.ownpath.launch.backup.AsBackedUp;
import org.ownpath.launch.backup.BackupFile;
import org.ownpath.launch.backup.Contents;
import org.ownpath.launch.backup.Passphrase;
import org.ownpath.launch.backup.Place;
import org.ownpath.launch.backup.Restoring;
import org.ownpath.mastery.Rejudging;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.Progress;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a school kept under an earlier release is there under this one: each release leaves a backup of a small school
 * with some of everything in {@code src/test/resources/releases}, and each is restored and upgraded here.
 */
class UpgradeTest {

    private static final String KEY = "what a school kept has to last";
    private static final Path RELEASES = Path.of("src", "test", "resources", "releases");

    /** Tables whose rows a migration since then changes on purpose; beside each, the migration and why. */
    private static final Set<String> CHANGED_ON_PURPOSE = Set.of();

    /** Whose evidence goes along: few, so that the file is small. */
    private static final String FEW = """
            select person_id from (select person_id, sign_in_name, row_number()
                over (partition by district_id order by sign_in_name) as place from access.account
                where 'student' = any(roles)) as student
            where place <= 1 or sign_in_name = '%s'""".formatted(OneOfEverything.MAYA);

    static List<Path> releases() throws IOException {
        try (Stream<Path> kept = Files.list(RELEASES)) {
            return kept.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void what_an_earlier_release_kept_is_there_after_an_upgrade(Path release, @TempDir Path folder) throws Exception {
        DataFolder data = new DataFolder(Files.createDirectory(folder.resolve("upgraded")));
        BackupFile backup = BackupFile.at(release, Passphrase.of(KEY));
        Contents held = backup.check();
        assertThat(held.rows()).isGreaterThan(5000);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            Place place = place(postgres, data);
            Restoring.load(backup, held, place);
            assertThat(AsBackedUp.differing(place, held)).isSubsetOf(CHANGED_ON_PURPOSE);
            try (ConfigurableApplicationContext product = product(postgres, data, "none")) {
                everything_is_whole(product);
                people_find_what_is_theirs(product);
            }
        }
    }

    private static void everything_is_whole(ConfigurableApplicationContext product) {
        AuditTrail trail = product.getBean(AuditTrail.class);
        Rejudging rejudging = product.getBean(Rejudging.class);
        List<DistrictId> districts = product.getBean(Accounts.class).districts();
        assertThat(districts).hasSize(2);
        for (DistrictId district : districts) {
            AuditCheck check = DistrictScope.within(district, () -> trail.verify(java.util.Optional.empty()));
            assertThat(check).as(check.words()).isInstanceOf(AuditCheck.Whole.class);
            assertThat(((AuditCheck.Whole) check).entries()).isPositive();
            Rejudging.Compared judgements = DistrictScope.within(district, () -> rejudging.compared(Progress.SILENT));
            assertThat(judgements.all()).isPositive();
            assertThat(judgements.differing()).isZero();
        }
    }

    private static void people_find_what_is_theirs(ConfigurableApplicationContext product) {
        int port = product.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        Visitor maya = new Visitor(port, HttpClient.Redirect.NORMAL);
        assertThat(maya.signIn(OneOfEverything.MAYA, "northside").body()).contains("Maya");
        for (String page : List.of("/path", "/portfolio", "/plan", "/badges", "/account")) {
            assertThat(maya.open(page).statusCode()).as(page).isEqualTo(200);
        }
        Visitor gwen = new Visitor(port, HttpClient.Redirect.NORMAL);
        gwen.signIn(OneOfEverything.GWEN, "northside");
        assertThat(gwen.open("/groups").body()).contains("Mathematics");
    }

    /** Writes what this release leaves, with {@code -Downpath.release=0.1.0}: see docs/operations.md. */
    @Test
    @EnabledIfSystemProperty(named = "ownpath.release", matches = ".+")
    void what_this_release_keeps_is_left_for_those_to_come(@TempDir Path folder) throws Exception {
        DataFolder data = new DataFolder(Files.createDirectory(folder.resolve("left")));
        Path release = RELEASES.resolve(System.getProperty("ownpath.release") + ".backup");
        Files.deleteIfExists(release);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start(data)) {
            try (ConfigurableApplicationContext product = product(postgres, data, "northside")) {
                OneOfEverything.of(product);
                DistrictId district = product.getBean(Accounts.class)
                        .viewer(OneOfEverything.MAYA)
                        .orElseThrow()
                        .district();
                Awaitility.await()
                        .atMost(Duration.ofMinutes(1))
                        .until(() -> DistrictScope.within(district, () -> sealed(product)));
            }
            leaveFew(postgres, data);
            BackupFile.write(place(postgres, data), release, Passphrase.of(KEY));
        }
        assertThat(Files.size(release)).isLessThan(900_000);
    }

    private static boolean sealed(ConfigurableApplicationContext product) {
        return product.getBean(JdbcClient.class)
                .sql("select (select count(*) from access.audit) = (select count(*) from access.audit_seal)")
                .query(Boolean.class)
                .single();
    }

    private static void leaveFew(EmbeddedPostgres postgres, DataFolder data) throws IOException, SQLException {
        String superuser = Files.readString(data.root().resolve("secrets").resolve("superuser"))
                .strip();
        try (Connection all = DriverManager.getConnection(postgres.address().url(), "postgres", superuser);
                Statement sql = all.createStatement()) {
            sql.execute("set session_replication_role = replica");
            for (String table : List.of("evidence.entry", "mastery.judgement", "mastery.student")) {
                sql.execute("delete from " + table + " where student_id not in (" + FEW + ")");
            }
        }
    }

    private static Place place(EmbeddedPostgres postgres, DataFolder data) {
        return new Place(postgres.address().url(), postgres.address().ownerPassword(), data.root());
    }

    private static ConfigurableApplicationContext product(EmbeddedPostgres postgres, DataFolder data, String seed) {
        SpringApplication app = new SpringApplication(OwnpathApplication.class);
        app.setRegisterShutdownHook(false);
        Map<String, Object> settings = new HashMap<>(postgres.address().asSettings());
        settings.put("ownpath.data", data.root().toString());
        settings.put("ownpath.sealing", "a secret of every release");
        settings.put("ownpath.seed", seed);
        settings.put("ownpath.links.check", "false");
        app.setDefaultProperties(settings);
        return app.run("--server.port=0");
    }
}
