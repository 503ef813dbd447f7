package org.ownpath.exchange.caseframework;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ownpath.NodeProgram;
import org.ownpath.SchoolTest;
import org.ownpath.SharedFile;
import org.ownpath.Visitor;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.TokenScope;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.AnyAddress;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.FrameworkImport;
import org.ownpath.framework.FrameworkPlan;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.Progress;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Frameworks that go out and come in by CASE 1.1, over HTTP. */
class CaseExchangeTest extends SchoolTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Validates by ajv from npm, which nobody here wrote. */
    private static final NodeProgram VALIDATOR = new NodeProgram("node-standards", "standards.mjs", "ajv");

    @LocalServerPort
    int port;

    @Autowired
    FrameworkImport frameworks;

    @Autowired
    OpenFrameworks open;

    @Autowired
    Access access;

    private Viewer philippa() {
        return viewer("philippa.crane@northside.example");
    }

    private Viewer administrator(String slug) {
        return new Viewer(
                AccountId.next(),
                accounts.openDistrict(slug, slug),
                PersonId.next(),
                "Head",
                Set.of(Role.ADMINISTRATOR));
    }

    private void opened(Viewer viewer, boolean everybody) {
        as(viewer, () -> {
            open.open(viewer, everybody);
            return viewer;
        });
    }

    private HttpResponse<String> ask(String slug, String path) {
        Visitor anybody = new Visitor(port, HttpClient.Redirect.NEVER);
        return anybody.open("/case/" + slug + "/ims/case/v1p1/" + path);
    }

    private JsonNode answer(String slug, String path) {
        HttpResponse<String> answer = ask(slug, path);
        assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    private List<String> packages(String slug) {
        List<String> packages = new ArrayList<>();
        answer(slug, "CFDocuments")
                .path("CFDocuments")
                .forEach(document -> packages.add(
                        ask(slug, "CFPackages/" + document.path("identifier").asString(""))
                                .body()));
        return packages;
    }

    private void take(Viewer viewer, String content) {
        Read<FrameworkDraft> read =
                CasePackage.read(new Source("package.json", content.getBytes(StandardCharsets.UTF_8)), Map.of());
        assertThat(read).isInstanceOf(Read.Parsed.class);
        FrameworkPlan plan = as(
                viewer,
                () -> frameworks.publish(viewer, ((Read.Parsed<FrameworkDraft>) read).value(), Progress.SILENT));
        assertThat(plan).isInstanceOf(FrameworkPlan.Planned.class);
    }

    /** Addresses name the server that answers, and times are those of the edition: everything else has to be the same. */
    private static String essence(String content) {
        return JSON.readTree(content.replaceAll("/case/[a-z-]+/ims", "/case/somewhere/ims")
                        .replaceAll("\"lastChangeDateTime\":\"[^\"]+\"", "\"lastChangeDateTime\":\"then\""))
                .toPrettyString();
    }

    @Test
    void a_framework_is_the_same_after_it_has_gone_out_and_come_in_elsewhere() {
        opened(philippa(), true);
        Viewer elsewhere = administrator("case-elsewhere");
        opened(elsewhere, true);
        List<String> gone = packages("northside");
        assertThat(gone).isNotEmpty();
        gone.forEach(content -> take(elsewhere, content));
        List<String> again = packages("case-elsewhere");
        assertThat(again.stream().map(CaseExchangeTest::essence).toList())
                .isEqualTo(gone.stream().map(CaseExchangeTest::essence).toList());
        assertThat(gone.get(0)).contains("precedes", "isChildOf", "CFRubricCriterionLevels", "strand");
    }

    @Test
    void what_others_wrote_keeps_its_identifiers_and_its_tree() throws Exception {
        Optional<Path> fixture = SharedFile.named("opensalt-fixtures/AdoptedTestFramework.json");
        Assumptions.assumeTrue(fixture.isPresent(), "skipped: the frameworks of others are not here");
        Viewer elsewhere = administrator("case-others");
        opened(elsewhere, true);
        String theirs = Files.readString(fixture.get());
        take(elsewhere, theirs);
        JsonNode ours = JSON.readTree(packages("case-others").get(0));
        assertThat(identifiers(ours.path("CFItems")))
                .isEqualTo(identifiers(JSON.readTree(theirs).path("CFItems")));
        assertThat(children(ours)).containsAll(children(JSON.readTree(theirs)));
    }

    private static List<String> identifiers(JsonNode items) {
        return items.valueStream()
                .map(item -> item.path("identifier").asString(""))
                .sorted()
                .toList();
    }

    private static List<String> children(JsonNode whole) {
        return whole.path("CFAssociations")
                .valueStream()
                .filter(each -> each.path("associationType").asString("").equals("isChildOf"))
                .map(each -> each.path("originNodeURI").path("identifier").asString("") + " of "
                        + each.path("destinationNodeURI").path("identifier").asString(""))
                .sorted()
                .toList();
    }

    @Test
    void packages_follow_the_schema_that_the_standard_publishes() throws Exception {
        Optional<Path> schema = SharedFile.named("case-schemas/case-v1p1-cfpackage.official.json");
        Assumptions.assumeTrue(schema.isPresent(), "skipped: the schema of CASE is not here");
        opened(philippa(), true);
        ObjectNode question = JSON.createObjectNode();
        question.put("schema", schema.get().toAbsolutePath().toString());
        var documents = question.putArray("documents");
        packages("northside").forEach(content -> documents.add(JSON.readTree(content)));
        documents.addObject().put("CFDocument", "none");
        String answer = VALIDATOR.run(question.toString()).strip();
        JsonNode told = JSON.readTree(answer.substring(answer.lastIndexOf('\n') + 1));
        for (int i = 0; i < told.size() - 1; i++) {
            assertThat(told.get(i)).as("package " + i).isEmpty();
        }
        assertThat(told.get(told.size() - 1)).as("what is no package").isNotEmpty();
    }

    @Test
    void every_answer_follows_the_description_of_the_interface_that_another_server_publishes() throws Exception {
        Optional<Path> description = SharedFile.named("case-schemas/case_v1p1_openapi_opencase.json");
        Assumptions.assumeTrue(description.isPresent(), "skipped: the description of CASE is not here");
        opened(philippa(), true);
        JsonNode whole = JSON.readTree(packages("northside").get(0));
        String document = whole.path("CFDocument").path("identifier").asString("");
        String item = first(whole.path("CFItems"));
        ObjectNode question = JSON.createObjectNode();
        question.put("description", description.get().toAbsolutePath().toString());
        ArrayNode documents = question.putArray("documents");
        asked(documents, "CFDocumentSetDType", "CFDocuments");
        asked(documents, "CFDocumentDType", "CFDocuments/" + document);
        asked(documents, "CFItemDType", "CFItems/" + item);
        asked(documents, "CFAssociationSetDType", "CFItemAssociations/" + item);
        asked(documents, "CFAssociationDType", "CFAssociations/" + first(whole.path("CFAssociations")));
        asked(documents, "CFRubricDType", "CFRubrics/" + first(whole.path("CFRubrics")));
        asked(documents, "imsx_StatusInfoDType", "CFItems/nothing");
        asked(documents, "imsx_StatusInfoDType", "CFDocuments?sort=colour");
        asked(documents, "CFItemDType", "CFDocuments");
        JsonNode told = JSON.readTree(VALIDATOR
                .run(question.toString())
                .strip()
                .lines()
                .reduce((before, last) -> last)
                .orElseThrow());
        assertThat(told.size()).isEqualTo(documents.size());
        for (int i = 0; i < told.size() - 1; i++) {
            assertThat(told.get(i)).as("answer " + i).isEmpty();
        }
        assertThat(told.get(told.size() - 1)).as("a list is no item").isNotEmpty();
    }

    private void asked(ArrayNode documents, String type, String path) {
        documents
                .addObject()
                .put("type", type)
                .set("document", JSON.readTree(ask("northside", path).body()));
    }

    private static String first(JsonNode parts) {
        return parts.get(0).path("identifier").asString("");
    }

    @Test
    void every_part_is_found_by_its_identifier() {
        opened(philippa(), true);
        JsonNode whole = JSON.readTree(packages("northside").get(0));
        String item = whole.path("CFItems").get(0).path("identifier").asString("");
        assertThat(answer("northside", "CFItems/" + item).path("CFDocumentURI").path("identifier"))
                .isEqualTo(whole.path("CFDocument").path("identifier"));
        assertThat(answer("northside", "CFItemAssociations/" + item)
                        .path("CFAssociations")
                        .size())
                .isPositive();
        String association =
                whole.path("CFAssociations").get(0).path("identifier").asString("");
        assertThat(answer("northside", "CFAssociations/" + association)
                        .path("associationType")
                        .asString(""))
                .isEqualTo("isChildOf");
        JsonNode definitions = whole.path("CFDefinitions");
        for (String kind : List.of("CFSubjects", "CFItemTypes")) {
            String id = definitions.path(kind).get(0).path("identifier").asString("");
            assertThat(answer("northside", kind + "/" + id).path(kind).get(0))
                    .isEqualTo(definitions.path(kind).get(0));
        }
        String rubric = whole.path("CFRubrics").get(0).path("identifier").asString("");
        assertThat(answer("northside", "CFRubrics/" + rubric))
                .isEqualTo(whole.path("CFRubrics").get(0));
    }

    @Test
    void what_is_asked_wrongly_is_refused_in_the_standards_own_words() {
        opened(philippa(), true);
        refused("CFItems/nothing", 400, "invalid_uuid");
        refused("CFItems/" + UUID.nameUUIDFromBytes(new byte[] {7}), 404, "unknownobject");
        refused("CFLicenses/" + UUID.nameUUIDFromBytes(new byte[] {7}), 404, "unknownobject");
        refused("CFDocuments?sort=colour", 400, "invalid_sort_field");
        refused("CFDocuments?fields=title,colour", 400, "invalid_selection_field");
        refused("CFDocuments?limit=-1", 400, "invalid_selection_field");
        assertThat(answer("northside", "CFDocuments?fields=title")
                        .path("CFDocuments")
                        .get(0)
                        .size())
                .isEqualTo(1);
    }

    private void refused(String path, int status, String minor) {
        HttpResponse<String> answer = ask("northside", path);
        assertThat(answer.statusCode()).as(path).isEqualTo(status);
        assertThat(JSON.readTree(answer.body()).path("imsx_codeMajor").asString(""))
                .isEqualTo("failure");
        assertThat(answer.body()).contains("\"imsx_codeMinorFieldValue\":\"" + minor + "\"");
    }

    @Test
    void a_list_comes_in_pages_that_name_the_next() {
        Viewer elsewhere = administrator("case-pages");
        opened(elsewhere, true);
        opened(philippa(), true);
        String one = packages("northside").get(0);
        take(elsewhere, one);
        String id = JSON.readTree(one).path("CFDocument").path("identifier").asString("");
        take(elsewhere, one.replace(id, UUID.nameUUIDFromBytes(new byte[] {9}).toString()));
        HttpResponse<String> first = ask("case-pages", "CFDocuments?limit=1");
        assertThat(first.headers().firstValue("X-Total-Count")).contains("2");
        assertThat(first.headers().firstValue("Link").orElse("")).contains("offset=1", "rel=\"next\"");
        HttpResponse<String> last = ask("case-pages", "CFDocuments?limit=1&offset=1");
        assertThat(last.headers().firstValue("Link")).isEmpty();
        assertThat(last.body()).isNotEqualTo(first.body());
    }

    @Test
    void frameworks_that_are_not_opened_are_read_with_a_token_of_the_district_only() {
        Viewer philippa = philippa();
        opened(philippa, false);
        HttpResponse<String> without = ask("northside", "CFDocuments");
        assertThat(without.statusCode()).isEqualTo(401);
        assertThat(without.body()).contains("unauthorised_request").doesNotContain("Northside");
        assertThat(with(token(viewer("irene.castellan@southfield.example")))).isEqualTo(401);
        assertThat(with(token(philippa, TokenScope.READ))).isEqualTo(200);
        opened(philippa, true);
    }

    private int with(String token) {
        Visitor program = new Visitor(port, HttpClient.Redirect.NEVER);
        return program.send(program.to("/case/northside/ims/case/v1p1/CFDocuments")
                        .header("Authorization", "Bearer " + token))
                .statusCode();
    }

    @Test
    void another_server_is_asked_for_what_it_offers() {
        Viewer philippa = philippa();
        opened(philippa, true);
        CaseServers servers = new CaseServers(AnyAddress.allowed(), access);
        Read<List<CaseServers.Offered>> offered =
                as(philippa, () -> servers.offered(philippa, "http://localhost:" + port + "/case/northside"));
        assertThat(((Read.Parsed<List<CaseServers.Offered>>) offered).value())
                .isNotEmpty()
                .allMatch(each -> each.address().contains("/CFPackages/"));
        Read<List<CaseServers.Offered>> nothing =
                as(philippa, () -> servers.offered(philippa, "http://localhost:" + port));
        assertThat(nothing).isInstanceOf(Read.Unreadable.class);
    }
}
