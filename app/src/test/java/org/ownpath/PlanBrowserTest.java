package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Instant;
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
import org.ownpath.framework.Competency;
import org.ownpath.pathway.Pathway;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** A student's plan, walked in the browser: proposed, agreed, worked on, reached. */
class PlanBrowserTest extends BrowserBase {

    private static final String PRIYA = "priya.raman@northside.example";
    private static final String JOEL = "joel.pruitt@northside.example";

    @Autowired
    Ledger ledger;

    @Autowired
    Pathway pathway;

    private Competency somethingReady(Viewer priya) {
        return as(priya, () -> pathway.of(StudentId.of(priya.person()))).subjects().stream()
                .filter(subject -> subject.subject().equals("Reading"))
                .flatMap(subject -> subject.ready().stream())
                .filter(step -> step.standing().isEmpty())
                .findFirst()
                .orElseThrow()
                .competency();
    }

    private void showsTwice(Viewer joel, StudentId student, Competency competency) {
        for (int day = 2; day > 0; day--) {
            Observation observation = new Observation(
                    PieceId.next(),
                    new Observation.Nature(Form.PERFORMANCE_TASK, Depth.APPLY, Context.GAME, Purpose.SUMMATIVE),
                    joel.person(),
                    Instant.now().minusSeconds(86_400L * day),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(new Observation.Rating(student, competency.id(), Result.rated(4))));
            as(joel, () -> ledger.record(joel, observation));
        }
    }

    @Test
    void a_student_proposes_a_goal_a_teacher_agrees_and_evidence_reaches_it() {
        Viewer priya = viewer(PRIYA);
        Competency wanted = somethingReady(priya);

        Page own = signIn(PRIYA, 390);
        own.navigate("/plan");
        hasNothingToObjectTo(own);
        own.click("text=Set a goal");
        hasNothingToObjectTo(own);
        own.selectOption("#competency", wanted.id().toString());
        own.fill("[name=reason]", "I want to read the book my brother reads.");
        own.click("text=Put it on the plan");
        assertThat(own.textContent("main")).contains("Proposed", "It waits for a teacher's yes");
        hasNothingToObjectTo(own);
        String goal = own.url();

        Page teacher = signIn(JOEL, 1280);
        teacher.navigate("/goals");
        hasNothingToObjectTo(teacher);
        teacher.click("a:has-text('" + wanted.title() + "') >> nth=0");
        teacher.click("text=Say yes to this goal");
        teacher.fill("#words", "Good. Try the story cards at lunch.");
        teacher.click("#talk-h ~ form button");
        assertThat(teacher.textContent("main")).contains("Agreed on", "story cards at lunch");
        hasNothingToObjectTo(teacher);

        own.navigate("/activities?q=story+cards");
        hasNothingToObjectTo(own);
        own.click("a:has-text('Story cards')");
        own.selectOption("select[name=goal]", goal.substring(goal.lastIndexOf('/') + 1));
        hasNothingToObjectTo(own);
        own.click("text=Choose it");
        own.click("#activities summary:has-text('Story cards')");
        own.fill("#activities li:has-text('Story cards') textarea", "An obstacle makes it a story.");
        own.click("text=It is done");
        assertThat(own.textContent("#activities")).contains("Done (");
        hasNothingToObjectTo(own);

        showsTwice(viewer(JOEL), StudentId.of(priya.person()), wanted);
        own.navigate(goal);
        assertThat(own.textContent("main")).contains("Reached on", "You have shown everything");
        hasNothingToObjectTo(own);
        own.navigate("/plan");
        assertThat(own.textContent("#reached-h ~ ul")).contains(wanted.title());
    }

    @Test
    void a_familys_and_a_teachers_pages_of_plans_can_be_read_by_everybody() {
        Page family = signIn("nneka.okafor@northside.example", 390);
        family.click("li.card:has-text('Maya Okafor') >> text=Plan");
        assertThat(family.textContent("main")).contains("Plan of Maya", "all of the 6th grade");
        hasNothingToObjectTo(family);
        family.click("text=all of the 6th grade");
        assertThat(family.textContent("main")).contains("We doubled the soup");
        hasNothingToObjectTo(family);
        Page teacher = signIn("gwen.abernathy@northside.example", 1280);
        teacher.navigate("/activities");
        hasNothingToObjectTo(teacher);
        teacher.navigate("/activities?q=recipe");
        hasNothingToObjectTo(teacher);
        teacher.click("a:has-text('Recipe race')");
        hasNothingToObjectTo(teacher);
        teacher.click("text=Change it");
        hasNothingToObjectTo(teacher);
    }
}
