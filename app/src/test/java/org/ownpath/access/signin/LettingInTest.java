package org.ownpath.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Links that let somebody in, devices that are signed in, and passwords, as pages. */
class LettingInTest extends SchoolTest {

    private static final String PHILIPPA = "philippa.crane@northside.example";
    private static final String GWEN = "gwen.abernathy@northside.example";
    private static final Pattern LINK = Pattern.compile("<code>http://[^/]+(/welcome/[^<]+)</code>");
    private static final Pattern DEVICE = Pattern.compile("action=\"(/account/sessions/[0-9a-f]+/ending)\"");

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    private Visitor visitor() {
        return new Visitor(port, HttpClient.Redirect.NORMAL);
    }

    private Visitor signedIn(String name, String password) {
        Visitor visitor = visitor();
        assertThat(visitor.signIn(name, password).uri().getPath()).isNotEqualTo("/sign-in");
        return visitor;
    }

    private String link(String page) {
        Matcher link = LINK.matcher(page);
        assertThat(link.find()).as("a link on the page").isTrue();
        return link.group(1);
    }

    private String student(String name) {
        return "/students/" + viewer(name).person();
    }

    @Test
    void a_link_lets_its_owner_choose_a_password_once() {
        String name = anyStudent();
        String page = student(name) + "/sign-in";
        String link = link(signedIn(PHILIPPA, "northside")
                .fill(page, page + "/link", Map.of())
                .body());
        Visitor theirs = visitor();
        assertThat(theirs.fill(link, link, Map.of("chosen", "short")).body()).contains("10 to 100 characters");
        assertThat(theirs.fill(link, link, Map.of("chosen", "seven quiet herons"))
                        .body())
                .contains("Your password is set");
        signedIn(name, "seven quiet herons");
        assertThat(visitor().signIn(name, "northside").uri().getPath()).isEqualTo("/sign-in");
        HttpResponse<String> again = visitor().open(link);
        assertThat(again.statusCode()).isEqualTo(404);
        assertThat(again.body()).contains("opens no more");
    }

    /** A student of Northside whose password no other test needs. */
    private String anyStudent() {
        return as(viewer(PHILIPPA), () -> database.sql("""
                        select sign_in_name from access.account where roles = array['student']
                        order by sign_in_name desc limit 1""").query(String.class).single());
    }

    @Test
    void a_new_link_closes_the_one_before_and_one_taken_back_opens_nothing() {
        Visitor philippa = signedIn(PHILIPPA, "northside");
        String person = "/people/" + viewer(GWEN).person() + "/link";
        String first = link(philippa.fill("/people", person, Map.of()).body());
        String second = link(philippa.fill("/people", person, Map.of()).body());
        assertThat(visitor().open(first).statusCode()).isEqualTo(404);
        assertThat(visitor().open(second).body()).contains("Welcome, Gwen Abernathy");
        philippa.fill("/people", person + "/revocation", Map.of());
        assertThat(visitor().open(second).statusCode()).isEqualTo(404);
    }

    @Test
    void a_teacher_lets_in_their_own_students_and_nobody_else() {
        Visitor gwen = signedIn(GWEN, "northside");
        String maya = student("maya.okafor@northside.example") + "/sign-in";
        assertThat(gwen.fill(maya, maya + "/link", Map.of()).body()).contains("/welcome/");
        String nneka = "/people/" + viewer("nneka.okafor@northside.example").person() + "/link";
        assertThat(gwen.fill("/account", nneka, Map.of()).statusCode()).isEqualTo(403);
        String philippa = "/people/" + viewer(PHILIPPA).person() + "/link";
        assertThat(gwen.fill("/account", philippa, Map.of()).statusCode()).isEqualTo(403);
        Visitor student = signedIn("maya.okafor@northside.example", "northside");
        assertThat(student.open(maya).statusCode()).isEqualTo(403);
        assertThat(student.fill("/account", maya + "/link", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_device_that_was_signed_out_from_another_has_to_sign_in_again() {
        String name = "irene.castellan@southfield.example";
        Visitor lost = signedIn(name, "southfield");
        Visitor here = signedIn(name, "southfield");
        assertThat(here.open("/account").body()).contains("this device");
        Matcher devices = DEVICE.matcher(here.open("/account").body());
        while (devices.find()) {
            here.fill("/account", devices.group(1), Map.of());
        }
        assertThat(lost.open("/account").uri().getPath()).isEqualTo("/sign-in");
        assertThat(here.open("/account").body()).contains("You are signed in nowhere else");
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        Visitor irene = signedIn("irene.castellan@southfield.example", "southfield");
        signedIn("irene.castellan@southfield.example", "southfield");
        Matcher device = DEVICE.matcher(irene.open("/account").body());
        assertThat(device.find()).isTrue();
        Visitor maya = signedIn("maya.okafor@northside.example", "northside");
        assertThat(maya.fill("/account", device.group(1), Map.of()).statusCode())
                .isEqualTo(404);
        assertThat(irene.open("/account").body()).contains(device.group(1));
    }

    @Test
    void too_many_tries_say_how_long_to_wait() {
        HttpResponse<String> sixth = null;
        for (int i = 0; i < 6; i++) {
            sixth = visitor().signIn("nobody.at.all@northside.example", "wrong");
        }
        assertThat(sixth.body()).contains("Wait 15 minutes, then try again");
    }

    @Test
    void a_hash_of_bcrypt_still_opens_and_is_replaced_by_a_stronger_one() {
        String name = anyStudent();
        Viewer philippa = viewer(PHILIPPA);
        String old = new BCryptPasswordEncoder().encode("northside of old");
        as(
                philippa,
                () -> database.sql("update access.account set password_hash = ? where sign_in_name = ?")
                        .params(old, name)
                        .update());
        signedIn(name, "northside of old");
        assertThat(as(
                        philippa,
                        () -> database.sql("select password_hash from access.account where sign_in_name = ?")
                                .param(name)
                                .query(String.class)
                                .single()))
                .startsWith("$argon2id$");
        signedIn(name, "northside of old");
    }

    @Test
    void an_account_without_a_password_opens_to_none() {
        String name = anyStudent();
        as(
                viewer(PHILIPPA),
                () -> database.sql("update access.account set password_hash = ? where sign_in_name = ?")
                        .params(Accounts.NO_PASSWORD, name)
                        .update());
        assertThat(visitor().signIn(name, Accounts.NO_PASSWORD).uri().getPath()).isEqualTo("/sign-in");
    }
}
