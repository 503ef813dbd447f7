package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.pathway.Pathway;
import org.ownpath.pathway.SubjectPath;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.support.Signals;
import org.springframework.beans.factory.annotation.Autowired;

/** The loop of support, walked in the browser: noticed, planned, grouped, checked again, closed, and on. */
class SupportLoopTest extends BrowserBase {

    private static final String GWEN = "gwen.abernathy@northside.example";
    private static final String LAB = "Mathematics Lab 6-7 A";

    @Autowired
    Ledger ledger;

    @Autowired
    Pathway pathway;

    @Autowired
    Roster roster;

    @Autowired
    Signals signals;

    /** A student and something they are ready for and have never shown. */
    private record Case(Person student, Competency competency, StudyGroup lab) {}

    private Case somebody(Viewer gwen) {
        return as(gwen, () -> {
            StudyGroup lab = roster.groupsTaughtBy(gwen.person()).stream()
                    .filter(group -> group.name().equals(LAB))
                    .findFirst()
                    .orElseThrow();
            for (Person student : roster.studentsOf(lab.id())) {
                Optional<Competency> fresh = pathway.of(student.student()).subjects().stream()
                        .filter(path -> path.subject().equals("Mathematics"))
                        .flatMap(path -> path.ready().stream())
                        .filter(step -> step.standing().isEmpty())
                        .map(SubjectPath.Step::competency)
                        .findFirst();
                if (fresh.isPresent() && !student.givenName().equals("Maya")) {
                    return new Case(student, fresh.get(), lab);
                }
            }
            throw new AssertionError("Nobody in " + LAB + " is ready for anything");
        });
    }

    private void shows(Viewer gwen, Case about, double rating, Instant at) {
        Observation observation = new Observation(
                PieceId.next(),
                new Observation.Nature(Form.PERFORMANCE_TASK, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                gwen.person(),
                at,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Observation.Rating(
                        about.student().student(), about.competency().id(), Result.rated(rating))));
        assertThat(as(gwen, () -> ledger.record(gwen, observation))).isInstanceOf(Outcome.Stored.class);
    }

    @Test
    void a_student_gets_stuck_is_helped_and_advances() {
        Viewer gwen = viewer(GWEN);
        Case about = somebody(gwen);
        String name = about.student().fullName();
        String title = about.competency().title();
        // whoever is looked at for the first time is no news
        as(gwen, () -> signals.of(List.of(about.student().student())));
        for (int week = 5; week > 0; week--) {
            shows(gwen, about, 1, Instant.now().minus(3L * week, ChronoUnit.DAYS));
        }

        as(gwen, () -> signals.of(List.of(about.student().student())));

        // told the same day, by a notice that leads to the reason
        Page page = signIn(GWEN, 1280);
        page.click("a[href='/notices']");
        page.locator(".notice-new", new Page.LocatorOptions().setHasText(name + " may be stuck in Mathematics"))
                .locator("button")
                .click();
        page.waitForURL("**/today?show=all#need-" + about.student().id());
        var card = page.locator("li.need").filter(new Locator.FilterOptions().setHasText(name));
        assertThat(card.textContent()).contains("Stuck", title, "no better than those before");

        // planned, from that card
        card.locator("a", new Locator.LocatorOptions().setHasText("Plan support"))
                .click();
        assertThat(page.textContent("h1")).contains(name);
        hasNothingToObjectTo(page);
        page.check("input[name=kind][value=small_group]");
        page.fill("[name=steps]", "Draw it first\nExplain one example aloud");
        page.click("text=Open the plan");
        assertThat(page.textContent("main")).contains("So far: Not checked again", "Draw it first");
        String plan = page.url();
        hasNothingToObjectTo(page);
        page.fill("[name=note]", "Drew it together");
        page.click("text=Add the session");
        assertThat(page.textContent("ol.timeline")).contains("30 minutes, present", "Drew it together");
        page.navigate("/today?show=all");
        assertThat(page.textContent("main")).doesNotContain(name);

        // grouped
        page.navigate("/grouping/new?group=" + about.lab().id() + "&subject=Mathematics");
        hasNothingToObjectTo(page);
        page.fill("[name=title]", "Second chances");
        page.fill("[name=from]", "13:15");
        page.fill("[name=to]", "14:00");
        page.click("button:has-text('Propose groups')");
        assertThat(page.locator("section.card", new Page.LocatorOptions().setHasText(name))
                        .count())
                .isEqualTo(1);
        hasNothingToObjectTo(page);
        String moved = page.locator("section.card:not(.quiet) select:not([name='s."
                        + about.student().id() + "'])")
                .first()
                .getAttribute("name");
        page.selectOption("select[name='" + moved + "']", "none");
        page.click("text=Publish");
        assertThat(page.locator("select[name='" + moved + "']").count()).isZero();
        page.selectOption("select[name='s." + about.student().id() + "']", "present");
        page.click("text=Keep the attendance");
        assertThat(page.inputValue("select[name='s." + about.student().id() + "']"))
                .isEqualTo("present");

        // checked again, from the plan and once more, and closed by what the evidence says
        page.navigate(plan);
        page.click("text=Check again");
        hasNothingToObjectTo(page);
        page.click("[data-rate-row] label:has(input[value='3'])");
        page.click("main button:has-text('Record')");
        assertThat(page.textContent("#notice")).contains("Recorded for 1 student.");
        shows(gwen, about, 4, Instant.now());
        page.navigate(plan);
        assertThat(page.textContent("main")).contains("So far: Mastered", "2 pieces");
        page.fill("[name=why]", "Explains it to others now");
        page.click("text=Close the plan");
        page.waitForLoadState(LoadState.LOAD);
        assertThat(page.textContent("main")).contains("How it ended: Mastered", "Explains it to others now");
        page.navigate("/support/outcomes");
        assertThat(page.textContent("main")).contains("Small group");
        hasNothingToObjectTo(page);

        assertThat(as(gwen, () -> pathway.of(about.student().student())).subjects().stream()
                        .flatMap(path -> path.steps().stream())
                        .filter(step -> step.competency().equals(about.competency())))
                .allMatch(SubjectPath.Step::mastered);

        // the student is told, has moved on, and reads it in plain words with the last word
        Page own = signIn(about.student().email().orElseThrow(), 390);
        own.navigate("/notices");
        assertThat(own.textContent("main")).contains("You have mastered something in Mathematics: " + title);
        own.navigate("/students/" + about.student().id() + "/map?subject=Mathematics");
        hasNothingToObjectTo(own);
        assertThat(own.locator("[aria-labelledby=ring-NOW] tbody th").allTextContents())
                .isNotEmpty()
                .doesNotContain(title);
        own.navigate("/path");
        own.click("text=Mathematics: small group");
        assertThat(own.textContent("main")).contains("How it ended: Mastered");
        own.fill("[name=words]", "Drawing it helped me most.");
        own.click("main button:has-text('Add')");
        assertThat(own.textContent("blockquote")).contains("Drawing it helped me most.");
        hasNothingToObjectTo(own);
    }

