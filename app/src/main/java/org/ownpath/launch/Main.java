package org.ownpath.launch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.OwnpathApplication;
import org.ownpath.northside.Northside;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the product: {@code run} serves it, {@code import} takes a file in and ends, {@code backup} writes one of
 * everything and {@code restore} reads it, {@code verify-audit} recomputes the audit trail and ends, {@code rehearse}
 * serves one page to itself and ends. The database is the installation's own, unless {@code OWNPATH_DATABASE_URL} names
 * another.
 */
public final class Main {

    private Main() {}

    /** Entry point; the first argument is the command, {@code run} where there is none. */
    public static void main(String[] args) throws IOException {
        List<String> words = List.of(args);
        String command = words.isEmpty() ? "run" : words.get(0);
        Closing closing = new Closing();
        Runtime.getRuntime().addShutdownHook(new Thread(closing, "closing"));
        try {
            switch (command) {
                case "import" -> System.exit(runImport(closing, words.subList(1, words.size())));
                case "verify-audit" -> System.exit(verifyAudit(closing, words.subList(1, words.size())));
                case "backup" -> System.exit(backupLine().backup(words.subList(1, words.size())));
                case "archive" -> System.exit(backupLine().archive());
                case "restore" -> System.exit(backupLine().restore(words.subList(1, words.size())));
                case "rehearse" -> System.exit(Rehearsal.visit(serve(closing, args)));
                default -> serve(closing, args);
            }
        } catch (RuntimeException e) {
            if (closing.hasBegun()) {
                return; // whoever stops it while it starts has asked for what comes of it
            }
            System.err.println(
                    KnownFailures.line(e).map(line -> "ownpath: " + line).orElseThrow(() -> e));
            System.exit(1);
        }
    }

    private static String serve(Closing closing, String[] args) throws IOException {
        DataFolder folder = DataFolder.fromEnvironment();
        DatabaseAddress address = database(closing, () -> EmbeddedPostgres.startAlone(folder));
        ConfigurableApplicationContext context = application(folder, address, closing)
                .run(Arrays.stream(args).filter(arg -> arg.startsWith("--")).toArray(String[]::new));
        String pages = "http://localhost:" + context.getEnvironment().getProperty("local.server.port", "8080");
        closing.openAt(pages);
        archive(folder, address);
        welcome(pages);
        return pages;
    }

    private static int runImport(Closing closing, List<String> words) {
        return new ImportLine(beside(closing), System.out).run(words);
    }

    private static int verifyAudit(Closing closing, List<String> words) {
        return new VerifyLine(beside(closing), System.out).run(words);
    }

    /** The product without its pages, beside one that may be open. */
    private static ConfigurableApplicationContext beside(Closing closing) {
        DataFolder folder = DataFolder.fromEnvironment();
        DatabaseAddress address = database(closing, () -> EmbeddedPostgres.start(folder));
        SpringApplication app = application(folder, address, closing);
        app.setWebApplicationType(WebApplicationType.NONE);
        return app.run();
    }

    /** Copies the embedded database into the archive, if there is one and a copy is due. */
    private static void archive(DataFolder folder, DatabaseAddress address) throws IOException {
        Optional<Archive> archive = Archive.named(System.getenv());
        if (archive.isPresent() && ExternalDatabase.named(System.getenv()).isEmpty()) {
            BaseCopy copy = new BaseCopy(folder, archive.get());
            if (copy.due()) {
                try {
                    copy.make(address);
                } catch (SQLException e) {
                    throw new IOException("The archive has no new copy: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Without the product's settings of its log: what is migrated is told when it fails, not step by step. */
    private static BackupLine backupLine() {
        if (LoggerFactory.getLogger("org.flywaydb") instanceof Logger migrations) {
            migrations.setLevel(Level.ERROR);
        }
        return new BackupLine(System.getenv(), DataFolder.fromEnvironment(), System.out);
    }

    private static DatabaseAddress database(Closing closing, java.util.function.Supplier<EmbeddedPostgres> own) {
        return ExternalDatabase.whole(System.getenv())
                .orElseGet(() -> closing.atLast(own.get()).address());
    }

    private static SpringApplication application(DataFolder folder, DatabaseAddress address, Closing closing) {
        SpringApplication app = new SpringApplication(OwnpathApplication.class);
        app.setRegisterShutdownHook(false);
        app.addInitializers(closing::first);
        Map<String, Object> settings = new HashMap<>(address.asSettings());
        settings.put("ownpath.data", folder.root().toString());
        if ("json".equals(System.getenv("OWNPATH_LOGS"))) {
            settings.put("logging.structured.format.console", "ecs");
        }
        Archive.named(System.getenv())
                .ifPresent(archive ->
                        settings.put("ownpath.archive", archive.folder().toString()));
        settings.put("ownpath.sealing", folder.secret("sealing"));
        settings.put(
                "ownpath.seed",
                Optional.ofNullable(System.getenv("OWNPATH_SEED")).orElse("northside"));
        app.setDefaultProperties(settings);
        return app;
    }

    private static void welcome(String pages) {
        System.out.println();
        System.out.println("Ownpath is open at " + pages);
        System.out.println("Stop it with ctrl-C; what was entered is kept.");
        System.out.println();
        System.out.println("The demo school's accounts:");
        Northside.demoAccounts()
                .forEach(account -> System.out.printf(
                        "  %-14s %-20s %-44s password: %s%n",
                        account.role(), account.name(), account.signIn(), account.password()));
        System.out.println();
    }
}
