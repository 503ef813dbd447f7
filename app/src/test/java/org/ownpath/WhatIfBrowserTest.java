package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A leader sees what another rule would change, for whom and why, and takes it into the draft. */
class WhatIfBrowserTest extends BrowserBase {

    @Test
    void a_leader_goes_from_the_question_to_the_students_and_their_reasons_and_to_the_draft() {
        Page page = signIn("constance.mbekihall@northside.example", 1280);
        page.navigate("/what-if");
        hasNothingToObjectTo(page);
        page.selectOption("#base", "today");
        page.locator("details:has([name=threshold])").evaluate("details => details.open = true");
        page.fill("[name=threshold]", "4");
        page.click("text=See what would change");
        page.waitForSelector("text=How much stands mastered");
        assertThat(page.textContent("main")).contains("would fall", "Nothing has changed yet");
        hasNothingToObjectTo(page);
        String answer = page.url();

        page.navigate(answer + "/students?move=falls");
        hasNothingToObjectTo(page);
        page.click("main a[href*='/students/'] >> nth=0");
        page.click("main a[href*='/competencies/'] >> nth=0");
        assertThat(page.textContent("main")).contains("has");
        hasNothingToObjectTo(page);

        page.navigate(answer);
        page.click("form[action$='/draft'] button");
        assertThat(page.url()).endsWith("/choices/draft");
    }
}
