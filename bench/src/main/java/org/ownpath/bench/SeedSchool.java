package org.ownpath.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.ownpath.OwnpathApplication;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.launch.DataFolder;
import org.ownpath.launch.DatabaseAddress;
import org.ownpath.launch.EmbeddedPostgres;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/** The product with the seed school, in this process, on a database of its own. */
final class SeedSchool implements AutoCloseable {

    private final Path folder;
    private final EmbeddedPostgres postgres;
    private final ConfigurableApplicationContext context;
    private final Viewer registrar;

    private SeedSchool(Path folder, EmbeddedPostgres postgres, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.postgres = postgres;
        this.context = context;
        this.registrar = context.getBean(Accounts.class)
                .viewer("philippa.crane@northside.example")
                .orElseThrow();
    }

    /** Opened in an empty folder, with these settings besides the usual ones. */
    static SeedSchool open(Path folder, Map<String, String> settings) throws IOException {
        EmbeddedPostgres postgres = EmbeddedPostgres.start(new DataFolder(folder));
        try {
            SpringApplication app = new SpringApplication(OwnpathApplication.class);
            Map<String, Object> all = new HashMap<>(postgres.address().asSettings());
            all.put("ownpath.data", folder.toString());
            all.put("ownpath.sealing", "a secret of this benchmark");
            all.put("ownpath.seed", "northside");
            all.putAll(settings);
            app.setDefaultProperties(all);
            return new SeedSchool(folder, postgres, app.run("--server.port=0"));
        } catch (RuntimeException e) {
            postgres.close();
            throw e;
        }
    }

    /** What autovacuum does within a minute of the seed: without it the first plans are made for empty tables. */
    void gatherStatistics() throws SQLException {
        try (Connection owner = address().asOwner();
                Statement sql = owner.createStatement()) {
            sql.execute("analyze");
        }
    }

    ApplicationContext context() {
        return context;
    }

    DatabaseAddress address() {
        return postgres.address();
    }

    Path folder() {
        return folder;
    }

    /** Who may do everything that an administrator of the school may. */
    Viewer registrar() {
        return registrar;
    }

    /** Works for the district of the school. */
    void run(Runnable work) {
        DistrictScope.run(registrar.district(), work);
    }

    /** What comes of working for the district of the school. */
    <T> T within(Supplier<T> work) {
        return DistrictScope.within(registrar.district(), work);
    }

    @Override
    public void close() {
        context.close();
        postgres.close();
    }
}
