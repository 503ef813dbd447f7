package org.ownpath.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.BrowserBase;
import org.ownpath.access.Viewer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever has forgotten a password gets back in by e-mail, and nobody learns which names there are. */
class WayBackTest extends BrowserBase {

    private static final String NNEKA = "nneka.okafor@northside.example";
    private static final Pattern LINK = Pattern.compile("http\\S+(/welcome/\\S+)");

    private final GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));

    @Autowired
    MailSettings settings;

    @Autowired
    MailRows mails;

    @Autowired
    Posting posting;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void a_mail_server_is_there() {
        server.start();
        settings.sender().getJavaMailProperties().setProperty("mail.smtp.starttls.required", "false");
        settings.sender().setPort(server.getSmtp().getPort());
        settings.sender().setHost("127.0.0.1");
        database.sql("delete from access.way_back_request").update();
    }

    @AfterEach
    void there_is_none_again() {
        settings.sender().setHost("");
        server.stop();
        Viewer nneka = viewer(NNEKA);
        as(
                nneka,
                () -> database.sql("update access.account set password_hash = ? where id = ?")
                        .params(accounts.hash("northside"), nneka.account().value())
                        .update());
    }

    private Page ask(String name) {
        Page page = open(new Browser.NewContextOptions().setViewportSize(390, 844));
        page.navigate("/sign-in");
        page.click("text=I have forgotten my password");
        page.fill("[name=name]", name);
        page.click("text=Send me a link");
        page.waitForURL("**/forgotten?asked");
        return page;
    }

    private void answered() {
        Awaitility.await()
                .until(() -> database.sql("select count(*) from access.way_back_request where answered_at is null")
                                .query(Long.class)
                                .single()
                        == 0);
    }

    private void sendDue() {
        as(viewer(NNEKA), () -> {
            posting.sendDue(settings.sender(), Instant.now());
            return true;
        });
    }

    /** All that were ever written in the district: others may be dated after those of now. */
    private List<Mail> mails() {
        return as(viewer(NNEKA), () -> mails.latest(Integer.MAX_VALUE));
    }

    private List<String> letters(String address) {
        return Arrays.stream(server.getReceivedMessagesForDomain(address))
                .map(message -> {
                    try {
                        return String.valueOf(message.getContent());
                    } catch (java.io.IOException | jakarta.mail.MessagingException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
    }

    private String link() {
        Awaitility.await().until(() -> {
            sendDue();
            return letters(NNEKA).stream()
                    .anyMatch(letter -> LINK.matcher(letter).find());
        });
        Matcher found = LINK.matcher(letters(NNEKA).get(letters(NNEKA).size() - 1));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    @Test
    void a_link_by_email_lets_in_once_ends_other_sessions_and_stands_in_no_table() {
        Page elsewhere = signIn(NNEKA, 1280);
        elsewhere.waitForURL("**/family");
        Page page = ask("  Nneka.Okafor@northside.example ");
        hasNothingToObjectTo(page);
        answered();
        String link = link();
        assertThat(mails()).noneMatch(mail -> mail.letter().body().contains("/welcome/"));

        page.navigate(link);
        page.fill("[name=chosen]", "four green boats sailing");
        page.click("text=Keep this password");
        page.waitForURL("**/sign-in");
        page.fill("[name=name]", NNEKA);
        page.fill("[name=password]", "four green boats sailing");
        page.click("main button[type=submit]");
        page.waitForURL("**/family");

        elsewhere.navigate("/family");
        assertThat(elsewhere.url()).endsWith("/sign-in");
        assertThat(elsewhere.navigate(link).status()).isEqualTo(404);
        Awaitility.await().until(() -> {
            sendDue();
            return mails().stream()
                    .anyMatch(mail -> mail.kind() == Mail.Kind.PASSWORD_CHANGED
                            && mail.fate().sentAt().isPresent());
        });
    }

    @Test
    void a_name_that_nobody_has_is_answered_in_the_same_words_and_written_to_nobody() {
        Page known = ask(NNEKA);
        Page unknown = ask("nobody.at.all@northside.example");
        assertThat(unknown.textContent("main")).isEqualTo(known.textContent("main"));
        answered();
        assertThat(mails()).noneMatch(mail -> mail.to().startsWith("nobody"));
    }

    @Test
    void a_mailbox_is_not_filled_by_asking_again_and_again() {
        long before = ways();
        for (int i = 0; i < 5; i++) {
            ask(NNEKA);
        }
        answered();
        assertThat(ways() - before).isEqualTo(3);
    }

    private long ways() {
        return as(
                viewer(NNEKA),
                () -> database.sql("select count(*) from messages.mail where kind = 'way_back'")
                        .query(Long.class)
                        .single());
    }

    @Test
    void a_second_email_closes_the_link_of_the_first_and_leaves_the_one_of_the_school_open() {
        ask(NNEKA);
        answered();
        String first = link();
        ask(NNEKA);
        answered();
        Awaitility.await().until(() -> !link().equals(first));
        Page page = open(new Browser.NewContextOptions());
        assertThat(page.navigate(first).status()).isEqualTo(404);
        assertThat(page.navigate(link()).status()).isEqualTo(200);
    }
}
