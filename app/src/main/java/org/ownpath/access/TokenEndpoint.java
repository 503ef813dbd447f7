package org.ownpath.access;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Gives a program a token for an hour (OAuth 2 client credentials). The secret is the program's own token; any client id
 * goes with it.
 */
@RestController
class TokenEndpoint {

    private final Tokens tokens;
    private final ShortTokens shortOnes;

    TokenEndpoint(Tokens tokens, ShortTokens shortOnes) {
        this.tokens = tokens;
        this.shortOnes = shortOnes;
    }

    @Allows(Permission.COME_IN)
    @PostMapping(path = "/ims/oneroster/token", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Map<String, Object>> token(
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, defaultValue = "") String authorization,
            @RequestParam(name = "grant_type", defaultValue = "") String grant,
            @RequestParam(name = "client_secret", defaultValue = "") String inForm) {
        if (!grant.equals("client_credentials")) {
            return refused(HttpStatus.BAD_REQUEST, "unsupported_grant_type", "Send grant_type=client_credentials.");
        }
        String secret = TokenSignIn.basic(authorization)
                .map(password -> URLDecoder.decode(password, StandardCharsets.UTF_8))
                .orElse(inForm);
        Optional<Tokens.Holder> holder = ShortTokens.isOne(secret) ? Optional.empty() : tokens.holder(secret);
        if (holder.isEmpty()) {
            return refused(
                    HttpStatus.UNAUTHORIZED,
                    "invalid_client",
                    "The secret is no token of a program that still works. Ask an administrator for one.");
        }
        return holder.get().scopes().contains(TokenScope.READ)
                ? given(secret)
                : refused(HttpStatus.BAD_REQUEST, "invalid_scope", "The program's token may not read.");
    }

    private ResponseEntity<Map<String, Object>> given(String secret) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "access_token",
                        shortOnes.of(secret),
                        "token_type",
                        "bearer",
                        "expires_in",
                        ShortTokens.LASTS.toSeconds(),
                        "scope",
                        "https://purl.imsglobal.org/spec/or/v1p2/scope/gradebook.readonly"));
    }

    private static ResponseEntity<Map<String, Object>> refused(HttpStatus status, String error, String why) {
        return ResponseEntity.status(status)
                .cacheControl(CacheControl.noStore())
                .body(Map.of("error", error, "error_description", why));
    }
}
