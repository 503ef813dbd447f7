package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Criterion;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.Rubric;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.TaskDraft;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.When;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.beans.factory.annotation.Autowired;

/** Asking, answering, handing in, scoring, trying again and looking back, in a real browser. */
class AssessmentBrowserTest extends BrowserBase {

    private static final String MAYA = "maya.okafor@northside.example";
    private static final String GWEN = "gwen.abernathy@northside.example";

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    OutsideAssessors outside;

    @Autowired
    Scoring scoring;

    @Autowired
    Requests requests;

    @Autowired
    Tasks tasks;

    @Autowired
    Roster roster;

    @Autowired
    Frameworks frameworks;

    @Test
    void a_student_asks_a_teacher_answers_the_student_hands_in_and_reads_what_was_shown() {
        Page maya = signIn(MAYA, 390);
        maya.navigate("/show");
        hasNothingToObjectTo(maya);
        maya.click("text=Show what you know");
        hasNothingToObjectTo(maya);
        maya.click("text=Tell what, where and when");
        hasNothingToObjectTo(maya);
        maya.goBack();
        maya.check("input[name=way][value=project]");
        maya.click("button:text-is('Ask')");
        assertThat(maya.textContent("[role=alert] li")).contains("What will you make");
        assertThat(maya.isChecked("input[name=way][value=project]")).isTrue();
        hasNothingToObjectTo(maya);
        maya.fill("[name=note]", "A model of it, with a talk");
        maya.click("button:text-is('Ask')");
        maya.waitForURL(Pattern.compile(".*/demonstrations/.*"));
        assertThat(maya.textContent("main")).contains("waiting for an answer", "A model of it");
        hasNothingToObjectTo(maya);
        String path = java.net.URI.create(maya.url()).getPath();
        Page teacher = assessor(path);
        teacher.navigate(path);
        hasNothingToObjectTo(teacher);
        teacher.check("input[name=move][value=accepted]");
        teacher.waitForResponse("**/moves", () -> teacher.click("button:text-is('Answer')"));
        maya.navigate(path);
        maya.fill("[name=body]", "My model has **four** parts.\n- one\n- two");
        maya.click("button:has-text('Hand in')");
        assertThat(maya.textContent("main")).contains("waiting to be scored");
        maya.click("summary:has-text('Where do you see your work?')");
        maya.check("input[name='c.1'][value='3']", new Page.CheckOptions().setForce(true));
        maya.click("button:has-text('Keep what I say')");
        hasNothingToObjectTo(maya);
        teacher.navigate(path + "/score");
        hasNothingToObjectTo(teacher);
        recordAVoice(teacher);
        hasNothingToObjectTo(teacher);
        teacher.check("input[name='c.1'][value='2']", new Page.CheckOptions().setForce(true));
        teacher.locator("main form button[type=submit]").last().click();
        teacher.waitForURL(Pattern.compile(".*(/assess|/score\\?by=task)$"));
        maya.navigate(path);
        assertThat(maya.textContent("main")).contains("What you showed", "This time: 2", "Try again", "you said this");
        String spoken = maya.getAttribute("audio", "src");
        assertThat(maya.request().get(spoken).headers()).containsEntry("content-type", "audio/webm");
        hasNothingToObjectTo(maya);
        maya.navigate("/show");
        assertThat(maya.textContent("main")).contains("Worth another try");
        hasNothingToObjectTo(maya);
        maya.click("text=Try again");
        assertThat(maya.textContent("main")).contains("Another try", "Since the last try");
        hasNothingToObjectTo(maya);
    }

    private static void recordAVoice(Page page) {
        page.click("button:has-text('Record my voice')");
        page.click("button:has-text('Stop recording')");
        page.waitForSelector("audio[data-voice-play]");
        assertThat(page.textContent("[data-voice-words]")).contains("Recorded");
        assertThat(page.evaluate("document.querySelector('#f-file').files[0].size"))
                .isNotEqualTo(0);
    }

    private Page assessor(String path) {
        Viewer maya = viewer(MAYA);
        return as(maya, () -> {
            Demonstration asked = demonstrations.ofStudent(maya, StudentId.of(maya.person())).stream()
                    .filter(d -> path.endsWith(d.id().toString()))
                    .findFirst()
                    .orElseThrow();
            return signIn(
                    accounts.of(List.of(asked.assessor())).get(asked.assessor()).signInName(), 1280);
        });
    }

    @Test
    void a_teacher_scores_one_after_the_other_without_touching_the_mouse() {
        Page gwen = signIn(GWEN, 1280);
        gwen.navigate("/assess");
        hasNothingToObjectTo(gwen);
        gwen.click("text=Score 6");
        gwen.waitForLoadState();
        String first = gwen.textContent("h1");
        int keys = 0;
        for (String key : List.of("3", "3", "n", "Enter")) {
            gwen.keyboard().press(key);
            keys++;
        }
        gwen.waitForFunction("name => document.querySelector('h1').textContent !== name", first);
        assertThat(keys).isEqualTo(4);
        assertThat(gwen.textContent("#notice")).contains("Scored: " + first);
        assertThat(gwen.evaluate("document.activeElement.name")).isEqualTo("c.1");
        gwen.navigate("/assess/checks");
        gwen.click("main .list button:has-text('Begin')");
        gwen.waitForURL(Pattern.compile(".*/score\\?by=checks$"));
        gwen.keyboard().press("3");
        gwen.keyboard().press("Enter");
        gwen.waitForURL(Pattern.compile(".*/assess/checks$"));
    }