    @Test
    void a_teachers_and_a_leaders_pages_of_support_can_be_read_by_everybody() {
        Page page = signIn("xochitl.barragan@northside.example", 1280);
        hasNothingToObjectTo(page);
        page.locator("li.need details:not(.menu) summary").first().click();
        page.locator("li.need details.menu summary").first().click();
        hasNothingToObjectTo(page);
        for (String path :
                List.of("/support", "/support/outcomes", "/support/outcomes?by=noticed&kind=tutoring", "/grouping")) {
            page.navigate(path);
            hasNothingToObjectTo(page);
        }
        Page leader = signIn("constance.mbekihall@northside.example", 1280);
        leader.navigate("/signals");
        assertThat(leader.textContent("main")).contains("All students");
        hasNothingToObjectTo(leader);
    }

    @Test
    void who_is_ready_is_asked_with_one_click_finds_it_and_is_off_the_list_meanwhile() {
        Page page = signIn("idris.camara@northside.example", 1280);
        page.navigate("/today?show=all");
        page.locator("main details:has(li.need) > summary").all().forEach(Locator::click);
        Locator card = page.locator(
                        "li.need", new Page.LocatorOptions().setHas(page.locator("button:has-text('Ask to show it')")))
                .first();
        PersonId ready = PersonId.of(card.getAttribute("id").substring("need-".length()));
        card.locator("button:has-text('Ask to show it')").click();
        assertThat(page.textContent("#notice")).contains("Asked.");
        assertThat(page.textContent("main")).contains("Asked to show");
        hasNothingToObjectTo(page);
        Page student = signIn(
                as(viewer(GWEN), () -> roster.person(ready))
                        .orElseThrow()
                        .email()
                        .orElseThrow(),
                390);
        student.navigate("/notices");
        student.locator(".notice-new", new Page.LocatorOptions().setHasText("You are asked to show something"))
                .locator("button")
                .click();
        student.waitForURL("**/show/*");
        assertThat(student.textContent("main")).contains("Show");
    }

    @Test
    void a_student_is_set_aside_and_brought_back_without_scripts() {
        Page page = signInWithoutScripts("joel.pruitt@northside.example");
        String name = page.locator("li.need h2").first().textContent();
        page.locator("li.need details.menu summary").first().click();
        page.locator("li.need [name=reason]").first().fill("At a tournament this week");
        page.locator("li.need button:has-text('Set aside')").first().click();
        assertThat(page.textContent("main")).contains("At a tournament this week");
        page.click("text=Bring back");
        assertThat(page.locator("ol.needs").textContent()).contains(name);
    }
}
