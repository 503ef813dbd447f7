package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What each kind of person sees, in a real browser, wide and narrow, with nothing that axe objects to. */
class BrowserTest extends SchoolTest {

    /** A busy machine is no failure. */
    private static final double PATIENCE_MILLIS = 180_000;

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking", "--disable-gpu")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    private Page signIn(String name, int width) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setBaseURL("http://localhost:" + port));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page.navigate("/sign-in");
        page.fill("[name=name]", name);
        page.fill("[name=password]", "northside");
        page.click("main button[type=submit]");
        return page;
    }

    private static void hasNothingToObjectTo(Page page) {
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations).extracting(v -> v.getId() + ": " + v.getNodes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_student_sees_the_path_and_why(int width) {
        Page page = signIn("maya.okafor@northside.example", width);
        assertThat(page.title()).contains("My path");
        assertThat(page.textContent("main")).contains("Mathematics: 6th and 7th grade");
        hasNothingToObjectTo(page);
        page.click("ol.timeline li a");
        assertThat(page.textContent("section.explain")).contains("The rule:");
        hasNothingToObjectTo(page);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_leader_sees_what_one_birthday_hides(int width) {
        Page page = signIn(leader(), width);
        assertThat(page.textContent("main")).contains("different levels");
        hasNothingToObjectTo(page);
        page.navigate("/rules");
        assertThat(page.textContent("main")).contains("In force for the whole district");
        hasNothingToObjectTo(page);
        page.context().close();
    }

    private static String leader() {
        return org.ownpath.northside.Northside.demoAccounts().stream()
                .filter(account ->
                        account.role().toLowerCase(java.util.Locale.ROOT).contains("leader"))
                .findFirst()
                .orElseThrow()
                .signIn();
    }

    @Test
    void a_wrong_password_is_refused_in_words() {
        Page page = signIn("nobody@northside.example", 1280);
        assertThat(page.textContent("main")).contains("do not go together");
        hasNothingToObjectTo(page);
        page.context().close();
    }

    @Test
    void the_path_works_without_scripts() {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setJavaScriptEnabled(false).setBaseURL("http://localhost:" + port));
        Page page = context.newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        page.navigate("/sign-in");
        page.fill("[name=name]", "maya.okafor@northside.example");
        page.fill("[name=password]", "northside");
        page.click("main button[type=submit]");
        assertThat(page.textContent("main")).contains("Ready for now");
        context.close();
    }

    @Test
    void a_family_sees_its_own_child_and_no_other() {
        String family = org.ownpath.northside.Northside.demoAccounts().stream()
                .filter(account -> account.role()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("famil")
                        || account.role().toLowerCase(java.util.Locale.ROOT).contains("guardian"))
                .findFirst()
                .orElseThrow()
                .signIn();
        Page page = signIn(family, 1280);
        assertThat(page.textContent("main")).contains("Maya");
        hasNothingToObjectTo(page);
        String other = viewer("leo.martinez@northside.example").person().toString();
        var answer = page.navigate("/students/" + other);
        assertThat(answer.status()).isEqualTo(403);
        page.context().close();
    }
}