    @Test
    void a_slip_is_taken_back_by_one_key_also_in_the_last_mark() {
        Page gwen = signIn(GWEN, 1280);
        gwen.navigate("/assess");
        gwen.click("main a:has-text('Score ')");
        gwen.waitForLoadState();
        int criteria = gwen.locator("[data-rate-row]").count();
        for (int marked = 0; marked < criteria; marked++) {
            gwen.keyboard().press("2");
        }
        assertThat(gwen.evaluate("document.activeElement.type")).isEqualTo("submit");
        for (int left = criteria - 1; left >= 0; left--) {
            gwen.keyboard().press("Backspace");
            assertThat(gwen.textContent("#done")).isEqualTo(left + " of " + criteria + " marked");
            assertThat(gwen.evaluate("document.activeElement.name")).isEqualTo("c." + (left + 1));
        }
    }

    @Test
    void thirty_works_are_scored_by_four_keys_each_without_touching_the_mouse() {
        String heading = "Thirty at a time";
        handInThirty(heading);
        Page gwen = signIn(GWEN, 1280);
        gwen.navigate("/assess");
        gwen.locator("section.section", new Page.LocatorOptions().setHasText("of " + heading))
                .last()
                .locator("a.button")
                .click();
        int keys = 0;
        for (int scored = 0; scored < 30; scored++) {
            assertThat(gwen.textContent("main .eyebrow")).isEqualTo(heading);
            String before = gwen.url();
            for (String key : List.of("3", "2", "4", "Enter")) {
                gwen.keyboard().press(key);
                keys++;
            }
            gwen.waitForURL(url -> !url.equals(before));
            gwen.waitForFunction("document.activeElement.name === 'c.1' || !document.querySelector('[name=\"c.1\"]')");
        }
        assertThat(keys).isEqualTo(120);
        gwen.navigate("/assess");
        assertThat(gwen.textContent("[aria-labelledby=score-h]")).doesNotContain(heading);
    }

    /** Fifteen students of Gwen's hand in work for two tasks with three criteria each, which they have begun at once. */
    private void handInThirty(String title) {
        Viewer gwen = viewer(GWEN);
        as(gwen, () -> {
            List<Competency> writing = frameworks.curriculum().ofSubject("Writing");
            List<Viewer> students = roster.studentsTaughtBy(gwen.person()).stream()
                    .sorted(Comparator.comparing(person ->
                            demonstrations.ofStudent(gwen, person.student()).isEmpty()))
                    .flatMap(person -> person.email().flatMap(accounts::viewer).stream())
                    .limit(15)
                    .toList();
            for (Competency last : writing.subList(writing.size() - 2, writing.size())) {
                TaskId task = task(gwen, title, last);
                students.forEach(student -> handIn(student, gwen, task, last.id()));
            }
            return true;
        });
    }

    private void handIn(Viewer student, Viewer gwen, TaskId task, CompetencyId about) {
        Request request = new Request(
                DemonstrationId.next(),
                List.of(about),
                Way.TASK,
                Optional.of(task),
                "",
                "",
                new When.AtOnce(),
                gwen.person(),
                Optional.empty());
        assertThat(requests.ask(student, request).reasons()).isEmpty();
        assertThat(demonstrations
                        .handIn(student, request.id(), "My work", "", List.of())
                        .reasons())
                .isEmpty();
    }

    /** A shared task about one of the last competencies of writing, which no story tells of. */
    private TaskId task(Viewer gwen, String title, Competency last) {
        Curriculum curriculum = frameworks.curriculum();
        List<Criterion> criteria = Stream.of(1, 2, 3)
                .map(n -> new Criterion(
                        n,
                        "Side " + n,
                        List.of(last.id()),
                        Rubric.levels(curriculum.scaleOf(last), last.descriptions())))
                .toList();
        TaskId id = TaskId.next();
        assertThat(tasks.make(
                                gwen,
                                id,
                                new TaskDraft(
                                        title,
                                        "Write.",
                                        List.of(),
                                        "",
                                        List.of(),
                                        Form.PERFORMANCE_TASK,
                                        Depth.APPLY,
                                        new Rubric(criteria)))
                        .reasons())
                .isEmpty();
        tasks.share(gwen, id, true);
        return id;
    }

