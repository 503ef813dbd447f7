package org.ownpath.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.exchange.xapi.rules.EvidenceRuleId;
import org.ownpath.exchange.xapi.rules.EvidenceRules;
import org.ownpath.exchange.xapi.rules.RuleOutcome;
import org.ownpath.exchange.xapi.rules.Weighed;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a game sends becomes evidence by rules, before the game has its answer. */
class RulesTest extends SchoolTest {

    private static final String PASSED = "http://adlnet.gov/expapi/verbs/passed";
    private static final String ACHIEVED = "https://w3id.org/xapi/tla/verbs/achieved";
    private static final String ZLATA = "zlata.kovalchuk@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    EvidenceRules rules;

    @Autowired
    Frameworks frameworks;

    @Autowired
    LedgerReading ledger;

    private Viewer philippa;
    private Lrs game;
    private String level;
    private Competency competency;
    private Optional<EvidenceRule> made = Optional.empty();

    @BeforeEach
    void aGame() {
        philippa = viewer("philippa.crane@northside.example");
        game = new Lrs(port, token(philippa, TokenScope.STATEMENTS), "2.0.0");
        level = "https://game.example.org/" + UUID.randomUUID() + "/level/";
        List<Competency> all = as(philippa, () -> frameworks.curriculum().ofSubject("Mathematics"));
        competency = all.get(all.size() - 1);
    }

    @AfterEach
    void endTheRule() {
        made.ifPresent(rule -> as(philippa, () -> {
            rules.end(philippa, rule.id());
            return true;
        }));
    }

    private EvidenceRule rule(EvidenceRule.Measure measure, EvidenceRule.Step... steps) {
        return new EvidenceRule(
                EvidenceRuleId.next(),
                "A game",
                new EvidenceRule.Matching(steps.length == 0 ? ACHIEVED : PASSED, steps.length == 0 ? "*" : level + "*"),
                steps.length == 0 ? Optional.empty() : Optional.of(competency.id()),
                measure,
                List.of(steps),
                new Observation.Nature(Form.TEST, Depth.APPLY, Context.GAME, Purpose.FORMATIVE));
    }

    private EvidenceRule scored() {
        return rule(EvidenceRule.Measure.SCORE, new EvidenceRule.Step(0.5, 2), new EvidenceRule.Step(0.8, 3));
    }

    private EvidenceRule make(EvidenceRule rule) {
        assertThat(as(philippa, () -> rules.make(philippa, rule))).isEmpty();
        made = Optional.of(rule);
        return rule;
    }

    private UUID passed(String learner, String result) {
        UUID id = UUID.randomUUID();
        String statement = Lrs.statement(
                id,
                "{\"mbox\":\"mailto:" + learner + "\"}",
                PASSED,
                Lrs.activity(level + "7"),
                ",\"result\":" + result);
        assertThat(game.post(statement).statusCode()).isEqualTo(200);
        return id;
    }

    private List<RuleOutcome> outcomes(EvidenceRule rule) {
        return as(philippa, () -> rules.outcomes(philippa, Optional.of(rule.id()), 50));
    }

    private List<Entry> evidence(RuleOutcome outcome) {
        return as(philippa, () -> ledger.piece(outcome.piece().orElseThrow()));
    }

    @Test
    void a_score_is_evidence_at_the_level_that_it_reaches_before_the_game_has_its_answer() {
        EvidenceRule rule = make(scored());
        passed(ZLATA, "{\"score\":{\"scaled\":0.85}}");
        passed(ZLATA, "{\"score\":{\"raw\":6,\"min\":0,\"max\":10}}");
        List<RuleOutcome> outcomes = outcomes(rule);
        assertThat(outcomes).hasSize(2).allMatch(outcome -> outcome.piece().isPresent());
        assertThat(outcomes.get(1).why()).contains(competency.title(), "3");
        assertThat(outcomes.get(0).why()).contains("2");
        Entry entry = evidence(outcomes.get(1)).get(0);
        assertThat(entry.student()).isEqualTo(StudentId.of(viewer(ZLATA).person()));
        assertThat(entry.competency()).isEqualTo(competency.id());
        assertThat(entry.nature().context()).isEqualTo(Context.GAME);
    }

    @Test
    void what_is_no_evidence_says_why_and_names_nobody() {
        EvidenceRule rule = make(scored());
        passed(ZLATA, "{\"score\":{\"scaled\":0.4}}");
        passed(ZLATA, "{\"completion\":true}");
        passed("nobody@northside.example", "{\"score\":{\"scaled\":0.9}}");
        List<RuleOutcome> outcomes = outcomes(rule);
        assertThat(outcomes).hasSize(3).allMatch(outcome -> outcome.piece().isEmpty());
        assertThat(outcomes.get(2).why()).contains("40%", "below the lowest step");
        assertThat(outcomes.get(1).why()).contains("does not say");
        assertThat(outcomes.get(0).why()).contains("no student on the roster").doesNotContain("nobody@");
    }

    @Test
    void success_and_completion_are_yes_or_no() {
        EvidenceRule rule =
                make(rule(EvidenceRule.Measure.SUCCESS, new EvidenceRule.Step(0, 1), new EvidenceRule.Step(1, 3)));
        passed(ZLATA, "{\"success\":true}");
        passed(ZLATA, "{\"success\":false}");
        assertThat(outcomes(rule))
                .extracting(RuleOutcome::why)
                .satisfiesExactly(
                        no -> assertThat(no).contains(": 1"),
                        yes -> assertThat(yes).contains(": 3"));
    }

