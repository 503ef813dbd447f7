package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** A leader changes design choices: collects, reviews, adopts, goes back; in a real browser, wide and narrow. */
class ChoicesPagesTest extends BrowserBase {

    private static final String LEADER = "constance.mbekihall@northside.example";
    private static final String MAJORITY = "At the level with most of the work";

    @Test
    void a_leader_adopts_a_draft_and_goes_back() {
        Page page = signIn(LEADER, 1280);
        page.navigate("/choices");
        hasNothingToObjectTo(page);
        page.click("text=Structure");
        hasNothingToObjectTo(page);
        putInDraft(page, "structure.working-level", MAJORITY);
        assertThat(page.textContent("main")).contains("It is in your draft");
        page.navigate("/choices/draft");
        assertThat(page.textContent("main")).contains("Now: At every level with something begun");
        assertThat(page.textContent("main")).contains("Then: " + MAJORITY);
        hasNothingToObjectTo(page);
        adopt(page, "One level is easier to talk about");
        assertThat(page.textContent("main")).contains("One level is easier to talk about");
        hasNothingToObjectTo(page);
        page.click("text=Go back to before >> nth=0");
        adopt(page, "We liked it better before");
        page.navigate("/choices?choice=structure");
        assertThat(page.textContent("main")).contains("At every level with something begun");
    }

    @Test
    void a_decision_that_is_still_to_come_is_replaced_on_its_day() {
        Page page = signIn(LEADER, 1280);
        page.navigate("/choices/history");
        page.click("li:has-text('Families asked what a 3 means') >> text=Go back to before");
        assertThat(page.textContent("main")).contains("an earlier decision changes it again");
        assertThat(page.inputValue("#f-from"))
                .isGreaterThan(LocalDate.now(ZoneOffset.UTC).toString());
        page.click("text=Take out");
        assertThat(page.textContent("main")).contains("Nothing is in your draft");
    }

    @Test
    void an_answer_that_is_to_change_says_so_beside_that_of_today() {
        Page page = signIn(LEADER, 390);
        page.navigate("/choices?choice=grading");
        String words = "section[aria-labelledby=grading-level-words-h] .card";
        assertThat(page.textContent(words)).contains("In numbers", "on", "In numbers and words");
        assertThat(page.locator(words + " .badge:has-text('from ')").count()).isEqualTo(1);
        page.navigate("/choices");
        assertThat(page.locator(".card:has-text('Grading') .badge:has-text('changes on')")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void a_rule_for_one_competency_is_part_of_the_same_draft() {
        Page page = signIn(LEADER, 1280);
        page.navigate("/choices?choice=progress");
        page.click("summary:has-text('Change the rule')");
        page.check("input[name=preset] >> nth=0");
        page.selectOption("#scope-rule", "competency");
        page.click("form[action='/choices/draft/rules'] button[type=submit]");
        assertThat(page.textContent("[role=alert]:not([hidden])")).contains("No competency has the code");
        hasNothingToObjectTo(page);
        page.navigate("/choices/draft");
        assertThat(page.textContent("main")).contains("Nothing is in your draft");
    }

    @Test
    void a_draft_begins_with_what_differs_from_a_school_that_many_know() {
        Page page = signIn(LEADER, 390);
        page.navigate("/choices");
        page.click("li:has-text('As in Canvas') >> button");
        assertThat(page.textContent("main"))
                .contains("What differs from today is in your draft", "decaying average", "Then: No");
        hasNothingToObjectTo(page);
        for (int left = page.locator("button:has-text('Take out')").count(); left > 0; left--) {
            page.click("button:has-text('Take out') >> nth=0");
        }
        assertThat(page.textContent("main")).contains("Nothing is in your draft");
        page.navigate("/outcomes/courses");
        hasNothingToObjectTo(page);
    }

    @Test
    void a_file_that_cannot_be_taken_is_refused_in_words() {
        Page page = signIn(LEADER, 1280);
        page.navigate("/choices");
        bring(
                page,
                "{\"format\": \"ownpath design choices 1\", \"settings\": "
                        + "[{\"setting\": \"structure.working-level\", \"scope\": \"district\", \"value\": \"sideways\"}]}");
        assertThat(page.textContent("main")).contains("none of the answers", "after-complete");
    }

    @Test
    void what_one_district_exports_another_takes_into_a_draft() {
        Page northside = signIn(LEADER, 1280);
        String file = northside.request().get("/choices/export").text();
        assertThat(file).contains("ownpath design choices 1");
        Page southfield = signIn(
                "irene.castellan@southfield.example",
                "southfield",
                new com.microsoft.playwright.Browser.NewContextOptions());
        southfield.navigate("/choices");
        bring(southfield, file);
        assertThat(southfield.textContent("main")).contains("in your draft");
    }

    private static void bring(Page page, String json) {
        page.setInputFiles(
                "#f-file", new FilePayload("theirs.json", "application/json", json.getBytes(StandardCharsets.UTF_8)));
        page.click("text=Bring it into my draft");
    }

    private static void putInDraft(Page page, String setting, String answer) {
        String form = "form:has(input[value='" + setting + "'])";
        page.click("details:has(" + form + ") > summary");
        page.check(form + " label:has-text('" + answer + "') input");
        page.click(form + " button[type=submit]");
    }

    private static void adopt(Page page, String reason) {
        page.fill("[name=reason]", reason);
        page.click("form[action='/choices/adoptions'] button[type=submit]");
    }
}
