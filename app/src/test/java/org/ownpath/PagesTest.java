package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.northside.Northside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every place in everybody's navigation opens, and the forms of an account do what they say. */
class PagesTest extends SchoolTest {

    private static final Pattern LINK = Pattern.compile("href=\"(/[a-z-]*(?:/[a-z-]+)*)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor visitor() {
        return new Visitor(port, HttpClient.Redirect.NORMAL);
    }

    private Visitor signedIn(String name, String password) {
        Visitor visitor = visitor();
        HttpResponse<String> home = visitor.signIn(name, password);
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.uri().getPath()).isNotEqualTo("/sign-in");
        return visitor;
    }

    @Test
    void many_pages_opened_at_once_right_after_signing_in_all_answer() {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NEVER);
        visitor.fill(
                "/sign-in", "/sign-in", Map.of("name", "gwen.abernathy@northside.example", "password", "northside"));

        List<CompletableFuture<HttpResponse<String>>> answers = Stream.generate(() ->
                        visitor.http().sendAsync(visitor.to("/groups").build(), HttpResponse.BodyHandlers.ofString()))
                .limit(20)
                .toList();

        assertThat(answers)
                .allSatisfy(answer -> assertThat(answer.join().statusCode()).isEqualTo(200));
    }

    @Test
    void a_session_is_written_again_after_a_minute_and_not_at_every_page() {
        Visitor gwen = signedIn("gwen.abernathy@northside.example", "northside");
        String latest = " from access.spring_session order by creation_time desc limit 1";
        String written =
                database.sql("select xmin" + latest).query(String.class).single();
        gwen.open("/groups");
        assertThat(database.sql("select xmin" + latest).query(String.class).single())
                .isEqualTo(written);

        database.sql("update access.spring_session set last_access_time = last_access_time - 60000")
                .update();
        gwen.open("/groups");
        assertThat(database.sql("select last_access_time > creation_time - 30000" + latest)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void every_link_of_everybodys_first_page_opens() {
        for (Northside.DemoAccount account : Northside.demoAccounts()) {
            Visitor visitor = signedIn(account.signIn(), account.password());
            Matcher links = LINK.matcher(visitor.open("/").body());
            int opened = 0;
            while (links.find()) {
                assertThat(visitor.open(links.group(1)).statusCode())
                        .as(account.role() + " opens " + links.group(1))
                        .isEqualTo(200);
                opened++;
            }
            assertThat(opened).isGreaterThan(2);
        }
    }

    @Test
    void a_password_that_was_changed_is_the_only_one_that_opens() {
        String name = "paula.castro@southfield.example";
        Visitor paula = signedIn(name, "southfield");
        String refused = paula.fill(
                        "/account", "/account/password", Map.of("old", "wrong", "chosen", "three green owls"))
                .body();
        assertThat(refused).contains("The present password is another one");
        HttpResponse<String> changed =
                paula.fill("/account", "/account/password", Map.of("old", "southfield", "chosen", "three green owls"));
        assertThat(changed.body()).contains("Your password is changed.");
        signedIn(name, "three green owls");
        HttpResponse<String> old =
                visitor().fill("/sign-in", "/sign-in", Map.of("name", name, "password", "southfield"));
        assertThat(old.uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_name_is_closed_after_five_wrong_passwords() {
        Map<String, String> wrong = Map.of("name", "sana.iqbal@southfield.example", "password", "wrong");
        for (int i = 0; i < 5; i++) {
            visitor().fill("/sign-in", "/sign-in", wrong);
        }
        HttpResponse<String> right = visitor()
                .fill(
                        "/sign-in",
                        "/sign-in",
                        Map.of("name", "sana.iqbal@southfield.example", "password", "southfield"));
        assertThat(right.uri().getPath()).isEqualTo("/sign-in");
    }

    @Test
    void a_form_without_its_token_is_refused() {
        Visitor maya = signedIn("maya.okafor@northside.example", "northside");
        HttpResponse<String> forged = maya.send(maya.to("/account/password")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("old=northside&chosen=somebody+elses")));
        assertThat(forged.statusCode()).isEqualTo(403);
    }

    @Test
    void no_page_of_one_district_shows_anything_of_another() {
        Visitor elsewhere = signedIn("irene.castellan@southfield.example", "southfield");
        String maya = viewer("maya.okafor@northside.example").person().toString();
        assertThat(elsewhere.open("/students/" + maya).statusCode()).isEqualTo(404);
        assertThat(elsewhere.open("/students").body()).doesNotContain("Okafor");
        assertThat(elsewhere.open("/people?q=Okafor").body()).contains("Nobody has this name");
        assertThat(elsewhere.open("/groups").body()).doesNotContain("Mathematics Lab");
    }
}
