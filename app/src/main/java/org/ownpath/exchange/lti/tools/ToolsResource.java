package org.ownpath.exchange.lti.tools;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.function.Supplier;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.LtiKeys;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** What tools ask a district before they may ask for services: its keys, to be registered, and access. */
@RestController
class ToolsResource {

    private final LtiKeys keys;
    private final ToolAccess access;
    private final Registration registration;
    private final Accounts accounts;

    ToolsResource(LtiKeys keys, ToolAccess access, Registration registration, Accounts accounts) {
        this.keys = keys;
        this.access = access;
        this.registration = registration;
        this.accounts = accounts;
    }

    @Allows(Permission.CONNECT_LEARNING_TOOLS)
    @GetMapping("/lti/{slug}/jwks.json")
    ResponseEntity<String> keys(@PathVariable String slug) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(within(slug, keys::published));
    }

    @Allows(Permission.CONNECT_LEARNING_TOOLS)
    @PostMapping("/lti/{slug}/token")
    ResponseEntity<String> token(@PathVariable String slug, @RequestParam Map<String, String> asked) {
        ToolAccess.Given given = within(slug, () -> access.give(asked));
        ObjectNode body = StrictJson.empty();
        body.put("access_token", given.token().text());
        body.put("token_type", "Bearer");
        body.put("expires_in", ToolAccess.LASTS.toSeconds());
        body.put("scope", String.join(" ", given.scopes()));
        return unkept(HttpStatus.OK, body);
    }

    @Allows(Permission.CONNECT_LEARNING_TOOLS)
    @GetMapping("/lti/{slug}/openid-configuration")
    ResponseEntity<String> configuration(@PathVariable String slug) {
        return unkept(HttpStatus.OK, within(slug, registration::configuration));
    }

    @Allows(Permission.CONNECT_LEARNING_TOOLS)
    @PostMapping("/lti/{slug}/registration")
    ResponseEntity<String> register(
            @PathVariable String slug,
            @RequestHeader(value = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            HttpServletRequest request) {
        ObjectNode wanted = ToolRequests.body(request);
        String token = authorization.replaceFirst("^Bearer ", "").strip();
        return unkept(HttpStatus.OK, within(slug, () -> registration.register(token, wanted)));
    }

    private static ResponseEntity<String> unkept(HttpStatus status, ObjectNode body) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(body.toString());
    }

    private <T> T within(String slug, Supplier<T> work) {
        return DistrictScope.within(
                accounts.district(slug).orElseThrow(() -> ToolRefused.notHere("No school has this address.")), work);
    }
}
