package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.PieceId;
import org.springframework.beans.factory.annotation.Autowired;

/** A teacher's work in the browser: recording, correcting, withdrawing, attaching; and who may see none of it. */
class TeacherPagesTest extends BrowserBase {

    private static final String MAYA = "maya.okafor@northside.example";
    private static final FilePayload POEM =
            new FilePayload("poem.txt", "text/plain", "Two roads".getBytes(StandardCharsets.UTF_8));

    @Autowired
    Roster roster;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerReading reading;

    @Autowired
    Artifacts artifacts;

    /** A class of a teacher who does not teach Maya, whose story other tests tell. */
    private record Taught(Viewer teacher, String signIn, StudyGroup group, List<Person> students) {

        String record() {
            return "/record?group=" + group.id();
        }
    }

    private Taught workshop;
    private List<Competency> competencies;

    @BeforeEach
    void choose() {
        Viewer maya = viewer(MAYA);
        workshop = as(
                maya,
                () -> roster.search("", Optional.of(Role.TEACHER), 200).stream()
                        .filter(t ->
                                roster.studentsTaughtBy(t.id()).stream().noneMatch(s -> s.id().equals(maya.person())))
                        .flatMap(t -> roster.groupsTaughtBy(t.id()).stream()
                                .filter(g -> g.students() > 3 && !g.subjects().isEmpty())
                                .map(g -> new Taught(
                                        viewer(t.email().orElseThrow()),
                                        t.email().orElseThrow(),
                                        g,
                                        roster.studentsOf(g.id()))))
                        .findFirst()
                        .orElseThrow());
        competencies = as(
                maya,
                () -> frameworks
                        .curriculum()
                        .ofSubject(workshop.group().subjects().get(0)));
    }

    @Test
    void a_teacher_records_a_whole_group_from_the_keyboard_then_corrects_and_withdraws_it() throws IOException {
        int all = workshop.students().size();
        Page page = signIn(workshop.signIn(), 1280);
        page.navigate(workshop.record());
        hasNothingToObjectTo(page);
        page.focus("#competencies input >> nth=0");
        page.keyboard().press("Space");
        page.keyboard().press("Enter");
        page.waitForSelector("[data-rate-row]");
        hasNothingToObjectTo(page);
        page.fill("#f-task", "Exit ticket");
        rateEverybody(page, all);
        assertThat(page.textContent("#done")).isEqualTo(all + " of " + all + " marked");
        page.keyboard().press("Enter");
        page.waitForURL("**/pieces/*");
        assertThat(page.textContent("#notice")).contains("Recorded for " + all + " students.");
        assertThat(page.locator("tbody tr").count()).isEqualTo(all);
        assertThat(page.textContent("h1")).isEqualTo("Exit ticket");
        hasNothingToObjectTo(page);
        String first = page.url();

        correct(page, "Took the wrong pile");
        assertThat(page.textContent("#notice")).contains("Corrected");
        assertThat(page.textContent("main")).contains("Took the wrong pile", "What was recorded before");
        hasNothingToObjectTo(page);
        String second = page.url();
        assertThat(second).isNotEqualTo(first);
        page.click("text=What was recorded before");
        assertThat(page.url()).isEqualTo(first);
        assertThat(page.textContent(".alert.warning"))
                .contains("Nothing of this counts", "Corrected for " + all, "Took the wrong pile");
        assertThat(page.locator("text=Withdraw").count()).isZero();
        hasNothingToObjectTo(page);
        page.click(".alert.warning a");
        assertThat(page.url()).isEqualTo(second);

        Download download = page.waitForDownload(() -> page.click("text=poem.txt"));
        assertThat(download.suggestedFilename()).isEqualTo("poem.txt");
        assertThat(Files.readString(download.path())).isEqualTo("Two roads");

        withdrawForAllBut(page, workshop.students().get(0));
        assertThat(page.textContent("#notice")).contains("Withdrawn for " + (all - 1) + " students.");
        assertThat(page.textContent(".alert.warning")).contains("Some of this counts no more");
        page.fill("#f-reason", "The last one too");
        page.click("text=Withdraw >> nth=-1");
        page.waitForSelector("text=Withdrawn for 1 student.");
        assertThat(page.textContent(".alert.warning")).contains("Nothing of this counts any more");
    }

