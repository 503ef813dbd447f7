package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test of pages in a real browser on the seed school. */
@Tag("browser")
public abstract class BrowserBase extends SchoolTest {

    /** A busy machine is no failure. */
    private static final double PATIENCE_MILLIS = 180_000;

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    private int port;

    @BeforeAll
    static void open() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-background-networking",
                                "--disable-gpu",
                                "--use-fake-device-for-media-stream",
                                "--use-fake-ui-for-media-stream")));
    }

    @AfterAll
    static void close() {
        browser.close();
        playwright.close();
    }

    /** A page of somebody of Northside who has signed in. */
    protected Page signIn(String name, int width) {
        return signIn(name, "northside", new Browser.NewContextOptions().setViewportSize(width, 900));
    }

    /** A page without scripts of somebody of Northside who has signed in. */
    protected Page signInWithoutScripts(String name) {
        return signIn(name, "northside", new Browser.NewContextOptions().setJavaScriptEnabled(false));
    }

    /** A page of somebody who has not signed in. */
    protected Page open(Browser.NewContextOptions options) {
        Page page = browser.newContext(options.setBaseURL("http://localhost:" + port))
                .newPage();
        page.setDefaultTimeout(PATIENCE_MILLIS);
        page.setDefaultNavigationTimeout(PATIENCE_MILLIS);
        return page;
    }

    /** A page of somebody after the door has answered them: the test that goes on at once finds nobody half signed in. */
    protected Page signIn(String name, String password, Browser.NewContextOptions options) {
        Page page = open(options);
        page.navigate("/sign-in");
        page.fill("[name=name]", name);
        page.fill("[name=password]", password);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.endsWith("/sign-in"));
        return page;
    }

    /** Fails with whatever axe objects to, and when the page is wider than the window. */
    protected static void hasNothingToObjectTo(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                .as("how far the page stands out of the window")
                .isEqualTo(0);
        List<Rule> violations = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations();
        assertThat(violations).extracting(v -> v.getId() + ": " + v.getNodes()).isEmpty();
    }
}
