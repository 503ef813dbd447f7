package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.question.Pictures;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.springframework.beans.factory.annotation.Autowired;

/** Taking a test, and giving one, in a real browser. */
class TestingBrowserTest extends BrowserBase {

    @Autowired
    Frameworks frameworks;

    /** From the page of a competency, as a student finds it. */
    private void begin(Page page, String student) {
        Viewer viewer = viewer(student);
        CompetencyId fractions = Objects.requireNonNull(
                as(viewer, () -> frameworks.curriculum().byName().get("MA.5.FRACADD")));
        page.navigate("/students/" + viewer.person() + "/competencies/" + fractions);
        page.click("form[action='/tests/attempts'] button");
        page.waitForSelector("form[data-answer]");
    }

    private static void answerWithoutKnowing(Page page) {
        String before = page.textContent("h1");
        page.click("button[name=skip]");
        page.waitForFunction("before => document.querySelector('h1').textContent !== before", before);
    }

    @Test
    void a_student_takes_a_test_to_its_end_and_sees_what_it_showed() {
        String student = "noah.whitfield@northside.example";
        Page page = signIn(student, 390);
        page.navigate("/tests");
        hasNothingToObjectTo(page);
        begin(page, student);
        for (int i = 0; i < 3; i++) {
            hasNothingToObjectTo(page);
            answerWithoutKnowing(page);
        }
        assertThat(page.textContent("[data-saving]")).contains("Saved: 3 answers");
        page.reload();
        assertThat(page.textContent("[data-saving]")).contains("Saved: 3 answers");
        assertThat(page.content()).doesNotContain("rightAnswer", "\"key\"", "data-key");
        while (!page.url().endsWith("/report")) {
            answerWithoutKnowing(page);
        }
        assertThat(page.textContent("main")).contains("Another try", "You can try again from");
        hasNothingToObjectTo(page);
    }

    @Test
    void without_a_connection_the_page_says_so_keeps_the_answer_and_sends_it_later() {
        Page page = signIn("tomasz.zielinski@northside.example", 390);
        begin(page, "tomasz.zielinski@northside.example");
        page.route("**/answers", Route::abort);
        page.click("button[name=skip]");
        page.waitForFunction("() => document.querySelector('[data-saving]').textContent.includes('No connection')");
        page.unroute("**/answers");
        page.waitForFunction("() => document.querySelector('[data-saving]').textContent.includes('Saved: 1 answer')");
        assertThat(page.textContent("h1")).contains("Question 2");
    }

    @Test
    void a_test_works_without_scripts() {
        Page page = signInWithoutScripts("elijah.brooks@northside.example");
        begin(page, "elijah.brooks@northside.example");
        page.locator("form[data-answer] button").first().click();
        assertThat(page.textContent("main")).contains("Nothing is chosen or typed yet");
        page.click("button[name=skip]");
        assertThat(page.textContent("h1")).contains("Question 2");
        page.click("text=Stop here and end the test");
        page.click("button:has-text('End the test')");
        assertThat(page.textContent("main")).contains("Too little is answered");
    }

    @Test
    void a_teacher_writes_a_question_and_offers_a_test() {
        Page page = signIn("gwen.abernathy@northside.example", 1280);
        page.navigate("/banks");
        hasNothingToObjectTo(page);
        page.click("text=Mathematics, grades 4 to 8");
        hasNothingToObjectTo(page);
        String bank = page.url();
        for (String kind :
                List.of("choice", "multiple", "text", "inline", "match", "order", "hottext", "hotspot", "extended")) {
            page.navigate(bank + "/items/new?kind=" + kind);
            hasNothingToObjectTo(page);
        }
        page.navigate(bank + "/items/new?kind=choice");
        page.fill("[name=label]", "Two halves");
        page.selectOption("[name=competency]", new SelectOption().setIndex(3));
        page.fill("[name=prompt]", "How much is `1/2 + 1/2`?");
        page.fill("[name=answers]", "*1\n2");
        page.click("button[name=preview]");
        assertThat(page.innerHTML("#question")).contains("<mfrac>");
        hasNothingToObjectTo(page);
        page.click("text=Keep as a draft");
        assertThat(page.textContent("main")).contains("kept as a draft");
        page.click("button:has-text('Put it into tests')");
        assertThat(page.textContent("main")).contains("is in tests from now on");
        page.click("text=Offer a test");
        hasNothingToObjectTo(page);
        page.fill("[name=title]", "Fractions and more");
        page.locator("[name=competencies]").nth(1).check();
        page.click("text=Offer it");
        assertThat(page.textContent("main")).contains("0 of");
        hasNothingToObjectTo(page);
        page.navigate("/banks");
        page.click("text=Equations, all the same");
        assertThat(page.textContent("main")).contains("To be scored");
        hasNothingToObjectTo(page);
    }

