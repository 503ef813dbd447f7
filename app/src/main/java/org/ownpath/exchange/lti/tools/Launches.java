package org.ownpath.exchange.lti.tools;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.exchange.lti.LtiKeys;
import org.ownpath.exchange.lti.LtiRefusals;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The front door to opening a tool: somebody is sent there, the tool asks who comes, and is answered by a signed message
 * (OpenID Connect, third-party initiated login).
 */
@Component
public class Launches {

    private static final Duration ON_THE_WAY = Duration.ofMinutes(10);
    private static final int LONGEST = 2000;
    private static final String ASKED = "asked who comes";

    private final LaunchRows rows;
    private final ToolRows tools;
    private final LinkRows links;
    private final LaunchMessage messages;
    private final LtiAddress address;
    private final LtiRefusals refusals;
    private final LtiKeys keys;
    private final Clock clock;

    Launches(
            LaunchRows rows,
            ToolRows tools,
            LinkRows links,
            LaunchMessage messages,
            LtiAddress address,
            LtiRefusals refusals,
            LtiKeys keys,
            Clock clock) {
        this.rows = rows;
        this.tools = tools;
        this.links = links;
        this.messages = messages;
        this.address = address;
        this.refusals = refusals;
        this.keys = keys;
        this.clock = clock;
    }

    /** Sends somebody to content of a tool: the address to follow. Throws when the tool is not connected. */
    @Transactional
    public URI open(Viewer viewer, ToolLink link) {
        return sent(
                viewer,
                new LaunchRows.Underway(link.tool(), Optional.of(link.id()), Optional.empty(), viewer.person()),
                link.content().target());
    }

    /** Sends somebody to a tool to pick content: the address to follow. */
    URI pick(Viewer viewer, ToolId tool, UUID pick, String picker) {
        return sent(
                viewer, new LaunchRows.Underway(tool, Optional.empty(), Optional.of(pick), viewer.person()), picker);
    }

    private URI sent(Viewer viewer, LaunchRows.Underway underway, String target) {
        Tool tool = tools.find(underway.tool())
                .filter(found -> found.endedAt().isEmpty())
                .orElseThrow(() -> new IllegalStateException("Tool " + underway.tool() + " is not connected"));
        Instant now = clock.instant();
        SecretToken token = SecretToken.next();
        rows.insert(token, underway, now, now.plus(ON_THE_WAY));
        return UriComponentsBuilder.fromUriString(tool.addresses().initiation())
                .queryParam("iss", "{iss}")
                .queryParam("login_hint", "{hint}")
                .queryParam("target_link_uri", "{target}")
                .queryParam("lti_message_hint", "{message}")
                .queryParam("client_id", "{client}")
                .queryParam("lti_deployment_id", "{deployment}")
                .encode()
                .buildAndExpand(
                        address.issuer(),
                        tools.knownAs(tool.id(), viewer.person(), now),
                        target,
                        token.text(),
                        tool.id(),
                        Lti.DEPLOYMENT)
                .toUri();
    }

    /** Answers a tool that asks, by these parameters, who comes in this browser. */
    @Transactional
    public Launching answer(Viewer viewer, Map<String, String> asked) {
        Optional<Tool> tool = tools.connected(asked.getOrDefault("client_id", ""));
        String redirect = asked.getOrDefault("redirect_uri", "");
        if (tool.isEmpty()) {
            return refused(
                    LtiRefusals.UNKNOWN,
                    "No tool that is connected here is called '" + shown(asked, "client_id") + "'.");
        }
        if (!tool.get().addresses().redirects().contains(redirect)) {
            return refused(
                    tool.get().name(),
                    "The tool wants its answer at '" + shown(asked, "redirect_uri")
                            + "', which is none of the redirect addresses that it was connected with.");
        }
        Asked request = new Asked(tool.get(), redirect, asked.getOrDefault("state", ""));
        return problem(asked)
                .map(why -> told(request, "invalid_request", why))
                .orElseGet(() -> answer(viewer, request, asked));
    }

    /** A tool that asks and may be answered. */
    private record Asked(Tool tool, String redirect, String state) {

        Launching told(String error, String why) {
            return new Launching.Told(tool.name(), redirect, error, why, state);
        }
    }

    private Launching refused(String sender, String why) {
        refusals.note(sender, ASKED, why);
        return new Launching.Refused(why);
    }

    private Launching told(Asked request, String error, String why) {
        refusals.note(request.tool().name(), ASKED, why);
        return request.told(error, why);
    }

    private Launching answer(Viewer viewer, Asked request, Map<String, String> asked) {
        Instant now = clock.instant();
        Optional<LaunchRows.Underway> underway =
                rows.take(new SecretToken(asked.getOrDefault("lti_message_hint", "")), now);
        String hint = tools.knownAs(request.tool().id(), viewer.person(), now).toString();
        boolean same = underway.filter(
                        found -> found.tool().equals(request.tool().id())
                                && found.person().equals(viewer.person())
                                && hint.equals(asked.get("login_hint")))
                .isPresent();
        if (!same) {
            return told(request, "login_required", "Nobody is on the way to this tool. Open it from Ownpath again.");
        }
        String nonce = asked.getOrDefault("nonce", "");
        return underway.flatMap(LaunchRows.Underway::link)
                .flatMap(links::find)
                .map(link -> messages.opening(viewer, request.tool(), link, nonce))
                .or(() -> underway.flatMap(LaunchRows.Underway::pick)
                        .map(pick -> messages.picking(viewer, request.tool(), pick, nonce)))
                .<Launching>map(claims -> new Launching.Sent(
                        request.tool().name(), request.redirect(), keys.signed(claims), request.state()))
                .orElseGet(() -> told(request, "invalid_request", "What was to be opened is not here any more."));
    }

    private static Optional<String> problem(Map<String, String> asked) {
        if (asked.values().stream().anyMatch(value -> value.length() > LONGEST)) {
            return Optional.of("A parameter is longer than " + LONGEST + " characters.");
        }
        for (Map.Entry<String, String> required : Map.of(
                        "scope", "openid",
                        "response_type", "id_token",
                        "response_mode", "form_post",
                        "prompt", "none")
                .entrySet()) {
            if (!required.getValue().equals(asked.get(required.getKey()))) {
                return Optional.of(required.getKey() + " has to be " + required.getValue() + ".");
            }
        }
        return asked.getOrDefault("nonce", "").isBlank() ? Optional.of("nonce is missing.") : Optional.empty();
    }

    private static String shown(Map<String, String> asked, String name) {
        String value = asked.getOrDefault(name, "");
        return value.length() > 200 ? value.substring(0, 200) + "…" : value;
    }
}
