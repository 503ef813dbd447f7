package org.ownpath.assessment.items;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.assessment.items.question.ExtendedText;
import org.ownpath.assessment.items.question.Text;
import org.ownpath.assessment.items.question.TextEntry;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tests that students take, from the first question to the ledger. */
class TestsTest extends SchoolTest {

    private static final String GWEN = "gwen.abernathy@northside.example";
    private static final String LEO = "leo.martinez@northside.example";
    private static final String PRIYA = "priya.raman@northside.example";
    private static final String AMARA = "amara.diallo@northside.example";
    private static final String HANA = "hana.suzuki@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    Tests tests;

    @Autowired
    TestOffers offers;

    @Autowired
    ItemBanks banks;

    @Autowired
    Accommodations accommodations;

    @Autowired
    LedgerReading ledger;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    @Autowired
    Endings endings;

    @Autowired
    JdbcClient database;

    private CompetencyId competency(String code) {
        return java.util.Objects.requireNonNull(
                as(viewer(GWEN), () -> frameworks.curriculum().byName().get(code)));
    }

    private AttemptId begin(Viewer student, String code) {
        Start start = as(student, () -> tests.start(student, competency(code)));
        assertThat(start).isInstanceOf(Start.Begun.class);
        return ((Start.Begun) start).attempt();
    }

    private Map<ItemId, Item> keys() {
        Viewer gwen = viewer(GWEN);
        Map<ItemId, Item> keys = new HashMap<>();
        as(gwen, () -> banks.banks(gwen))
                .forEach(bank ->
                        as(gwen, () -> banks.items(gwen, bank.id())).forEach(item -> keys.put(item.id(), item)));
        return keys;
    }

    private Optional<Turn> turn(Viewer student, AttemptId attempt) {
        return as(student, () -> tests.turn(student, attempt));
    }

    private Kept answer(Viewer student, AttemptId attempt, ItemId item, Answer answer) {
        return as(student, () -> tests.answer(student, attempt, new Tests.Given(item, answer), answer.blank()));
    }

    private List<ItemId> allRight(Viewer student, AttemptId attempt) {
        Map<ItemId, Item> keys = keys();
        List<ItemId> asked = new ArrayList<>();
        Optional<Turn> turn = turn(student, attempt);
        while (turn.isPresent()) {
            ItemId item = turn.get().asked().item();
            asked.add(item);
            Answer right = keys.get(item).content().question().rightAnswer();
            assertThat(answer(student, attempt, item, right)).isInstanceOf(Kept.Stored.class);
            turn = turn(student, attempt);
        }
        return asked;
    }

    private List<Entry> evidence(Viewer student, String code) {
        return as(student, () -> ledger.entries(StudentId.of(student.person()), competency(code))).stream()
                .filter(entry -> entry.observer().equals(Tests.OBSERVER))
                .toList();
    }

    @Test
    void a_student_who_knows_it_shows_it_in_a_few_questions_and_the_ledger_names_the_test() {
        Viewer leo = viewer(LEO);
        AttemptId attempt = begin(leo, "MA.8.PYTH");

        List<ItemId> asked = allRight(leo, attempt);

        assertThat(asked).doesNotHaveDuplicates().hasSizeBetween(5, 8);
        Report report = as(leo, () -> tests.report(leo, attempt)).orElseThrow();
        assertThat(report.findings()).singleElement().matches(finding -> finding.mastered());
        assertThat(report.again()).isPresent();
        assertThat(evidence(leo, "MA.8.PYTH")).singleElement().satisfies(entry -> {
            assertThat(entry.nature().form()).isEqualTo(Form.TEST);
            assertThat(entry.task()).contains("Pythagorean theorem");
            assertThat(entry.note().orElseThrow())
                    .contains("Adaptive test")
                    .contains("The chance that this is mastery");
            assertThat(entry.shownAt())
                    .isEqualTo(report.attempt().ended().orElseThrow().at());
        });
    }

