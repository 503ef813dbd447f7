package org.ownpath.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.ownpath.NodeProgram;
import org.ownpath.SchoolTest;
import org.ownpath.access.TokenScope;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A client that nobody here wrote, {@code @xapi/xapi} from npm, speaks both versions with the product over HTTP. Skipped
 * where there is no node.
 */
class PublicClientTest extends SchoolTest {

    private static final NodeProgram CLIENT = new NodeProgram("node-xapi", "learning-records.mjs", "@xapi/xapi");

    @LocalServerPort
    int port;

    @Test
    void the_public_client_sends_reads_pages_voids_and_keeps_documents() throws Exception {
        ObjectNode asked = StatementJson.object();
        asked.put("endpoint", "http://localhost:" + port + "/xapi/");
        asked.put("token", token(viewer("philippa.crane@northside.example"), TokenScope.STATEMENTS, TokenScope.READ));
        asked.put("name", "node-" + UUID.randomUUID());
        String answer = CLIENT.run(asked.toString());
        JsonNode told =
                StatementJson.read(answer.strip().substring(answer.strip().lastIndexOf('\n') + 1));
        for (String version : List.of("2.0.0", "1.0.3")) {
            JsonNode of = told.path(version);
            assertThat(of.path("about").toString()).as(version).contains("2.0.0", "1.0.3");
            assertThat(of.path("sent").asInt()).isEqualTo(4);
            assertThat(of.path("read").asBoolean()).isTrue();
            assertThat(of.path("paged").toString()).isEqualTo("[3,2]");
            assertThat(of.path("byVerb").asInt()).isEqualTo(5);
            assertThat(of.path("voided").asBoolean()).isTrue();
            assertThat(of.path("gone").asInt()).isEqualTo(404);
            assertThat(of.path("state").asInt()).isEqualTo(2);
            assertThat(of.path("stale").asInt()).isEqualTo(412);
            assertThat(of.path("states").toString()).isEqualTo("[]");
            assertThat(of.path("agentProfile").asString()).isEqualTo("green");
            assertThat(of.path("activityProfile").asInt()).isEqualTo(7);
            assertThat(of.path("person").toString()).contains("@example.org");
            assertThat(of.path("activity").asBoolean()).isTrue();
        }
    }
}