    private static void rateEverybody(Page page, int students) {
        page.focus("[data-rate-row] input >> nth=0");
        for (int i = 0; i < students; i++) {
            page.keyboard().press("3");
        }
    }

    private static void correct(Page page, String reason) {
        page.click("text=Correct");
        page.waitForURL("**/correction");
        assertThat(page.inputValue("#f-task")).isEqualTo("Exit ticket");
        assertThat(page.locator("[data-rate-row] input[value='3']:checked").count())
                .isEqualTo(page.locator("[data-rate-row]").count());
        hasNothingToObjectTo(page);
        page.focus("[data-rate-row] input >> nth=0");
        page.keyboard().press("2");
        page.fill("#f-reason", reason);
        page.setInputFiles("#f-file", POEM);
        page.click("main button:has-text('Correct')");
        page.waitForSelector("#notice");
    }

    private static void withdrawForAllBut(Page page, Person kept) {
        page.uncheck("input[name=student][value='" + kept.id() + "']");
        page.fill("#f-reason", "The others were helped");
        page.click("button.danger");
        page.waitForSelector("#notice:has-text('Withdrawn for')");
    }

    @Test
    void the_grid_works_by_arrow_keys() {
        Page page = signIn(workshop.signIn(), 1280);
        page.navigate("/groups");
        hasNothingToObjectTo(page);
        page.navigate("/groups/" + workshop.group().id() + "/grid");
        hasNothingToObjectTo(page);
        page.focus("table[data-grid] td[tabindex='0']");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowDown");
        assertThat(page.evaluate("[document.activeElement.cellIndex, document.activeElement.parentElement.rowIndex]"))
                .isEqualTo(List.of(2, 2));
        assertThat(page.textContent("#where"))
                .contains(workshop.students().get(1).fullName());
        page.keyboard().press("Enter");
        page.waitForURL("**/students/" + workshop.students().get(1).id() + "/competencies/*");
        hasNothingToObjectTo(page);
    }

    @Test
    void the_record_form_works_without_scripts() {
        Page page = signInWithoutScripts(workshop.signIn());
        page.navigate("/record");
        page.selectOption("#group", workshop.group().id().toString());
        page.click("main button:has-text('Show')");
        page.click("#competencies label >> nth=0");
        page.click("main button:has-text('Rate')");
        page.click("[data-rate-row] label:has(input[value='missed']) >> nth=0");
        page.click("main button:has-text('Record')");
        assertThat(page.textContent("#notice")).contains("Recorded for 1 student.");
    }

    @Test
    void a_file_that_is_not_taken_is_told_and_nothing_typed_is_lost() {
        Page page = signIn(workshop.signIn(), 1280);
        page.navigate(workshop.record() + "&competency=" + competencies.get(0).id());
        page.fill("#f-note", "Worth keeping");
        page.focus("[data-rate-row] input >> nth=0");
        page.keyboard().press("m");
        page.setInputFiles(
                "#f-file",
                new FilePayload[] {POEM, new FilePayload("run.exe", "application/x-msdownload", new byte[9])});
        page.click("main button:has-text('Record')");
        assertThat(page.textContent("main .alert.error[role=alert]:visible"))
                .contains("Files like 'run.exe' are not taken");
        assertThat(page.inputValue("#f-note")).isEqualTo("Worth keeping");
        assertThat(page.locator("[data-rate-row] input:checked").count()).isEqualTo(1);
        assertThat(page.isChecked("input[name=artifact]")).isTrue();
        hasNothingToObjectTo(page);
        page.click("main button:has-text('Record')");
        assertThat(page.textContent("main")).contains("Recorded for 1 student.", "poem.txt");
    }

