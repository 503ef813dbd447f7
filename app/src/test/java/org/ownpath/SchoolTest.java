package org.ownpath;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Tokens;
import org.ownpath.access.Viewer;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.EmbeddedPostgres;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A test on the seed school, served by the whole product from a real PostgreSQL. All such tests share one of each. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(MovableClock.class)
public abstract class SchoolTest {

    private static final Path DATA =
            Path.of("target", "school-" + ProcessHandle.current().pid());
    private static final EmbeddedPostgres POSTGRES = started();

    protected static final String METRICS_TOKEN = "what only the tests know";

    @Autowired
    protected Accounts accounts;

    @Autowired
    protected Tokens tokens;

    /** Known before the product starts, so that it knows its own address and others can be told it. */
    private static final int PORT = freePort();

    /** A port at which nobody answers. */
    protected static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static EmbeddedPostgres started() {
        Awaitility.setDefaultTimeout(Duration.ofMinutes(1)); // a busy machine is no failure
        EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(DATA.toAbsolutePath()));
        // after the product, which otherwise waits half a minute for a database that has gone
        SpringApplication.getShutdownHandlers().add(postgres::close);
        return postgres;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        POSTGRES.address().asSettings().forEach((name, value) -> registry.add(name, () -> value));
        registry.add("ownpath.data", () -> DATA.toAbsolutePath().toString());
        registry.add("server.port", () -> PORT);
        registry.add("server.shutdown", () -> "immediate");
        registry.add("ownpath.sign-on.private-addresses", () -> "true");
        registry.add("ownpath.exchange.private-connections", () -> "true");
        registry.add("ownpath.sealing", () -> "a secret of this test");
        registry.add("ownpath.seed", () -> "northside");
        registry.add("ownpath.metrics.token", () -> METRICS_TOKEN);
        registry.add("ownpath.pace.writes", () -> 100_000);
        registry.add("ownpath.links.check", () -> "false");
    }

    /** The account of a person of the seed school. */
    protected Viewer viewer(String signInName) {
        return accounts.viewer(signInName).orElseThrow(() -> new AssertionError("Nobody signs in as " + signInName));
    }

    /** A token that may do all that the viewer may, for a day. */
    protected String token(Viewer viewer) {
        return token(viewer, TokenScope.READ, TokenScope.RECORD);
    }

    /** A token with these scopes, for a day. */
    protected String token(Viewer viewer, TokenScope... scopes) {
        Tokens.Wish wish = new Tokens.Wish("A program", Set.of(scopes), 1);
        return ((Tokens.Issued.Done) as(viewer, () -> tokens.issue(viewer, wish))).token();
    }

    /** Does what the product itself may not: as the owner of the database. */
    protected static void asOwner(String statement) {
        try (Connection owner = POSTGRES.address().asOwner();
                Statement sql = owner.createStatement()) {
            sql.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** Does something inside the viewer's district, as a request of theirs would. */
    protected static <T> T as(Viewer viewer, Supplier<T> work) {
        return DistrictScope.within(viewer.district(), work);
    }
}
