package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A leader asks whether it works, for whom, and for whom not, and comes to the students behind a figure. */
class OutcomesBrowserTest extends BrowserBase {

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_leader_goes_from_the_picture_to_the_students_behind_it(int width) {
        Page page = signIn("constance.mbekihall@northside.example", width);
        assertThat(page.textContent("main")).contains("The four corners");
        hasNothingToObjectTo(page);
        page.click("text=Below level, and growing a level a year or more");
        assertThat(page.locator("#rows tr").count()).isPositive();
        hasNothingToObjectTo(page);
        page.click("#rows tr >> nth=0 >> a");
        assertThat(page.textContent("main")).contains("From kindergarten to grade 12");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void every_page_of_outcomes_can_be_read_by_everybody(int width) {
        Page page = signIn("constance.mbekihall@northside.example", width);
        for (String tab : new String[] {"/pace", "/groups", "/groups?by=ethnicity", "/graduation", "/spread"}) {
            page.navigate("/outcomes" + tab);
            hasNothingToObjectTo(page);
        }
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_leader_compares_with_batching_and_reads_what_is_assumed(int width) {
        Page page = signIn("constance.mbekihall@northside.example", width);
        page.navigate("/outcomes/batching?subject=Writing");
        assertThat(page.textContent("main")).contains("moved up unready");
        page.click("form[action$=projections] button");
        page.waitForSelector("text=Project again with today's evidence");
        assertThat(page.textContent("main")).contains("What is measured, and what is assumed");
        hasNothingToObjectTo(page);
        page.context().close();
    }
}