    private FormData form(Page page, PieceId piece, Competency... rated) {
        FormData form = FormData.create()
                .set("_csrf", page.getAttribute("meta[name=csrf-token]", "content"))
                .set("piece", piece.toString())
                .set("group", workshop.group().id().toString())
                .set("day", "2026-03-02")
                .set("form", "test")
                .set("depth", "apply")
                .set("context", "class")
                .set("purpose", "summative")
                .set("note", "Worth keeping");
        for (Competency competency : rated) {
            form.append("competency", competency.id().toString());
        }
        return form;
    }

    private String field(Competency competency) {
        return "r." + competency.id() + "." + workshop.students().get(0).id();
    }

    private static APIResponse send(Page page, FormData form) {
        return page.request().post("/record", RequestOptions.create().setForm(form));
    }

    private static void isToldWithEverythingKept(APIResponse answer, String... words) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains(words).contains("Worth keeping");
    }

    @Test
    void a_form_that_makes_no_sense_is_told_on_the_form_with_everything_kept() {
        Page page = signIn(workshop.signIn(), 1280);
        Competency one = competencies.get(0);
        PieceId piece = PieceId.next();
        isToldWithEverythingKept(send(page, form(page, piece, one).set(field(one), "lots")), "'lots' is not a mark");
        isToldWithEverythingKept(send(page, form(page, piece, one).set(field(one), "77")), "'77' is not a mark");
        isToldWithEverythingKept(
                send(page, form(page, piece, one).set(field(one), "3").set("depth", "deep")), "'deep' is no depth");
        isToldWithEverythingKept(
                send(page, form(page, piece, one).set(field(one), "3").set("day", "2 March")),
                "'2 March' is not a day");
        isToldWithEverythingKept(
                send(page, form(page, piece, one).set(field(one), "3").set("piece", "x")), "lost its number");
        isToldWithEverythingKept(send(page, form(page, piece, one).set("r.nobody", "3")), "not on this form: 1");
        isToldWithEverythingKept(send(page, form(page, piece, one).set("group", "mine")), "names no group of yours");
        isToldWithEverythingKept(send(page, form(page, piece).append("competency", "MA.1")), "names no competency");
        isToldWithEverythingKept(
                send(page, form(page, piece, competencies.subList(0, 7).toArray(Competency[]::new))),
                "too many for one form");
        assertThat(as(workshop.teacher(), () -> reading.piece(piece))).isEmpty();
        assertThat(page.request()
                        .get("/record?student=x&level=high&subject=Magic&competency=y")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_same_form_sent_twice_is_stored_once() {
        Page page = signIn(workshop.signIn(), 1280);
        Competency one = competencies.get(0);
        PieceId piece = PieceId.next();
        FormData form = form(page, piece, one).set(field(one), "missed");
        assertThat(send(page, form).text()).contains("Recorded for 1 student.");
        assertThat(send(page, form).text()).contains("recorded already, once, for 1 student.");
        assertThat(as(workshop.teacher(), () -> reading.piece(piece))).hasSize(1);
    }

    @Test
    void a_choice_stays_when_the_subject_changes_only_if_it_belongs_to_it() {
        Page page = signIn(workshop.signIn(), 1280);
        Competency one = competencies.get(0);
        String other = as(workshop.teacher(), () -> frameworks.curriculum().subjects()).stream()
                .filter(subject -> !subject.equals(one.subject()))
                .findFirst()
                .orElseThrow();
        page.navigate(workshop.record() + "&competency=" + one.id());
        assertThat(page.isChecked("#competencies input[value='" + one.id() + "']"))
                .isTrue();
        page.navigate(workshop.record() + "&competency=" + one.id() + "&subject=" + other);
        assertThat(page.locator("#competencies input:checked").count()).isZero();
    }

    /** A piece with a file, about the first student and, for another teacher, about Maya. */
    private String[] pieceWithFile() {
        Viewer leader =
                viewer(org.ownpath.northside.Northside.demoAccounts().get(2).signIn());
        return as(leader, () -> {
            String hash = artifacts
                    .store(leader, "proof.txt", new ByteArrayInputStream("Q.E.D.".getBytes(StandardCharsets.UTF_8)))
                    .hash();
            PieceId piece = PieceId.next();
            Outcome outcome = ledger.record(
                    leader,
                    new Observation(
                            piece,
                            new Observation.Nature(Form.PORTFOLIO, Depth.CREATE, Context.HOME, Purpose.FORMATIVE),
                            leader.person(),
                            Instant.parse("2026-03-03T10:00:00Z"),
                            Optional.of("A proof"),
                            Optional.empty(),
                            List.of(hash),
                            List.of(
                                    rating(workshop.students().get(0)),
                                    new Observation.Rating(
                                            org.ownpath.shared.StudentId.of(
                                                    viewer(MAYA).person()),
                                            competencies.get(0).id(),
                                            Result.excused()))));
            assertThat(outcome).isInstanceOf(Outcome.Stored.class);
            return new String[] {piece.toString(), hash};
        });
    }

    private Observation.Rating rating(Person student) {
        return new Observation.Rating(student.student(), competencies.get(0).id(), Result.excused());
    }

    @Test
    void another_district_sees_nothing_of_groups_pieces_students_and_files() {
        String[] piece = pieceWithFile();
        Page page = signIn("greta.holm@southfield.example", "southfield", new Browser.NewContextOptions());
        String student = "/students/" + workshop.students().get(0).id();
        for (String address : List.of(
                "/groups/" + workshop.group().id() + "/grid",
                "/pieces/" + piece[0],
                "/pieces/" + piece[0] + "/correction",
                student,
                student + "/competencies/" + competencies.get(0).id(),
                "/artifacts/" + piece[1] + "?piece=" + piece[0])) {
            assertThat(page.request().get(address).status()).as(address).isIn(403, 404);
        }
        APIResponse record = page.request().get(workshop.record());
        assertThat(record.status()).isEqualTo(422);
        assertThat(record.text()).doesNotContain(workshop.students().get(0).familyName());
    }

    @Test
    void a_file_goes_to_whoever_may_see_a_student_of_its_piece_and_is_never_shown_in_the_page() {
        String[] piece = pieceWithFile();
        String address = "/artifacts/" + piece[1] + "?piece=" + piece[0];
        Page maya = signIn(MAYA, 1280);
        APIResponse file = maya.request().get(address);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).isEqualTo("Q.E.D.");
        assertThat(file.headers().get("content-disposition"))
                .startsWith("attachment")
                .contains("proof.txt");
        assertThat(file.headers()).containsEntry("x-content-type-options", "nosniff");
        assertThat(maya.request()
                        .get("/artifacts/" + piece[1] + "?piece=" + PieceId.next())
                        .status())
                .isEqualTo(404);
        maya.navigate("/students/" + viewer(MAYA).person() + "/competencies/"
                + competencies.get(0).id());
        assertThat(maya.getAttribute("text=proof.txt >> nth=0", "href")).startsWith("/artifacts/" + piece[1]);
        Page stranger = signIn("leo.martinez@northside.example", 1280);
        assertThat(stranger.request().get(address).status()).isEqualTo(404);
    }

    @Test
    void a_teacher_of_some_of_a_pieces_students_withdraws_it_for_those_and_cannot_correct_it() {
        String[] piece = pieceWithFile();
        Page page = signIn(workshop.signIn(), 1280);
        page.navigate("/pieces/" + piece[0]);
        assertThat(page.textContent("main"))
                .contains(workshop.students().get(0).fullName())
                .doesNotContain("Okafor");
        assertThat(page.request().get("/pieces/" + piece[0] + "/correction").status())
                .isEqualTo(403);
        page.fill("#f-reason", "Not theirs");
        page.click("button.danger");
        page.waitForSelector("text=Withdrawn for 1 student.");
        assertThat(as(workshop.teacher(), () -> reading.piece(PieceId.of(piece[0]))).stream()
                        .filter(entry -> entry.standing())
                        .map(entry -> entry.student().person()))
                .containsExactly(viewer(MAYA).person());
    }
}
