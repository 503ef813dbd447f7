package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An administrator takes a framework in, in a browser. */
class ImportPagesTest extends BrowserBase {

    private static final String REGISTRAR = "philippa.crane@northside.example";

    private static void upload(Page page, String name, String content) {
        page.navigate("/imports");
        hasNothingToObjectTo(page);
        page.setInputFiles(
                "input[type=file]", new FilePayload(name, "text/csv", content.getBytes(StandardCharsets.UTF_8)));
        page.click("main form button[type=submit]");
        page.waitForURL(url -> url.matches(".*/imports/[0-9a-f-]+"));
        page.waitForCondition(() -> page.locator("[hx-trigger]").count() == 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_framework_is_checked_shown_and_applied(int width) {
        Page page = signIn(REGISTRAR, width);
        String title = "Pottery " + width;
        upload(page, title + ".csv", """
                code,subject,level,title,statement,prerequisites
                P.1.%1$d,Pottery,1,Pinch pot,I can make a bowl from one ball of clay.,
                P.2.%1$d,Pottery,2,Coil pot,I can build a pot from coils.,P.1.%1$d
                """.formatted(width));
        assertThat(page.textContent("main")).contains("Coil pot");
        hasNothingToObjectTo(page);
        page.click("main button:has-text(\"Apply\")");
        page.waitForCondition(() -> page.textContent("main").contains("pplied"));
        hasNothingToObjectTo(page);
        page.navigate("/framework");
        assertThat(page.textContent("main")).contains("(for reference)");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_cycle_is_shown_as_a_path(int width) {
        Page page = signIn(REGISTRAR, width);
        upload(page, "dance.csv", """
                code,subject,level,title,statement,prerequisites
                D.1,Dance,1,Step,I can step to a beat.,D.2
                D.2,Dance,2,Turn,I can turn on a beat.,D.1
                """);
        assertThat(page.textContent("main")).contains("come before themselves", "→");
        hasNothingToObjectTo(page);
        page.context().close();
    }
}