    @Test
    void a_reload_shows_the_same_question_and_an_answer_sent_again_changes_nothing() {
        Viewer priya = viewer(PRIYA);
        AttemptId attempt = begin(priya, "MA.8.EQN");
        Turn first = turn(priya, attempt).orElseThrow();
        assertThat(turn(priya, attempt)).contains(first);
        assertThat(begin(priya, "MA.8.EQN")).isEqualTo(attempt);
        ItemId item = first.asked().item();
        Answer right = keys().get(item).content().question().rightAnswer();

        List<CompletableFuture<Kept>> twice = List.of(
                CompletableFuture.supplyAsync(() -> answer(priya, attempt, item, right)),
                CompletableFuture.supplyAsync(() -> answer(priya, attempt, item, right)));

        assertThat(twice.stream().map(CompletableFuture::join))
                .containsExactlyInAnyOrder(new Kept.Stored(1, false), new Kept.AlreadyStored(1));
        assertThat(answer(priya, attempt, item, Answer.of("text", "something else")))
                .isEqualTo(new Kept.AlreadyStored(1));
        assertThat(turn(priya, attempt).orElseThrow().number()).isEqualTo(2);
    }

    @Test
    void a_blank_answer_is_asked_for_again_and_a_question_that_is_not_asked_is_not_taken() {
        Viewer hana = viewer(HANA);
        AttemptId attempt = begin(hana, "RE.6.SHADES");
        Turn turn = turn(hana, attempt).orElseThrow();
        ItemId item = turn.asked().item();

        assertThat(as(
                        hana,
                        () -> tests.answer(
                                hana, attempt, new Tests.Given(item, Answer.of("choice", "made up")), false)))
                .isEqualTo(new Kept.Blank());
        assertThat(answer(hana, attempt, ItemId.next(), Answer.of("text", "1"))).isEqualTo(new Kept.NotAsked());
        assertThat(turn(hana, attempt)).contains(turn);
    }

