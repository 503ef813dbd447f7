package org.ownpath.exchange.xapi.cmi5;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import org.junit.jupiter.api.Test;
import org.ownpath.BrowserBase;
import org.ownpath.NodeProgram;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.pathway.NextStep;
import org.ownpath.pathway.NextSteps;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A package with the public client {@code @xapi/cmi5} from npm is imported, a student goes through it in the browser, and
 * what is next is another. Skipped where there is no node.
 */
class CourseBrowserTest extends BrowserBase {

    private static final NodeProgram LIBRARY = new NodeProgram("node-cmi5", "library.mjs", "@xapi/cmi5");
    private static final String PRIYA = "priya.raman@northside.example";

    @Autowired
    NextSteps nextSteps;

    private Competency ready(Viewer student) {
        return as(student, () -> nextSteps.of(student, StudentId.of(student.person()))).steps().stream()
                .filter(step -> step.kind() == NextStep.Kind.READY)
                .findFirst()
                .orElseThrow()
                .competency()
                .orElseThrow();
    }

    @Test
    void what_a_student_does_in_a_course_changes_what_is_next() throws Exception {
        Competency ready = ready(viewer(PRIYA));
        PaperCourse paper = new PaperCourse("CompletedAndPassed").with("cmi5.js", LIBRARY.run(""));

        Page teacher = signIn("gwen.abernathy@northside.example", 1280);
        teacher.navigate("/courses");
        hasNothingToObjectTo(teacher);
        teacher.setInputFiles("[name=file]", new FilePayload("parts.zip", "application/zip", paper.zip()));
        teacher.click("button:has-text('Import it')");
        assertThat(teacher.textContent("h1")).contains("Parts " + paper.name());
        hasNothingToObjectTo(teacher);
        for (String unit : new String[] {"Halves " + paper.name(), "Thirds " + paper.name()}) {
            teacher.click("a:has-text('Say what it counts for: " + unit + "')");
            hasNothingToObjectTo(teacher);
            teacher.selectOption("#competency", ready.id().toString());
            teacher.click("button:has-text('Next')");
            hasNothingToObjectTo(teacher);
            teacher.click("button:has-text('Put it into the catalogue')");
        }
        assertThat(teacher.textContent("main")).contains("Evidence of: " + ready.title());

        Page own = signIn(PRIYA, 390);
        own.navigate("/plan");
        assertThat(own.textContent("[aria-labelledby=next-h] ul.list")).contains(ready.title());
        for (String unit : new String[] {"Halves " + paper.name(), "Thirds " + paper.name()}) {
            own.navigate("/activities?q=" + paper.name());
            own.click("a:has-text('" + unit + "')");
            Page opened = own.waitForPopup(() -> own.click("text=Open Parts " + paper.name()));
            opened.waitForSelector("#said:not(:empty)");
            assertThat(opened.textContent("#said")).isEqualTo("begun as Normal");
            assertThat(opened.evaluate("window.reached")).isIn("nothing", "0");
            assertThat(opened.evaluate("self.origin")).isEqualTo("null");
            opened.click("#right");
            opened.waitForURL(url -> url.contains("/courses/visits/"));
            assertThat(opened.textContent("main")).contains("Passed, with 100%");
            hasNothingToObjectTo(opened);
            opened.close();
        }
        own.navigate("/plan");
        assertThat(own.textContent("[aria-labelledby=next-h] ul.list")).doesNotContain(ready.title());

        Page leader = signIn("philippa.crane@northside.example", 390);
        leader.navigate("/courses");
        leader.click("text=Parts " + paper.name());
        assertThat(leader.textContent("[aria-labelledby=people-h]")).contains("Priya", "3 of 3", "satisfied");
        hasNothingToObjectTo(leader);
        leader.click("[aria-labelledby=people-h] a");
        hasNothingToObjectTo(leader);
    }
}
