package org.ownpath.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.MovableClock;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A code beside the password: of one's own accord, demanded by the district, and when the phone is lost. */
class SecondFactorTest extends SchoolTest {

    private static final String PHILIPPA = "philippa.crane@northside.example";
    private static final String IRENE = "irene.castellan@southfield.example";
    private static final Pattern KEY = Pattern.compile("<code>([A-Z2-7]{32})</code>");
    private static final Pattern PAPER = Pattern.compile("<code>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</code>");

    @LocalServerPort
    int port;

    @Autowired
    SecondFactors factors;

    @Autowired
    SignInRules rules;

    @Autowired
    Sealing sealing;

    @Autowired
    JdbcClient database;

    @Autowired
    MovableClock clock;

    /** So that no half minute ends between the app's code and its check. */
    @BeforeEach
    void time_stands_still() {
        clock.stopAt(Instant.now());
        nobodyHasGuessed();
    }

    /** Other tests may have tried codes of Irene's. */
    private void nobodyHasGuessed() {
        database.sql("delete from access.sign_in_failure where sign_in_name = ?")
                .param("code of " + viewer(IRENE).account())
                .update();
    }

    @AfterEach
    void southfield_demands_nothing_again() {
        clock.goOn();
        Viewer irene = viewer(IRENE);
        as(irene, () -> {
            rules.adopt(irene, new SignInRules.Rules(Set.of(), OptionalInt.of(2)));
            return factors.takeAway(irene, irene.person());
        });
        nobodyHasGuessed();
    }

    private Visitor visitor() {
        return new Visitor(port, HttpClient.Redirect.NORMAL);
    }

    /** The app of somebody, with the key that the database keeps sealed. */
    private Codes app(String name) {
        Viewer viewer = viewer(name);
        return new Codes(sealing.open(
                as(
                        viewer,
                        () -> database.sql("select sealed_secret from access.second_factor where account_id = ?")
                                .param(viewer.account().value())
                                .query(byte[].class)
                                .single()),
                "second factor"));
    }

    private long step() {
        return clock.instant().getEpochSecond() / 30;
    }

    private static String group(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        assertThat(found.find()).as(pattern + " on the page").isTrue();
        return found.group(1);
    }

    /** Sets a second factor up for Irene with the code of the last half minute; a code on paper. */
    private String setUp() {
        Visitor irene = visitor();
        irene.signIn(IRENE, "southfield");
        assertThat(group(KEY, irene.open("/account/second-factor").body()))
                .isEqualTo(app(IRENE).letters());
        HttpResponse<String> done = irene.fill(
                "/account/second-factor",
                "/account/second-factor",
                Map.of("code", app(IRENE).at(step() - 1)));
        return group(PAPER, done.body());
    }

    @Test
    void the_password_alone_opens_nothing_and_a_code_opens_once() {
        setUp();
        Visitor irene = visitor();
        assertThat(irene.signIn(IRENE, "southfield").body()).contains("And now your code");
        assertThat(irene.open("/imports").uri().getPath()).isEqualTo("/sign-in/code");
        assertThat(irene.fill("/sign-in/code", "/sign-in/code", Map.of("code", "000000"))
                        .body())
                .contains("This code does not fit");
        String code = app(IRENE).at(step());
        assertThat(irene.fill("/sign-in/code", "/sign-in/code", Map.of("code", code))
                        .uri()
                        .getPath())
                .isEqualTo("/imports");
        Visitor behind = visitor();
        behind.signIn(IRENE, "southfield");
        assertThat(behind.fill("/sign-in/code", "/sign-in/code", Map.of("code", code))
                        .body())
                .contains("This code does not fit");
    }

    @Test
    void a_code_on_paper_stands_in_once_for_a_lost_phone() {
        String paper = setUp();
        Visitor irene = visitor();
        irene.signIn(IRENE, "southfield");
        assertThat(irene.fill(
                                "/sign-in/code",
                                "/sign-in/code",
                                Map.of("code", paper.toUpperCase(java.util.Locale.ROOT)))
                        .uri()
                        .getPath())
                .isEqualTo("/imports");
        Visitor again = visitor();
        again.signIn(IRENE, "southfield");
        assertThat(again.fill("/sign-in/code", "/sign-in/code", Map.of("code", paper))
                        .body())
                .contains("This code does not fit");
    }

    @Test
    void wrong_codes_close_the_door_for_a_while() {
        setUp();
        Visitor irene = visitor();
        irene.signIn(IRENE, "southfield");
        for (int i = 0; i < 5; i++) {
            irene.fill("/sign-in/code", "/sign-in/code", Map.of("code", "11111" + i));
        }
        assertThat(irene.fill(
                                "/sign-in/code",
                                "/sign-in/code",
                                Map.of("code", app(IRENE).at(step())))
                        .body())
                .contains("too many tries");
    }

    @Test
    void whoever_the_district_demands_it_of_sets_it_up_before_anything_else() {
        Visitor irene = visitor();
        irene.signIn(IRENE, "southfield");
        irene.fill(
                "/people/signing-in", "/people/signing-in", Map.of("secondFactor", "administrator", "pictures", "2"));
        Visitor next = visitor();
        assertThat(next.signIn(IRENE, "southfield").body()).contains("Your district asks for one");
        assertThat(next.open("/people").uri().getPath()).isEqualTo("/sign-in/code");
        HttpResponse<String> done = next.fill(
                "/sign-in/code", "/sign-in/code", Map.of("code", app(IRENE).at(step())));
        assertThat(done.body()).contains("Keep these codes on paper");
        assertThat(next.open("/people").statusCode()).isEqualTo(200);
        assertThat(next.fill("/account/second-factor", "/account/second-factor/ending", Map.of("code", "1"))
                        .body())
                .contains("Your district demands a second factor");
        assertThat(as(viewer(IRENE), () -> rules.now().secondFactorFor())).containsExactly(Role.ADMINISTRATOR);
        assertThat(as(viewer(PHILIPPA), () -> rules.now().secondFactorFor())).isEmpty();
    }

    @Test
    void only_an_administrator_takes_a_second_factor_away_from_somebody() {
        setUp();
        Visitor theo = visitor();
        theo.signIn("gwen.abernathy@northside.example", "northside");
        String address = "/people/" + viewer(IRENE).person() + "/second-factor/ending";
        assertThat(theo.fill("/account", address, Map.of()).statusCode()).isEqualTo(403);
        assertThat(as(viewer(IRENE), () -> factors.of(viewer(IRENE)).since())).isPresent();
    }

    @Test
    void the_key_of_the_standard_gives_the_codes_of_the_standard() {
        Codes rfc = new Codes("12345678901234567890".getBytes(StandardCharsets.US_ASCII));
        assertThat(rfc.at(59 / 30)).isEqualTo("287082");
        assertThat(rfc.at(1111111109L / 30)).isEqualTo("081804");
        assertThat(rfc.letters()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
    }

    @Test
    void what_is_sealed_for_one_purpose_does_not_open_as_another() {
        byte[] sealed = sealing.seal(new byte[] {1, 2, 3}, "a purpose");
        assertThat(sealing.open(sealed, "a purpose")).containsExactly(1, 2, 3);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> sealing.open(sealed, "another"))
                .hasMessageContaining("does not open");
    }
}
