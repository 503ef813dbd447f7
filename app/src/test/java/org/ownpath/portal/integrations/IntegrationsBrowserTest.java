package org.ownpath.portal.integrations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.ownpath.BrowserBase;

/** An administrator connects other systems, and everything that is connected says so on one page. */
class IntegrationsBrowserTest extends BrowserBase {

    private static final String PHILIPPA = "philippa.crane@northside.example";

    private static void keep(Page page) {
        hasNothingToObjectTo(page);
        page.click("main form:not([method=get]) .form-actions button");
        assertThat(page.locator("main .alert.error:visible").count())
                .as(page.innerText("main"))
                .isZero();
        hasNothingToObjectTo(page);
    }

    @Test
    void what_is_connected_stands_on_one_page_with_how_it_goes() {
        Page office = signIn(PHILIPPA, 1280);
        office.waitForURL("**/imports");

        office.navigate("/integrations/systems/new");
        office.fill("[name=name]", "The office's system");
        office.fill("[name=root]", "http://localhost:9");
        office.fill("[name=token]", "http://localhost:9/token");
        office.fill("[name=client]", "ownpath");
        office.fill("[name=secret]", "a secret of this test");
        keep(office);

        office.navigate("/integrations/webhooks/new");
        office.fill("[name=address]", "http://localhost:9/hook");
        office.check("[name=events] >> nth=0");
        keep(office);

        office.navigate("/integrations/platforms/new");
        office.fill("[name=name]", "The district's LMS");
        office.fill("[name=issuer]", "https://lms.example.org");
        office.fill("[name=client]", "ownpath");
        office.fill("[name=authorization]", "https://lms.example.org/authorize");
        office.fill("[name=token]", "https://lms.example.org/token");
        office.fill("[name=keys]", "https://lms.example.org/keys");
        keep(office);

        office.navigate("/integrations");
        assertThat(office.textContent("main")).contains("The office's system", "localhost", "The district's LMS");
        hasNothingToObjectTo(office);
        office.click("a:has-text(\"The office's system\")");
        hasNothingToObjectTo(office);
        office.navigate("/integrations/frameworks");
        hasNothingToObjectTo(office);

        office.navigate("/framework");
        office.locator("#rows summary").first().click();
        office.locator("a[href^='/framework/competencies/']").first().click();
        assertThat(office.textContent("main")).contains("In your learning management system", "/launch/competencies/");
        hasNothingToObjectTo(office);
    }
}
