package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.CommentBank;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.assessment.Portfolios;
import org.ownpath.assessment.Tasks;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.TestOffers;
import org.ownpath.credential.SharedLink;
import org.ownpath.credential.SharedLinks;
import org.ownpath.credential.Sharing;
import org.ownpath.engine.Aggregation;
import org.ownpath.engine.Requirements;
import org.ownpath.engine.Rule;
import org.ownpath.evidence.Artifacts;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.exchange.ImportRequest;
import org.ownpath.exchange.Imports;
import org.ownpath.framework.Frameworks;
import org.ownpath.insight.Asked;
import org.ownpath.insight.Proposal;
import org.ownpath.insight.WhatIf;
import org.ownpath.pathway.Activities;
import org.ownpath.pathway.Goals;
import org.ownpath.pathway.PlannedActivities;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.Scope;
import org.ownpath.roster.Roster;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.ownpath.support.Blocks;
import org.ownpath.support.Plans;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** An administrator of one district asks every address of the product, pages and programs', for things of another. */
class EveryAddressTest extends SchoolTest {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^}]*\\})?[^{}]*)?\\}");
    private static final String IRENE = "irene.castellan@southfield.example";
    private static final String PHILIPPA = "philippa.crane@northside.example";

    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 409, 422);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    Roster roster;

    @Autowired
    Frameworks frameworks;

    @Autowired
    LedgerReading ledger;

    @Autowired
    Artifacts artifacts;

    @Autowired
    Imports imports;

    @Autowired
    ItemBanks banks;

    @Autowired
    TestOffers offers;

    @Autowired
    SharedLinks links;

    @Autowired
    DesignChoices choices;

    @Autowired
    WhatIf whatIf;

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    Tasks tasks;

    @Autowired
    Portfolios portfolios;

    @Autowired
    CommentBank comments;

    @Autowired
    OutsideAssessors outside;

    @Autowired
    Goals goals;

    @Autowired
    Activities activities;

    @Autowired
    PlannedActivities planned;

    @Autowired
    Plans plans;

    @Autowired
    Blocks blocks;

    @Autowired
    JdbcClient database;

    private record Address(RequestMethod method, String pattern) {}

    private Stream<Address> addresses() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.ownpath"))
                .flatMap(each -> each.getKey().getPatternValues().stream()
                        .flatMap(pattern -> each.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Address(method, pattern))));
    }

    /** One of everything of Northside that an address can name. */
    private Map<String, String> northside() {
        Viewer philippa = viewer(PHILIPPA);
        StudentId maya = StudentId.of(viewer("maya.okafor@northside.example").person());
        return as(philippa, () -> {
            Entry entry = ledger.latest(maya, 1).get(0);
            Map<String, String> names = new HashMap<>();
            names.put("student", maya.toString());
            names.put("person", maya.toString());
            names.put("group", roster.groupsOf(maya).get(0).id().toString());
            names.put("competency", entry.competency().toString());
            names.put(
                    "framework",
                    frameworks.curriculum().frameworks().get(0).id().toString());
            names.put("piece", entry.piece().toString());
            names.put("wrong", entry.piece().toString());
            names.put(
                    "hash",
                    artifacts.store(philippa, "plan.txt", text("A plan")).hash());
            names.put("block", blocks.of(philippa).get(0).id().toString());
            names.put("plan", plans.of(philippa).get(0).id().toString());
            names.put("goal", goals.of(philippa, maya).get(0).goal().id().toString());
            names.put("activity", activities.catalogue(philippa).get(0).id().toString());
            names.put(
                    "planned", planned.of(philippa, maya).get(0).planned().id().toString());
            names.put("id", job(philippa));
            Bank bank = banks.banks(philippa).get(0);
            names.put("bank", bank.id().toString());
            names.put("item", banks.items(philippa, bank.id()).get(0).id().toString());
            names.put("offer", offers.offers(philippa).get(0).id().toString());
            names.put("attempt", attempt());
            names.put("adoption", choices.decisions().get(0).adoption().id().toString());
            Demonstration demonstration =
                    demonstrations.ofStudent(philippa, maya).get(0);
            names.put("demonstration", demonstration.id().toString());
            names.put("task", tasks.library(philippa).get(0).id().toString());
            names.put("replay", replay(philippa));
            names.put("kept", portfolios.of(philippa, maya).get(0).id().toString());
            names.put("comment", comment());
            outside.invite(philippa, demonstration, "Rosa Lind, engineer");
            names.put("invitation", outside.of(demonstration).get(0).id().toString());
            token(philippa);
            names.put("code", "ABCDEF");
            names.put("linked", TimeOrdered.next().toString());
            names.put("passkey", TimeOrdered.next().toString());
            names.put("session", "0123456789abcdef01234567");
            names.put("link", link(philippa, maya));
            names.put("token", tokens.of(philippa).get(0).id().toString());
            return names;
        });
    }

    private String attempt() {
        return database.sql("select id from assessment.attempt limit 1")
                .query(UUID.class)
                .single()
                .toString();
    }

    private String replay(Viewer philippa) {
        ChoiceDraft draft = ChoiceDraft.EMPTY.with(new ChoiceDraft.RuleChange(
                Scope.district(),
                "The last one",
                Rule.of(new Aggregation.Latest(), Requirements.reaching(4)),
                false,
                false));
        return ((Asked.Begun) whatIf.ask(philippa, Proposal.of(draft))).replay().toString();
    }

    private String link(Viewer philippa, StudentId maya) {
        SharedLink.Choice choice = new SharedLink.Choice("Lakeside College", Set.of("Mathematics"), true, true);
        return ((Sharing.Shared) links.share(philippa, maya, choice, 30)).link().toString();
    }

    private String job(Viewer philippa) {
        ImportRequest asked = imports.request(
                philippa, new Imports.Request("roster", "people.csv", Map.of()), text("nothing of a roster"));
        return ((ImportRequest.Accepted) asked).id().toString();
    }

    /** A comment in the bank of a teacher of Northside. */
    private String comment() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        return comments.of(gwen).get(0).id().toString();
    }

    private static ByteArrayInputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What the other district's administrator could have changed. */
    private List<String> fingerprint() {
        return as(viewer(PHILIPPA), () -> database.sql("""
                select 'entries ' || count(*) from evidence.entry
                union all select 'accounts ' || md5(string_agg(password_hash, '' order by id)) from access.account
                union all select 'tokens ' || count(*) filter (where revoked_at is null) from access.api_token
                union all select 'editions ' || md5(string_agg(f::text, '' order by id)) from framework.framework f
                union all select 'adoptions ' || count(*) from policy.adoption
                union all select 'drafts ' || count(*) from policy.draft
                union all select 'plans ' || count(*) from support.plan
                union all select 'words ' || count(*) from support.plan_words
                union all select 'sessions ' || count(*) from support.plan_session
                union all select 'closings ' || count(*) from support.plan_closing
                union all select 'goals ' || count(*) from pathway.goal
                union all select 'goal steps ' || count(*) from pathway.goal_step
                union all select 'goal words ' || count(*) from pathway.goal_words
                union all select 'goal changes ' || count(*) from pathway.goal_change
                union all select 'activities ' || md5(string_agg(a::text, '' order by id)) from pathway.activity a
                union all select 'vettings ' || count(*) from pathway.vetting
                union all select 'planned ' || count(*) || count(ended_at) from pathway.planned_activity
                union all select 'blocks ' || count(*) from support.block_step
                union all select 'places ' || md5(string_agg(s::text, '' order by student_id)) from support.block_student s
                union all select 'aside ' || count(*) from support.snooze
                union all select 'replays ' || md5(string_agg(r::text, '' order by id)) from insight.replay r
                union all select 'diplomas ' || count(*) from credential.graduation_plan
                union all select 'links ' || count(*) filter (where revoked_at is null) from credential.shared_link
                union all select 'imports ' || count(*) from exchange.import_job
                union all select 'items ' || md5(string_agg(i::text, '' order by id)) from assessment.item i
                union all select 'banks ' || md5(string_agg(b::text, '' order by id)) from assessment.bank b
                union all select 'offers ' || md5(string_agg(o::text, '' order by id)) from assessment.test_offer o
                union all select 'needs ' || count(*) from assessment.accommodation
                union all select 'tries ' || count(*) || count(ended_at) from assessment.attempt""").query(String.class).list());
    }

    @Test
    void no_address_shows_or_changes_anything_of_another_district() {
        Map<String, String> northside = northside();
        Visitor irene = new Visitor(port, HttpClient.Redirect.NEVER);
        irene.signIn(IRENE, "southfield");
        String token = token(viewer(IRENE));
        List<String> before = fingerprint();
        Map<String, Integer> answered = new TreeMap<>();
        addresses().filter(address -> address.pattern().contains("{")).forEach(address -> {
            String path = filled(address.pattern(), northside);
            HttpResponse<String> answer = ask(irene, token, address.method(), path);
            answered.put(address + "", answer.statusCode());
            assertThat(answer.body()).as(address + " says").doesNotContain("Maya", "Okafor", "plan.txt", "people.csv");
        });
        assertThat(answered).hasSizeGreaterThan(12);
        answered.values().removeIf(REFUSALS::contains);
        assertThat(answered).isEmpty();
        assertThat(fingerprint()).isEqualTo(before);
    }

    @Test
    void no_list_has_anybody_of_another_district() {
        Visitor irene = new Visitor(port, HttpClient.Redirect.NEVER);
        irene.signIn(IRENE, "southfield");
        addresses()
                .filter(address -> address.method() == RequestMethod.GET
                        && !address.pattern().contains("{")
                        && !address.pattern().startsWith("/api"))
                .forEach(address -> assertThat(irene.open(address.pattern()).body())
                        .as(address.pattern())
                        .doesNotContain("Okafor", "Abernathy"));
    }

    private static String filled(String pattern, Map<String, String> names) {
        Matcher variables = VARIABLE.matcher(pattern);
        return variables.replaceAll(found -> {
            assertThat(names).as("a value for " + pattern).containsKey(found.group(1));
            return names.get(found.group(1));
        });
    }

    private static HttpResponse<String> ask(Visitor irene, String token, RequestMethod method, String path) {
        if (path.startsWith("/api")) {
            HttpRequest.Builder request = irene.to(path)
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "application/json");
            return irene.send(
                    method == RequestMethod.GET
                            ? request
                            : request.POST(HttpRequest.BodyPublishers.ofString("{\"reason\": \"To see\"}")));
        }
        return method == RequestMethod.GET
                ? irene.open(path)
                : irene.fill(
                        "/account",
                        path,
                        Map.of("reason", "To see", "name", UUID.randomUUID().toString()));
    }
}
