package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ownpath.exchange.ImportCommand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;

/** Two copies of the product on one database. */
class TwoCopiesTest extends SchoolTest {

    @LocalServerPort
    int port;

    @Autowired
    Environment environment;

    /** Another one on the same database. */
    private SpringApplication another() {
        Map<String, Object> settings = new HashMap<>();
        for (String name : List.of(
                "spring.datasource.url",
                "spring.datasource.username",
                "spring.datasource.password",
                "spring.flyway.url",
                "spring.flyway.user",
                "spring.flyway.password",
                "ownpath.data",
                "ownpath.sealing")) {
            settings.put(name, environment.getRequiredProperty(name));
        }
        SpringApplication app = new SpringApplication(OwnpathApplication.class);
        app.setDefaultProperties(settings);
        return app;
    }

    @Test
    void a_session_goes_on_at_another_copy_when_its_own_has_ended() {
        Visitor gwen;
        try (ConfigurableApplicationContext other = another().run("--server.port=0")) {
            int otherPort = other.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            gwen = new Visitor(otherPort, HttpClient.Redirect.NORMAL);
            gwen.signIn("gwen.abernathy@northside.example", "northside");
            assertThat(gwen.open("/account").body()).contains("Gwen Abernathy");
        }
        Visitor here = new Visitor(gwen.http(), port);
        assertThat(here.open("/account").body()).contains("Gwen Abernathy");
        assertThat(here.fill("/account", "/sign-out", Map.of()).uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_command_starts_without_pages_beside_the_copy_that_is_open() {
        SpringApplication app = another();
        app.setWebApplicationType(WebApplicationType.NONE);
        try (ConfigurableApplicationContext command = app.run()) {
            assertThat(command.getBean(ImportCommand.class)).isNotNull();
        }
    }
}
