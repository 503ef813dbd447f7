package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.SchoolSignOn;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing in at a real Keycloak and coming back. Runs where the property names its unpacked distribution. */
@EnabledIfSystemProperty(named = "ownpath.keycloak", matches = ".+")
class SchoolSignOnTest extends BrowserBase {

    private static final String IRENE = "irene.castellan@southfield.example";
    private static final String THEO = "theo.marchand@southfield.example";
    private static final int PORT = freePort();
    private static final String ISSUER = "http://localhost:" + PORT + "/realms/school";

    private static Process keycloak;

    @Autowired
    SchoolSignOn signOn;

    @Autowired
    JdbcClient database;

    @BeforeAll
    static void keycloak_is_up() throws IOException {
        Path home = Path.of(System.getProperty("ownpath.keycloak"));
        Path realm = home.resolve("data/import/school.json");
        Files.createDirectories(realm.getParent());
        Files.writeString(realm, REALM);
        ProcessBuilder start = new ProcessBuilder(
                "bash", home.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm", "--http-port=" + PORT);
        start.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("ownpath.keycloak.java"), "JAVA_OPTS_APPEND", "-Xmx512m"));
        keycloak = start.redirectErrorStream(true)
                .redirectOutput(Path.of("target", "keycloak.log").toFile())
                .start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> answers());
    }

    @AfterAll
    static void keycloak_is_down() {
        keycloak.descendants().forEach(ProcessHandle::destroy);
        keycloak.destroy();
    }

    @AfterEach
    void southfield_signs_in_here_again() {
        Viewer irene = viewer(IRENE);
        as(irene, () -> {
            signOn.end(irene);
            return database.sql("delete from access.school_identity").update();
        });
    }

    private static boolean answers() {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(URI.create(ISSUER)).build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException | InterruptedException notYet) {
            return false;
        }
    }

    private Optional<String> adopt(String issuer) {
        Viewer irene = viewer(IRENE);
        return as(
                irene,
                () -> signOn.adopt(
                        irene,
                        new SchoolSignOn.Entered(
                                new SchoolSignOn.Provider(issuer, "ownpath", "email"), "a secret of the test")));
    }

    private static void signInThere(Page page, String name) {
        page.waitForURL("http://localhost:" + PORT + "/**");
        page.fill("#username", name);
        page.fill("#password", "elsewhere");
        page.click("#kc-login");
    }

    private Page atTheDoor() {
        Page page = open(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.navigate("/sign-in");
        return page;
    }

    @Test
    void whoever_is_verified_there_under_the_name_here_comes_in() {
        assertThat(adopt(ISSUER)).isEmpty();
        Page page = atTheDoor();
        hasNothingToObjectTo(page);
        page.click("text=Sign in with Southfield Academy");
        signInThere(page, "irene");
        page.waitForURL("**/imports");
        page.navigate("/account");
        assertThat(page.textContent("main")).contains("Linked since");
    }

    @Test
    void an_address_that_is_not_verified_there_opens_nothing_until_its_owner_links_it() {
        assertThat(adopt(ISSUER)).isEmpty();
        Page stranger = atTheDoor();
        stranger.click("text=Sign in with Southfield Academy");
        signInThere(stranger, "theo");
        stranger.waitForURL("**/sign-in?school");
        assertThat(stranger.textContent("main")).contains("is not linked to one here");

        Page page = signIn(THEO, "southfield", new Browser.NewContextOptions());
        page.navigate("/account");
        page.click("text=Link it");
        signInThere(page, "theo");
        page.waitForURL(url -> !url.contains("realms") && !url.contains("answer"));
        Page again = atTheDoor();
        again.click("text=Sign in with Southfield Academy");
        signInThere(again, "theo");
        again.waitForURL(url -> !url.contains("realms") && !url.contains("answer"));
        assertThat(again.textContent("header")).contains("Theo Marchand");
    }

    @Test
    void an_issuer_that_is_none_is_refused_with_what_to_do() {
        assertThat(adopt("http://localhost:" + PORT + "/realms/nowhere"))
                .hasValueSatisfying(why -> assertThat(why).contains("Copy it from the provider's page"));
    }

    private static final String REALM = """
            {"realm": "school", "enabled": true, "sslRequired": "none",
             "clients": [{"clientId": "ownpath", "secret": "a secret of the test", "redirectUris": ["*"],
                          "standardFlowEnabled": true, "publicClient": false}],
             "users": [
              {"username": "irene", "enabled": true, "email": "irene.castellan@southfield.example", "emailVerified": true,
               "firstName": "Irene", "lastName": "Castellan", "credentials": [{"type": "password", "value": "elsewhere"}]},
              {"username": "theo", "enabled": true, "email": "theo.marchand@southfield.example", "emailVerified": false,
               "firstName": "Theo", "lastName": "Marchand", "credentials": [{"type": "password", "value": "elsewhere"}]}]}
            """;
}
