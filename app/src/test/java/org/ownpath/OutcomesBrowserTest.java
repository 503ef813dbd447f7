package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** A leader asks whether it works, for whom, and for whom not, and comes to the students behind a figure. */
class OutcomesBrowserTest extends BrowserBase {

    @Test
    void a_leader_goes_from_the_picture_to_the_students_behind_it() {
        Page page = signIn("constance.mbekihall@northside.example", 1280);
        assertThat(page.textContent("main")).contains("The four corners");
        hasNothingToObjectTo(page);
        page.click("text=Below level, and growing a level a year or more");
        assertThat(page.locator("#rows tr").count()).isPositive();
        hasNothingToObjectTo(page);
        page.click("#rows tr >> nth=0 >> a");
        assertThat(page.textContent("main")).contains("From kindergarten to grade 12");
    }

    @Test
    void every_page_of_outcomes_can_be_read_by_everybody() {
        Page page = signIn("constance.mbekihall@northside.example", 1280);
        for (String tab : new String[] {"/pace", "/groups", "/groups?by=ethnicity", "/graduation", "/spread"}) {
            page.navigate("/outcomes" + tab);
            hasNothingToObjectTo(page);
        }
    }

    @Test
    void a_leader_compares_with_batching_and_reads_what_is_assumed() {
        Page page = signIn("constance.mbekihall@northside.example", 1280);
        page.navigate("/outcomes/batching?subject=Writing");
        assertThat(page.textContent("main")).contains("moved up unready");
        page.click("form[action$=projections] button");
        page.waitForSelector("text=Project again with today's evidence");
        assertThat(page.textContent("main")).contains("What is measured, and what is assumed");
        hasNothingToObjectTo(page);
    }
}
