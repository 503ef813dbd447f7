package org.ownpath.launch;

import java.util.HashMap;
import java.util.Map;
import org.ownpath.OwnpathApplication;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the product. */
public final class Main {
    private Main() {}

    /** Entry point. */
    public static void main(String[] args) {
        DataFolder folder = DataFolder.fromEnvironment();
        EmbeddedPostgres postgres = EmbeddedPostgres.start(folder);
        SpringApplication app = new SpringApplication(OwnpathApplication.class);
        Map<String, Object> settings = new HashMap<>(postgres.address().asSettings());
        settings.put("ownpath.data", folder.root().toString());
        app.setDefaultProperties(settings);
        ConfigurableApplicationContext context = app.run(args);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            context.close();
            postgres.close();
        }));
    }
}