    @Test
    void nobody_reads_or_changes_the_test_of_another() {
        Viewer amara = viewer(AMARA);
        Viewer leo = viewer(LEO);
        AttemptId attempt = begin(amara, "MA.4.EQUIV");
        ItemId item = turn(amara, attempt).orElseThrow().asked().item();

        assertThatThrownBy(() -> turn(leo, attempt)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> answer(leo, attempt, item, Answer.of("text", "1")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(leo, () -> {
                    tests.stop(leo, attempt);
                    return 0;
                }))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(leo, () -> tests.report(leo, attempt))).isInstanceOf(NotAllowed.class);
        Viewer gwen = viewer(GWEN);
        assertThatThrownBy(() -> turn(gwen, attempt)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(leo, () -> banks.banks(leo))).isInstanceOf(NotAllowed.class);
        Viewer irene = viewer("irene.castellan@southfield.example");
        assertThatThrownBy(() -> as(irene, () -> tests.report(irene, attempt))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void a_test_that_was_stopped_early_says_nothing_and_the_next_try_waits() {
        Viewer hana = viewer(HANA);
        AttemptId attempt = begin(hana, "SC.4.FAIR");
        as(hana, () -> {
            tests.stop(hana, attempt);
            return 0;
        });

        Report report = as(hana, () -> tests.report(hana, attempt)).orElseThrow();
        assertThat(report.findings())
                .singleElement()
                .matches(finding -> finding.steps().isEmpty());
        assertThat(evidence(hana, "SC.4.FAIR")).isEmpty();
        assertThat(as(hana, () -> tests.start(hana, competency("SC.4.FAIR")))).isInstanceOf(Start.TooSoon.class);
    }

    @Test
    void a_change_to_a_question_leaves_the_test_that_has_begun_as_it_was() {
        Viewer gwen = viewer(GWEN);
        Viewer leo = viewer(LEO);
        AttemptId attempt = begin(leo, "SC.7.CONTROL");
        Turn before = turn(leo, attempt).orElseThrow();
        Item asked = keys().get(before.asked().item());

        as(gwen, () -> {
            banks.state(gwen, asked.id(), Item.State.RETIRED);
            return 0;
        });

        assertThat(turn(leo, attempt)).contains(before);
        as(gwen, () -> {
            banks.state(gwen, asked.id(), Item.State.RELEASED);
            return 0;
        });
    }

    private ItemId written(String label, String prompt, String key, boolean released) {
        Viewer gwen = viewer(GWEN);
        return as(gwen, () -> {
            Item.Content content = new Item.Content(
                    label,
                    competency("MA.4.EQUIV"),
                    Depth.RECALL,
                    new TextEntry(Text.of(prompt), List.of(new TextEntry.Key(key, TextEntry.Matching.WORDS, 0)), ""));
            Saved saved = banks.add(gwen, mathematics(gwen).id(), content, Item.Difficulty.EASY.curve());
            ItemId id = ((Saved.Kept) saved).id();
            if (released) {
                banks.state(gwen, id, Item.State.RELEASED);
            }
            return id;
        });
    }

    @Test
    void no_key_and_no_question_that_is_not_in_the_test_ever_reaches_a_browser() {
        ItemId asked = written("Asked " + port, "Say the word.", "quinquereme", true);
        ItemId draft = written("Draft " + port, "What is a trireme?", "a ship", false);
        Viewer maya = viewer("maya.okafor@northside.example");
        AttemptId attempt = take(
                maya, offered(Optional.of(List.of(asked)), OptionalInt.empty(), List.of(competency("MA.4.EQUIV"))));
        Visitor own = signedIn("maya.okafor@northside.example");
        Visitor other = signedIn("leo.martinez@northside.example");
        String page = "/attempts/" + attempt;

        String question = own.open(page).body();
        assertThat(question).contains("Say the word.");
        assertThat(List.of(page, page + "/report"))
                .allSatisfy(
                        address -> assertThat(other.open(address).statusCode()).isEqualTo(403));
        answer(maya, attempt, asked, Answer.of("text", "quinquereme"));
        String report = own.open(page + "/report").body();
        assertThat(report).contains("What to do next");

        for (String seen : List.of(question, report, own.open("/tests").body())) {
            assertThat(seen).doesNotContain("quinquereme", "trireme");
        }
        assertThat(List.of("/items/" + draft, "/items/" + asked, "/banks"))
                .allSatisfy(
                        address -> assertThat(own.open(address).statusCode()).isEqualTo(403));
        as(viewer(GWEN), () -> {
            banks.state(viewer(GWEN), asked, Item.State.RETIRED);
            return 0;
        });
    }

    @Test
    void a_bank_without_a_title_is_not_made_and_what_was_written_is_still_there() {
        HttpResponse<String> answer = signedIn("gwen.abernathy@northside.example")
                .fill("/banks", "/banks", Map.of("title", " ", "subject", "Writing", "about", "Commas for the club"));

        assertThat(answer.statusCode()).isEqualTo(422);
        Document page = Jsoup.parse(answer.body());
        assertThat(page.select("main details[open] [name=about]").val()).isEqualTo("Commas for the club");
        assertThat(page.select("[name=subject] option[selected]").val()).isEqualTo("Writing");
    }

    private Visitor signedIn(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        visitor.signIn(name, "northside");
        return visitor;
    }

    private Bank mathematics(Viewer gwen) {
        return banks.banks(gwen).stream()
                .filter(each -> each.title().equals("Mathematics, grades 4 to 8"))
                .findFirst()
                .orElseThrow();
    }

    private Offer offered(Optional<List<ItemId>> items, OptionalInt minutes, List<CompetencyId> competencies) {
        Viewer gwen = viewer(GWEN);
        return as(gwen, () -> {
            Offered offered = offers.offer(
                    gwen,
                    new Offer.Terms(
                            mathematics(gwen).id(),
                            roster
                                    .groupsOf(StudentId.of(viewer("maya.okafor@northside.example")
                                            .person()))
                                    .stream()
                                    .filter(group -> group.name().startsWith("Mathematics Lab"))
                                    .findFirst()
                                    .orElseThrow()
                                    .id(),
                            "A test of the class",
                            competencies,
                            items,
                            minutes));
            return offers.offer(gwen, ((Offered.Open) offered).id()).orElseThrow();
        });
    }

    private AttemptId take(Viewer student, Offer offer) {
        return ((Start.Begun) as(student, () -> tests.take(student, offer.id()))).attempt();
    }

    @Test
    void what_no_machine_can_score_waits_for_the_teacher_and_then_becomes_evidence_by_the_teacher() {
        Viewer gwen = viewer(GWEN);
        Viewer maya = viewer("maya.okafor@northside.example");
        List<Item> equations = keys().values().stream()
                .filter(item -> item.content().competency().equals(competency("MA.7.EQN")))
                .sorted(java.util.Comparator.comparing(item -> item.content().label()))
                .toList();
        Item essay = equations.stream()
                .filter(item -> item.content().question() instanceof ExtendedText)
                .findFirst()
                .orElseThrow();
        Offer offer = offered(
                Optional.of(List.of(equations.get(0).id(), essay.id())),
                OptionalInt.empty(),
                List.of(competency("MA.7.EQN")));
        AttemptId attempt = take(maya, offer);
        answer(
                maya,
                attempt,
                equations.get(0).id(),
                equations.get(0).content().question().rightAnswer());
        answer(maya, attempt, essay.id(), Answer.of("essay", "Multiply both parts.\nx = 4"));

        assertThat(as(maya, () -> tests.report(maya, attempt)).orElseThrow().waiting())
                .isEqualTo(1);
        List<TestOffers.ToScore> waiting = as(gwen, () -> offers.toScore(gwen, offer));
        assertThat(waiting).singleElement().matches(each -> each.answer().contains("x = 4"));
        assertThat(as(gwen, () -> offers.score(gwen, waiting.get(0), 9, ""))).isPresent();
        assertThat(as(gwen, () -> offers.score(gwen, waiting.get(0), 4, "Well explained")))
                .isEmpty();

        assertThat(as(gwen, () -> ledger.entries(StudentId.of(maya.person()), competency("MA.7.EQN"))))
                .filteredOn(entry -> entry.task().equals(Optional.of("A test of the class")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.observer()).isEqualTo(gwen.person()));
    }

    @Test
    void a_timer_ends_a_test_and_extra_time_or_no_timer_follows_the_student() {
        Viewer gwen = viewer(GWEN);
        Viewer maya = viewer("maya.okafor@northside.example");
        StudentId student = StudentId.of(maya.person());
        Item item = keys().values().stream()
                .filter(each -> each.content().label().equals("One step first"))
                .findFirst()
                .orElseThrow();
        List<CompetencyId> about = List.of(item.content().competency());

        as(gwen, () -> accommodations.give(gwen, student, new Accommodation(50, true, false, "")));
        Offer timed = offered(Optional.of(List.of(item.id())), OptionalInt.of(10), about);
        AttemptId stretched = take(maya, timed);
        Turn turn = turn(maya, stretched).orElseThrow();
        assertThat(turn.accommodation().largerText()).isTrue();
        Attempt attempt = as(maya, () -> tests.of(maya, student)).stream()
                .filter(each -> each.id().equals(stretched))
                .findFirst()
                .orElseThrow();
        assertThat(attempt.until()).contains(attempt.startedAt().plusSeconds(15 * 60));

        overdue(stretched);
        assertThat(answer(maya, stretched, item.id(), Answer.of("text", "5"))).isEqualTo(new Kept.Over());
        Report report = as(maya, () -> tests.report(maya, stretched)).orElseThrow();
        assertThat(report.attempt().ended().orElseThrow().reason()).isEqualTo(Attempt.Reason.TIME);

        as(gwen, () -> accommodations.give(gwen, student, new Accommodation(0, false, true, "")));
        AttemptId untimed = take(maya, offered(Optional.of(List.of(item.id())), OptionalInt.of(10), about));
        assertThat(turn(maya, untimed).orElseThrow().asked().until()).isEmpty();
        as(gwen, () -> accommodations.give(gwen, student, Accommodation.NONE));
    }

    /** Only the owner of the database can do this: a try that has begun keeps its end. */
    private void overdue(AttemptId attempt) {
        asOwner("update assessment.attempt set until = started_at where id = '" + attempt + "'");
    }

    @Test
    void an_end_that_was_cut_off_before_the_ledger_is_made_up_for_once() {
        Viewer priya = viewer(PRIYA);
        AttemptId attempt = begin(priya, "MA.6.EXPR");
        allRight(priya, attempt);
        assertThat(evidence(priya, "MA.6.EXPR")).hasSize(1);
        asOwner("update assessment.attempt set evidence_at = null where id = '" + attempt + "'");

        endings.settleAll();
        endings.settleAll();

        assertThat(evidence(priya, "MA.6.EXPR")).hasSize(1);
        assertThat(as(
                        priya,
                        () -> database.sql(
                                        "select count(*) from assessment.attempt where id = ? and evidence_at is not null")
                                .param(attempt.value())
                                .query(Long.class)
                                .single()))
                .isEqualTo(1);
    }
}
