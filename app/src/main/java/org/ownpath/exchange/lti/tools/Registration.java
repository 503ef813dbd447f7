package org.ownpath.exchange.lti.tools;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Tools that register themselves (LTI Dynamic Registration): what the district tells of itself, and what a tool asks for. */
@Component
class Registration {

    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final String PLATFORM = "https://purl.imsglobal.org/spec/lti-platform-configuration";
    private static final List<String> CLAIMS = List.of("iss", "sub", "name", "given_name", "family_name", "email");

    private final Tools tools;
    private final LtiAddress address;

    Registration(Tools tools, LtiAddress address) {
        this.tools = tools;
        this.address = address;
    }

    /** What the district tells of itself. */
    ObjectNode configuration() {
        ObjectNode it = StrictJson.empty();
        it.put("issuer", address.issuer());
        it.put("authorization_endpoint", address.of("/authorize"));
        it.put("token_endpoint", address.of("/token"));
        it.put("jwks_uri", address.of("/jwks.json"));
        it.put("registration_endpoint", address.of("/registration"));
        it.putArray("token_endpoint_auth_methods_supported").add("private_key_jwt");
        it.putArray("token_endpoint_auth_signing_alg_values_supported").add("RS256");
        ArrayNode scopes = it.putArray("scopes_supported").add("openid");
        List.of(Lti.SCOPE_LINE_ITEMS, Lti.SCOPE_LINE_ITEMS_READ, Lti.SCOPE_RESULTS, Lti.SCOPE_SCORES, Lti.SCOPE_MEMBERS)
                .forEach(scopes::add);
        it.putArray("response_types_supported").add("id_token");
        it.putArray("subject_types_supported").add("pairwise");
        it.putArray("id_token_signing_alg_values_supported").add("RS256");
        ArrayNode claims = it.putArray("claims_supported");
        CLAIMS.forEach(claims::add);
        ObjectNode platform = it.putObject(PLATFORM);
        platform.put("product_family_code", "ownpath");
        platform.put("version", Lti.VERSION);
        ArrayNode messages = platform.putArray("messages_supported");
        messages.addObject().put("type", Lti.RESOURCE_LINK);
        messages.addObject().put("type", Lti.PICK_REQUEST);
        return it;
    }

    /** Connects the tool that asks so, and gives what it is told. Throws {@link ToolRefused} when it is not connected. */
    ObjectNode register(String token, ObjectNode wanted) {
        JsonNode tool = wanted.path(TOOL);
        List<String> redirects = new ArrayList<>();
        wanted.path("redirect_uris").forEach(each -> redirects.add(each.asString("")));
        Optional<String> picker = picker(tool);
        Tool.Described described = new Tool.Described(
                wanted.path("client_name").asString(""),
                new Tool.Addresses(
                        wanted.path("initiate_login_uri").asString(""),
                        wanted.path("jwks_uri").asString(""),
                        redirects,
                        tool.path("target_link_uri").asString(""),
                        picker),
                asksForNames(tool));
        ToolId id = ToolId.next();
        tools.connectOffered(token, id, described).ifPresent(why -> {
            throw new ToolRefused(HttpStatus.BAD_REQUEST, "invalid_client_metadata", why);
        });
        return told(wanted, id);
    }

    private static Optional<String> picker(JsonNode tool) {
        for (JsonNode message : tool.path("messages")) {
            if (message.path("type").asString("").equals(Lti.PICK_REQUEST)) {
                String own = message.path("target_link_uri").asString("");
                return Optional.of(own.isEmpty() ? tool.path("target_link_uri").asString("") : own);
            }
        }
        return Optional.empty();
    }

    private static boolean asksForNames(JsonNode tool) {
        for (JsonNode claim : tool.path("claims")) {
            if (List.of("name", "given_name", "family_name", "email").contains(claim.asString(""))) {
                return true;
            }
        }
        return false;
    }

    private static ObjectNode told(ObjectNode wanted, ToolId id) {
        ObjectNode told = wanted.deepCopy();
        told.put("client_id", id.toString());
        told.put("token_endpoint_auth_method", "private_key_jwt");
        if (told.path(TOOL) instanceof ObjectNode tool) {
            tool.put("deployment_id", Lti.DEPLOYMENT);
        }
        return told;
    }
}
