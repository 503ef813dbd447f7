package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ViewportSize;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test of pages in a real browser on the seed school. */
@Tag("browser")
public abstract class BrowserBase extends SchoolTest {

    /** A busy machine is no failure. */
    private static final double PATIENCE_MILLIS = 180_000;

    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    private static final String AXE = AxeBuilder.getAxeScript();
    private static final String OBJECTIONS = """
            async () => {
                const found = await axe.run(document, {
                    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
                    resultTypes: ['violations'],
                    iframes: false});
                return found.violations.map(v => v.id + ': ' + v.nodes.map(node => node.html).join(' '));
            }""";

    /** One for all such tests: starting it takes longer than many a test. */
    private static final Browser BROWSER = started();

    @LocalServerPort
    private int port;

    private static Browser started() {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        SpringApplication.getShutdownHandlers().add(playwright::close);
        return playwright
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

    @AfterEach
    void everybody_leaves() {
        BROWSER.contexts().forEach(BrowserContext::close);
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
        Page page = BROWSER.newContext(options.setBaseURL("http://localhost:" + port))
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

    /**
     * Fails with whatever axe objects to, and when the page stands out of the window, on a desk and on a telephone; so a
     * test goes its way once, at the width that suits whoever goes it, and everything it sees is looked at in both. What
     * others wrote into a frame of the page is not looked at.
     */
    protected static void hasNothingToObjectTo(Page page) {
        ViewportSize own = page.viewportSize();
        page.evaluate(AXE);
        for (int width : List.of(WIDE, NARROW)) {
            page.setViewportSize(width, own.height);
            assertThat(page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))
                    .as("how far %s stands out of a window %d wide", page.url(), width)
                    .isEqualTo(0);
            assertThat(page.evaluate(OBJECTIONS))
                    .as("what axe objects to on %s, %d wide", page.url(), width)
                    .isEqualTo(List.of());
        }
        page.setViewportSize(own.width, own.height);
    }
}
