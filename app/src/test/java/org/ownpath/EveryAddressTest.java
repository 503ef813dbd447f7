package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Permission;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;

/** An administrator of one district asks every address of the product, pages and programs', for things of another. */
class EveryAddressTest extends SchoolTest {

    private static final String IRENE = "irene.castellan@southfield.example";
    private static final String PHILIPPA = "philippa.crane@northside.example";

    private static final Set<Integer> REFUSALS = Set.of(400, 403, 404, 409, 422);

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @Autowired
    ApplicationContext context;

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
                union all select 'badges ' || count(*) || count(retired_at) from credential.badge
                union all select 'taken back ' || count(revoked_at) from credential.award
                union all select 'shown ' || count(*) || count(withdrawn_at) from credential.award_showing
                union all select 'keys ' || count(*) || count(withdrawn_at) from credential.signing_key
                union all select 'elsewhere ' || count(*) from exchange.outside_credential
                union all select 'reviews ' || count(*) from exchange.outside_review
                union all select 'endorsements ' || count(*) from exchange.endorsement
                union all select 'rules ' || count(*) || count(ended_at) from exchange.evidence_rule
                union all select 'to weigh ' || count(*) from exchange.statement_to_weigh
                union all select 'courses ' || count(*) || count(ended_at) from exchange.course
                union all select 'waivers ' || count(waived_at) from exchange.course_progress
                union all select 'units ' || count(*) from exchange.course_unit
                union all select 'tools ' || count(*) || count(ended_at) from exchange.lti_tool
                union all select 'platforms ' || count(*) || count(ended_at) from exchange.lti_platform
                union all select 'systems ' || count(*) || count(ended_at) || count(next_run_at) from exchange.student_system
                union all select 'system runs ' || count(*) from exchange.student_system_run
                union all select 'webhooks ' || count(*) || count(ended_at) || count(stopped_at) from exchange.webhook
                union all select 'imports ' || count(*) from exchange.import_job
                union all select 'items ' || md5(string_agg(i::text, '' order by id)) from assessment.item i
                union all select 'banks ' || md5(string_agg(b::text, '' order by id)) from assessment.bank b
                union all select 'offers ' || md5(string_agg(o::text, '' order by id)) from assessment.test_offer o
                union all select 'needs ' || count(*) from assessment.accommodation
                union all select 'tries ' || count(*) || count(ended_at) from assessment.attempt""").query(String.class).list());
    }

    @Test
    void no_address_shows_or_changes_anything_of_another_district() {
        Map<String, String> northside = OneOfEverything.of(context);
        Visitor irene = new Visitor(port, HttpClient.Redirect.NEVER);
        irene.signIn(IRENE, "southfield");
        String token = token(viewer(IRENE));
        List<String> before = fingerprint();
        Map<String, Integer> answered = new TreeMap<>();
        Addresses.of(context).filter(EveryAddressTest::isOfADistrict).forEach(address -> {
            String path = address.filled(northside);
            HttpResponse<String> answer = ask(irene, token, address.method(), path);
            answered.put(address + "", answer.statusCode());
            assertThat(answer.body()).as(address + " says").doesNotContain("Maya", "Okafor", "plan.txt", "people.csv");
        });
        assertThat(answered).hasSizeGreaterThan(12);
        answered.values().removeIf(REFUSALS::contains);
        assertThat(answered).isEmpty();
        assertThat(fingerprint()).isEqualTo(before);
    }

    /** Keys, badges and open frameworks are what a district tells the whole world of itself; learning tools have tokens of their own. */
    private static boolean isOfADistrict(Addresses.Address address) {
        return address.pattern().contains("{")
                && !Set.of(
                                Permission.CHECK_CREDENTIALS,
                                Permission.READ_OPEN_FRAMEWORKS,
                                Permission.CONNECT_LEARNING_TOOLS,
                                Permission.OPEN_COURSE_FILES,
                                Permission.SERVE_LEARNING_TOOLS)
                        .contains(address.permission());
    }

    @Test
    void no_list_has_anybody_of_another_district() {
        Visitor irene = new Visitor(port, HttpClient.Redirect.NEVER);
        irene.signIn(IRENE, "southfield");
        Addresses.of(context)
                .filter(address -> address.method() == RequestMethod.GET
                        && !address.pattern().contains("{")
                        && !address.pattern().startsWith("/api"))
                .forEach(address -> assertThat(irene.open(address.pattern()).body())
                        .as(address.pattern())
                        .doesNotContain("Okafor", "Abernathy"));
    }

    private static HttpResponse<String> ask(Visitor irene, String token, RequestMethod method, String path) {
        if (path.startsWith("/api") || path.startsWith("/ims")) {
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
