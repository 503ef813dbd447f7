package org.ownpath.exchange.badges;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ownpath.NodeProgram;
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
    private static final NodeProgram CHECK = new NodeProgram("node", "check.mjs", "jose");

    private PublicVerifier() {}

    /** What it says of each credential, in their order: "" when it holds, or why not. */
    public static List<String> verdicts(Map<String, String> documents, List<String> credentials)
            throws IOException, InterruptedException {
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
        for (JsonNode result : JSON.readTree(CHECK.run(asked.toString()))) {
            verdicts.add(
                    result.path("verified").asBoolean()
                            ? ""
                            : "refused: " + result.path("error").asString());
        }
        return verdicts;
    }
}
