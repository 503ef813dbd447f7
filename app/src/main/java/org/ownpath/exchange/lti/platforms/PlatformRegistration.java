package org.ownpath.exchange.lti.platforms;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.exchange.OutsideCalls;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Registers Ownpath as a tool with a learning management system (LTI Dynamic Registration). */
@Component
public class PlatformRegistration {

    private static final String TOOL = "https://purl.imsglobal.org/spec/lti-tool-configuration";
    private static final int LARGEST = 256 * 1024;

    private final OutsideCalls calls;
    private final LtiAddress address;
    private final Accounts accounts;

    PlatformRegistration(OutsideCalls calls, LtiAddress address, Accounts accounts) {
        this.calls = calls;
        this.address = address;
        this.accounts = accounts;
    }

    /**
     * What a system gives to whoever is to register.
     *
     * @param token empty where it gives none
     * @param teachers whether it may send teachers too
     */
    public record Offer(String configuration, String token, boolean teachers) {}

    /** What came of it. */
    sealed interface Registered {

        /** It knows Ownpath now. */
        record Done(Platform.Described described) implements Registered {}

        /** It does not, and why. */
        record Refused(String why) implements Registered {}
    }

    Registered register(Offer offer) {
        Optional<ObjectNode> configuration =
                answer(OutsideCalls.Call.get(offer.configuration(), Map.of("Accept", "application/json")));
        if (configuration.isEmpty()) {
            return new Registered.Refused("Nothing that can be read is at '" + offer.configuration()
                    + "'. Begin the registration in the system again.");
        }
        String issuer = configuration.get().path("issuer").asString("");
        if (!sameHost(issuer, offer.configuration())) {
            return new Registered.Refused("The configuration is of another address than its issuer '" + issuer + "'.");
        }
        Map<String, String> headers = offer.token().isEmpty()
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "Authorization", "Bearer " + offer.token());
        Optional<ObjectNode> answer = answer(new OutsideCalls.Call(
                "POST", configuration.get().path("registration_endpoint").asString(""), headers, wish().toString()));
        return answer.filter(told -> !told.path("client_id").asString("").isEmpty())
                .<Registered>map(told -> new Registered.Done(described(configuration.get(), told, offer)))
                .orElseGet(() -> new Registered.Refused(
                        "The system did not register Ownpath. Begin the registration there again."));
    }

    private static Platform.Described described(ObjectNode configuration, ObjectNode told, Offer offer) {
        String issuer = configuration.path("issuer").asString("");
        return new Platform.Described(
                String.valueOf(URI.create(issuer).getHost()),
                new Platform.Identity(
                        issuer,
                        told.path("client_id").asString(""),
                        told.path(TOOL).path("deployment_id").asString("")),
                new Platform.Addresses(
                        configuration.path("authorization_endpoint").asString(""),
                        configuration.path("token_endpoint").asString(""),
                        configuration.path("jwks_uri").asString("")),
                offer.teachers());
    }

    /** What Ownpath tells of itself. */
    private ObjectNode wish() {
        ObjectNode wish = StrictJson.empty();
        wish.put("application_type", "web");
        wish.put("client_name", "Ownpath, " + accounts.districtName());
        wish.put("initiate_login_uri", address.of("/login"));
        wish.put("jwks_uri", address.of("/jwks.json"));
        wish.put("token_endpoint_auth_method", "private_key_jwt");
        wish.put("scope", Lti.SCOPE_SCORES);
        wish.putArray("response_types").add("id_token");
        wish.putArray("grant_types").add("implicit").add("client_credentials");
        wish.putArray("redirect_uris").add(address.of("/launch"));
        ObjectNode tool = wish.putObject(TOOL);
        tool.put("domain", URI.create(address.issuer()).getAuthority());
        tool.put("target_link_uri", address.of("/launch"));
        tool.putArray("claims").add("iss").add("sub").add("email");
        ArrayNode messages = tool.putArray("messages");
        messages.addObject().put("type", Lti.RESOURCE_LINK);
        messages.addObject()
                .put("type", Lti.PICK_REQUEST)
                .put("target_link_uri", address.of("/launch"))
                .put("label", "Pick from Ownpath");
        return wish;
    }

    private Optional<ObjectNode> answer(OutsideCalls.Call call) {
        return calls.make(call, LARGEST) instanceof OutsideCalls.Answer.Came came && came.good()
                ? StrictJson.object(came.text())
                : Optional.empty();
    }

    private static boolean sameHost(String issuer, String configuration) {
        try {
            String host = URI.create(issuer).getHost();
            return host != null && host.equals(URI.create(configuration).getHost());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