    @Test
    void what_a_student_needs_is_kept_for_every_test() {
        Page page = signIn("gwen.abernathy@northside.example", 390);
        page.navigate("/students");
        page.locator("a[href^='/students/']").first().click();
        page.click("text=Needs in tests");
        page.fill("[name=extraTime]", "a lot");
        page.click("text=Keep");
        assertThat(page.textContent("main")).contains("Extra time 'a lot' cannot be given");
        page.fill("[name=extraTime]", "25");
        page.click("text=Keep");
        assertThat(page.textContent("main")).contains("It holds in every test");
        hasNothingToObjectTo(page);
    }

    @Test
    void a_teacher_puts_places_on_a_picture() {
        Page page = signIn("gwen.abernathy@northside.example", 1280);
        page.navigate("/banks");
        page.click("text=Fair tests");
        page.waitForURL("**/banks/*");
        page.navigate(page.url() + "/items/new?kind=hotspot");
        page.fill("[name=label]", "Where the crack is");
        page.selectOption("[name=competency]", new SelectOption().setIndex(1));
        page.fill("[name=prompt]", "Which place is wet?");
        page.setInputFiles("[name=file]", new FilePayload("pots.png", "image/png", Pictures.png(320, 160)));
        page.fill("[name=shows]", "A wall");
        page.click("button[name=preview]");
        assertThat(page.textContent("main")).contains("The picture has 0 places", "320 wide and 160 high");
        page.locator(".scene svg").click(new Locator.ClickOptions().setPosition(40, 40));
        page.keyboard().type("by the window");
        page.locator(".scene svg").click(new Locator.ClickOptions().setPosition(200, 60));
        assertThat(page.inputValue("[name=answers]")).matches("(?s)circle \\d+,\\d+,20: by the window\ncircle .*");
        page.fill("[name=answers]", "*" + page.inputValue("[name=answers]"));
        page.click("text=Keep as a draft");
        assertThat(page.textContent("main")).contains("kept as a draft");
        assertThat(page.textContent(".scene")).contains("Place 1: by the window");
        hasNothingToObjectTo(page);
    }

    @Test
    void a_student_chooses_places_on_a_picture_by_touch_and_by_key() {
        Page gwen = signIn("gwen.abernathy@northside.example", 1280);
        gwen.navigate("/banks");
        gwen.click("text=Fair tests");
        gwen.click("text=Offer a test");
        gwen.fill("[name=title]", "Two pots");
        gwen.check("[name=form][value=fixed]");
        gwen.selectOption("#group", new SelectOption().setLabel("Mathematics Lab 6-7 A"));
        gwen.click("summary:has-text('the same for all')");
        gwen.check("label:has-text('Two pots to compare') input");
        gwen.click("text=Offer it");
        assertThat(gwen.textContent("main")).contains("0 of");

        Page maya = signIn("maya.okafor@northside.example", 390);
        maya.navigate("/tests");
        maya.click("li:has-text('Two pots') button");
        Locator chosen = maya.locator(".scene .spot.chosen");
        maya.locator("[data-spot='2']").click();
        maya.focus("[name='a.spots'][value='3']");
        maya.keyboard().press("Space");
        assertThat(chosen.count()).isEqualTo(2);
        assertThat(maya.isChecked("[name='a.spots'][value='2']")).isTrue();
        maya.locator("[data-spot='2']").click();
        assertThat(chosen.count()).isEqualTo(1);
        assertThat(maya.content()).doesNotContain("rightAnswer", "\"keys\"", "data-key");
        hasNothingToObjectTo(maya);
        maya.click("text=Save and go on");
        maya.waitForURL("**/report");
        assertThat(maya.textContent("main")).contains("What you showed");
    }
}