    @Test
    void the_library_the_queue_and_the_short_checks_are_for_everybody_to_read() {
        Page gwen = signIn(GWEN, 1280);
        for (String path : List.of(
                "/assess?by=student",
                "/assess/again",
                "/assess/agreement",
                "/assess/checks",
                "/assess/times",
                "/tasks",
                "/tasks/new",
                "/comments")) {
            gwen.navigate(path);
            hasNothingToObjectTo(gwen);
        }
        gwen.navigate("/tasks");
        gwen.click("text=A letter to the council");
        hasNothingToObjectTo(gwen);
        gwen.click("text=Clone");
        assertThat(gwen.inputValue("[name=title]")).isEqualTo("A letter to the council (copy)");
        hasNothingToObjectTo(gwen);
        gwen.fill("[name='c1.name']", "");
        gwen.click("button:has-text('Keep')");
        assertThat(gwen.textContent(".alert.error li")).contains("Criterion 1 has no name");
        hasNothingToObjectTo(gwen);
    }

    @Test
    void a_portfolio_shows_years_and_what_the_student_says_beside_the_judgement() {
        Page maya = signIn(MAYA, 390);
        maya.navigate("/portfolio");
        assertThat(maya.textContent("main")).contains("The dog who could read", "The garden to scale");
        hasNothingToObjectTo(maya);
        maya.click("text=The garden to scale");
        assertThat(maya.textContent("main")).contains("I say", "Stands by the evidence", "3 Proficient");
        hasNothingToObjectTo(maya);
        maya.navigate("/portfolio/new");
        hasNothingToObjectTo(maya);
        Page nneka = signIn("nneka.okafor@northside.example", 390);
        nneka.click("main a:has-text('Maya Okafor')");
        nneka.click("main a:text-is('Portfolio')");
        nneka.click("text=Why our street floods");
        assertThat(nneka.textContent("main")).contains("Maya says", "I would weigh it now");
        assertThat(nneka.querySelector("form[action$=reflection]")).isNull();
        hasNothingToObjectTo(nneka);
    }

    @Test
    void an_outside_assessor_sees_one_work_and_no_other_page() {
        Viewer gwen = viewer(GWEN);
        String token = as(gwen, () -> outside.invite(gwen, waiting(gwen), "Rosa Lind, engineer"));
        Page page = open(new Browser.NewContextOptions().setViewportSize(390, 900));
        page.navigate("/outside/" + token);
        assertThat(page.textContent("main")).contains("Rosa Lind, engineer");
        hasNothingToObjectTo(page);
        page.navigate("/assess");
        assertThat(page.url()).contains("/sign-in");
        page.navigate("/outside/" + token);
        page.check("input[name='c.1'][value='3']");
        page.click("button:has-text('Send')");
        assertThat(page.textContent("main")).contains("Thank you");
    }

    private Demonstration waiting(Viewer gwen) {
        return scoring.waiting(gwen, demonstrations.inHandsOf(gwen)).stream()
                .filter(d -> scoring.toModerate(d).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_student_books_a_time_that_a_teacher_offers_and_the_teacher_is_told_and_finds_it() {
        String room = "Room 12";
        Page gwen = signIn(GWEN, 1280);
        gwen.navigate("/assess/times");
        gwen.fill("[name=day]", LocalDate.now(ZoneOffset.UTC).plusDays(100).toString());
        gwen.fill("[name=weeks]", "1");
        gwen.fill("[name=from]", "09:00");
        gwen.fill("[name=until]", "10:00");
        gwen.fill("[name=minutes]", "30");
        gwen.fill("[name=place]", room);
        gwen.click("text=Offer these times");
        assertThat(gwen.textContent("main")).contains(room);

        Page maya = signIn(MAYA, 390);
        maya.navigate("/show");
        maya.click("text=Show what you know");
        maya.check("input[name=way][value=conversation]");
        maya.fill("[name=note]", "I can explain it");
        maya.selectOption("[name=time]", maya.getAttribute("[name=time] option:has-text('" + room + "')", "value"));
        hasNothingToObjectTo(maya);
        maya.click("button:text-is('Ask')");
        assertThat(maya.textContent("main")).contains(room, "Cancel the time");
        hasNothingToObjectTo(maya);

        gwen.navigate("/notices");
        assertThat(gwen.textContent("main")).contains("has booked a time with you");
        gwen.click("li:has-text('has booked a time with you') button");
        assertThat(gwen.textContent("main")).contains(room);
        hasNothingToObjectTo(gwen);
        gwen.navigate("/assess/times");
        assertThat(gwen.textContent("li:has-text('" + room + "'):has-text('booked')"))
                .contains("Maya Okafor");
        hasNothingToObjectTo(gwen);
        gwen.fill("li:has-text('" + room + "'):has-text('Maya') [name=words]", "I am away that day");
        gwen.waitForResponse(
                response -> response.request().method().equals("POST"),
                () -> gwen.click("li:has-text('" + room + "'):has-text('Maya') button"));
        maya.reload();
        assertThat(maya.textContent("main")).contains("I am away that day").doesNotContain("Cancel the time");
        maya.click("text=Take the request back");
    }
}
