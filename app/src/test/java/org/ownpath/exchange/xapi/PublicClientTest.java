package org.ownpath.exchange.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
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

    private static final Path SOURCE = Path.of("src", "test", "node-xapi");
    private static final Path PLACE = Path.of("target", "node-xapi");

    @LocalServerPort
    int port;

    @Test
    void the_public_client_sends_reads_pages_voids_and_keeps_documents() throws Exception {
        Assumptions.assumeTrue(isThere("node") && isThere("npm"), "skipped: node and npm are not on the PATH");
        install();
        ObjectNode asked = StatementJson.object();
        asked.put("endpoint", "http://localhost:" + port + "/xapi/");
        asked.put("token", token(viewer("philippa.crane@northside.example"), TokenScope.STATEMENTS, TokenScope.READ));
        asked.put("name", "node-" + UUID.randomUUID());
        String answer = run(List.of("node", "learning-records.mjs"), asked.toString());
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

    private static void install() throws IOException, InterruptedException {
        Files.createDirectories(PLACE);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "learning-records.mjs")) {
            byte[] content = Files.readAllBytes(SOURCE.resolve(file));
            Files.write(PLACE.resolve(file), content);
        }
        if (!Files.exists(PLACE.resolve("node_modules/@xapi/xapi"))) {
            run(List.of("npm", "ci"), "");
        }
    }

    private static boolean isThere(String program) {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":", -1)).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String run(List<String> command, String input) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("answer", ".json");
        Path question = Files.createTempFile("question", ".json");
        Files.writeString(question, input);
        Process process = new ProcessBuilder(command)
                .directory(PLACE.toFile())
                .redirectInput(question.toFile())
                .redirectOutput(answer.toFile())
                .redirectErrorStream(true)
                .start();
        if (!process.waitFor(5, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(String.join(" ", command) + ": " + Files.readString(answer));
        }
        return Files.readString(answer, StandardCharsets.UTF_8);
    }
}
