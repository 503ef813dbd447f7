package org.ownpath.launch;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.OwnpathApplication;
import org.ownpath.northside.Northside;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Starts the product: {@code run} serves it, {@code import} takes a file in and ends. The database is the installation's
 * own, unless {@code OWNPATH_DATABASE_URL} names another.
 */
public final class Main {

    private Main() {}

    /** Entry point; the first argument is the command, {@code run} where there is none. */
    public static void main(String[] args) {
        List<String> words = List.of(args);
        boolean importing = !words.isEmpty() && words.get(0).equals("import");
        DataFolder folder = DataFolder.fromEnvironment();
        Optional<EmbeddedPostgres> embedded =
                external().isPresent() ? Optional.empty() : Optional.of(EmbeddedPostgres.start(folder));
        DatabaseAddress address =
                external().orElseGet(() -> embedded.orElseThrow().address());
        if (importing) {
            int code = runImport(folder, address, words.subList(1, words.size()));
            embedded.ifPresent(EmbeddedPostgres::close);
            System.exit(code);
        }
        serve(folder, address, embedded, args);
    }

    private static void serve(
            DataFolder folder, DatabaseAddress address, Optional<EmbeddedPostgres> embedded, String[] args) {
        SpringApplication app = application(folder, address);
        ConfigurableApplicationContext context =
                app.run(Arrays.stream(args).filter(arg -> arg.startsWith("--")).toArray(String[]::new));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            embedded.ifPresent(EmbeddedPostgres::close);
        }));
        welcome(context.getEnvironment().getProperty("local.server.port", "8080"));
    }

    private static int runImport(DataFolder folder, DatabaseAddress address, List<String> words) {
        SpringApplication app = application(folder, address);
        app.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext context = app.run()) {
            return new ImportLine(context, System.out).run(words);
        }
    }

    private static SpringApplication application(DataFolder folder, DatabaseAddress address) {
        SpringApplication app = new SpringApplication(OwnpathApplication.class);
        app.setRegisterShutdownHook(false);
        Map<String, Object> settings = new HashMap<>(address.asSettings());
        settings.put("ownpath.data", folder.root().toString());
        settings.put(
                "ownpath.seed",
                Optional.ofNullable(System.getenv("OWNPATH_SEED")).orElse("northside"));
        app.setDefaultProperties(settings);
        return app;
    }

    private static Optional<DatabaseAddress> external() {
        return Optional.ofNullable(System.getenv("OWNPATH_DATABASE_URL"))
                .map(url -> new DatabaseAddress(
                        url, needed("OWNPATH_DATABASE_OWNER_PASSWORD"), needed("OWNPATH_DATABASE_APP_PASSWORD")));
    }

    private static String needed(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .orElseThrow(() -> new IllegalStateException(
                        "OWNPATH_DATABASE_URL is set but " + variable + " is not. Set it, see docs/operations.md."));
    }

    private static void welcome(String port) {
        System.out.println();
        System.out.println("Ownpath is open at http://localhost:" + port);
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