    @Test
    void trying_a_rule_records_nothing_and_looking_back_records_once() {
        passed(ZLATA, "{\"score\":{\"scaled\":0.9}}");
        passed("somebody@example.org", "{\"score\":{\"scaled\":0.9}}");
        EvidenceRule rule = scored();
        List<EvidenceRules.Tried> tried = as(philippa, () -> rules.tried(philippa, rule));
        assertThat(tried).hasSize(2);
        assertThat(tried.get(1).weighed()).isInstanceOf(Weighed.Evidence.class);
        assertThat(tried.get(0).weighed()).isInstanceOf(Weighed.Nothing.class);
        make(rule);
        assertThat(outcomes(rule)).isEmpty();
        assertThat(as(philippa, () -> rules.lookBack(philippa, rule.id()))).isEqualTo(2);
        org.awaitility.Awaitility.await().until(() -> outcomes(rule).size() == 2);
        as(philippa, () -> rules.lookBack(philippa, rule.id()));
        UUID fresh = passed(ZLATA, "{\"score\":{\"scaled\":0.9}}");
        assertThat(outcomes(rule)).hasSize(3).extracting(RuleOutcome::statement).contains(fresh);
    }

    @Test
    void evidence_goes_with_the_statement_on_which_it_rests() {
        EvidenceRule rule = make(scored());
        UUID id = passed(ZLATA, "{\"score\":{\"scaled\":0.9}}");
        String reference = "{\"objectType\":\"StatementRef\",\"id\":\"" + id + "\"}";
        game.post(Lrs.statement(UUID.randomUUID(), Lrs.agent("game"), StatementCheck.VOIDED, reference));
        RuleOutcome outcome = outcomes(rule).get(0);
        assertThat(outcome.withdrawn()).isTrue();
        assertThat(evidence(outcome)).noneMatch(Entry::standing);
    }

    @Test
    void a_program_that_says_which_competency_somebody_has_is_believed_by_a_rule_that_says_so() {
        EvidenceRule rule = make(rule(EvidenceRule.Measure.SCORE));
        String named = "https://standards.example.org/" + competency.id();
        String learner = "{\"mbox\":\"mailto:" + ZLATA + "\"}";
        game.post(Lrs.statement(UUID.randomUUID(), learner, ACHIEVED, Lrs.activity(named)));
        game.post(Lrs.statement(UUID.randomUUID(), learner, ACHIEVED, Lrs.activity("https://example.org/unknown")));
        List<RuleOutcome> outcomes = outcomes(rule);
        assertThat(outcomes.get(1).piece()).isPresent();
        assertThat(outcomes.get(0).why()).contains("names no competency that is known here");
    }

    @Test
    void a_rule_that_cannot_hold_is_not_made_and_says_what_to_do() {
        EvidenceRule none = rule(EvidenceRule.Measure.SCORE, new EvidenceRule.Step(0.5, 900));
        assertThat(as(philippa, () -> rules.make(philippa, none)).orElseThrow()).contains("not on scale");
        EvidenceRule wide = rule(EvidenceRule.Measure.SCORE, new EvidenceRule.Step(1.5, 3));
        assertThat(as(philippa, () -> rules.make(philippa, wide)).orElseThrow()).contains("0 and 100");
    }

    @Test
    void an_administrator_connects_a_game_makes_a_rule_of_what_came_and_reads_what_became_of_it_and_what_failed() {
        passed(ZLATA, "{\"score\":{\"scaled\":0.9}}");
        game.post("{\"actor\":7}");
        Visitor administrator = new Visitor(port, java.net.http.HttpClient.Redirect.ALWAYS);
        administrator.signIn("philippa.crane@northside.example", "northside");
        String page = administrator.open("/integrations").body();
        assertThat(page).contains("Make a rule of it", "it has to be an object", "Connect a program");
        String issued = administrator
                .fill("/integrations", "/integrations/programs", java.util.Map.of("name", "Fraction game"))
                .body();
        assertThat(issued).contains("/xapi/", "own_", "Fraction game", "Has sent nothing yet");
        String form = "/integrations/rules/new?competency=" + competency.id() + "&verb=" + PASSED + "&activity=" + level
                + "*";
        assertThat(administrator.open(form).body()).contains(competency.title(), "step0", level);
        EvidenceRuleId id = EvidenceRuleId.next();
        java.util.Map<String, String> typed = new java.util.HashMap<>(java.util.Map.of(
                "id",
                id.toString(),
                "name",
                "Fractions",
                "verb",
                PASSED,
                "activity",
                level + "*",
                "competency",
                competency.id().toString(),
                "measure",
                "score",
                "form",
                "test",
                "do",
                "try"));
        assertThat(administrator.fill(form, "/integrations/rules", typed).body())
                .contains("Nothing has been recorded", "Evidence.", "passed");
        typed.put("do", "make");
        String rule = administrator.fill(form, "/integrations/rules", typed).body();
        assertThat(rule).contains("Fractions", "Nothing has fitted this rule yet", "from 80%");
        made = as(philippa, () -> rules.rule(philippa, id));
        passed(ZLATA, "{\"score\":{\"scaled\":0.9}}");
        assertThat(administrator.open("/integrations/rules/" + id).body()).contains("/pieces/", competency.title());
    }
}
