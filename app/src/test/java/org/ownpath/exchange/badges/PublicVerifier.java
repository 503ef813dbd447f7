package org.ownpath.exchange.badges;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Verifiers that nobody here wrote, from npm: {@code @digitalbazaar/data-integrity} with the cryptosuite eddsa-rdfc-2022, and
 * {@code jose} for tokens. Tests that need them are skipped where there is no node.
 */
public final class PublicVerifier {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SOURCE = Path.of("src", "test", "node");
    private static final Path PLACE = Path.of("target", "node");

    private PublicVerifier() {}

    /** What it says of each credential, in their order: "" when it holds, or why not. */
    public static List<String> verdicts(Map<String, String> documents, List<String> credentials)
            throws IOException, InterruptedException {
        install();
        ObjectNode asked = JSON.createObjectNode();
        asked.put(
                "contexts",
                Path.of("src", "main", "resources", "credential-contexts")
                        .toAbsolutePath()
                        .toString());
        ObjectNode files = asked.putObject("files");
        Contexts.FILES.forEach(files::put);
        ObjectNode known = asked.putObject("documents");
        documents.forEach((address, document) -> known.set(address, JSON.readTree(document)));
        ArrayNode given = asked.putArray("credentials");
        for (String credential : credentials) {
            given.add(credential.startsWith("{") ? JSON.readTree(credential) : given.stringNode(credential));
        }
        List<String> verdicts = new ArrayList<>();
        for (JsonNode result : JSON.readTree(run(List.of("node", "check.mjs"), asked.toString()))) {
            verdicts.add(
                    result.path("verified").asBoolean()
                            ? ""
                            : "refused: " + result.path("error").asString());
        }
        return verdicts;
    }

    private static synchronized void install() throws IOException, InterruptedException {
        Assumptions.assumeTrue(isThere("node") && isThere("npm"), "skipped: node and npm are not on the PATH");
        Files.createDirectories(PLACE);
        for (String file : List.of("package.json", "package-lock.json", ".npmrc", "check.mjs")) {
            byte[] content = Files.readAllBytes(SOURCE.resolve(file));
            Files.write(PLACE.resolve(file), content);
        }
        if (!Files.exists(PLACE.resolve("node_modules/jose"))) {
            run(List.of("npm", "ci"), "");
        }
    }

    private static boolean isThere(String program) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(":", -1)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
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
