package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

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

    @Test
    void a_framework_is_checked_shown_and_applied() {
        Page page = signIn(REGISTRAR, 1280);
        upload(page, "Pottery.csv", """
                code,subject,level,title,statement,prerequisites
                P.1,Pottery,1,Pinch pot,I can make a bowl from one ball of clay.,
                P.2,Pottery,2,Coil pot,I can build a pot from coils.,P.1
                """);
        assertThat(page.textContent("main")).contains("Coil pot");
        hasNothingToObjectTo(page);
        page.click("main button:has-text(\"Apply\")");
        page.waitForCondition(() -> page.textContent("main").contains("pplied"));
        hasNothingToObjectTo(page);
        page.navigate("/framework");
        assertThat(page.textContent("main")).contains("(for reference)");
    }

    @Test
    void a_cycle_is_shown_as_a_path() {
        Page page = signIn(REGISTRAR, 1280);
        upload(page, "dance.csv", """
                code,subject,level,title,statement,prerequisites
                D.1,Dance,1,Step,I can step to a beat.,D.2
                D.2,Dance,2,Turn,I can turn on a beat.,D.1
                """);
        assertThat(page.textContent("main")).contains("come before themselves", "→");
        hasNothingToObjectTo(page);
    }
}
