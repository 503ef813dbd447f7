package org.ownpath.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a program in by the token in its {@code Authorization} header: as a bearer, or as the password beside any user name,
 * which is all that many programs can send.
 */
final class TokenSignIn extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String BASIC = "Basic ";

    private final Tokens tokens;
    private final List<PassingTokens> passing;

    TokenSignIn(Tokens tokens) {
        this(tokens, List.of());
    }

    TokenSignIn(Tokens tokens, List<PassingTokens> passing) {
        this.tokens = tokens;
        this.passing = List.copyOf(passing);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional.ofNullable(header)
                .flatMap(TokenSignIn::token)
                .flatMap(this::known)
                .ifPresent(known -> {
                    SecurityContext context = SecurityContextHolder.createEmptyContext();
                    context.setAuthentication(known);
                    SecurityContextHolder.setContext(context);
                });
        chain.doFilter(request, response);
    }

    private Optional<SignedIn> known(String token) {
        return passing.stream()
                .flatMap(each -> each.passing(token).stream())
                .findFirst()
                .map(TokenSignIn::passing)
                .or(() -> tokens.holder(token).map(held -> SignedIn.withToken(held.viewer(), held.scopes())));
    }

    private static SignedIn passing(PassingTokens.Passing known) {
        SignedIn signedIn = SignedIn.withToken(known.viewer(), Set.of(TokenScope.STATEMENTS));
        signedIn.setDetails(known.purpose());
        return signedIn;
    }

    private static Optional<String> token(String header) {
        if (header.startsWith(BEARER)) {
            return Optional.of(header.substring(BEARER.length()).strip());
        }
        return basic(header);
    }

    /** The password of a header that has a name and a password. */
    static Optional<String> basic(String header) {
        return header.startsWith(BASIC)
                ? password(header.substring(BASIC.length()).strip())
                : Optional.empty();
    }

    private static Optional<String> password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? Optional.empty() : Optional.of(pair.substring(colon + 1));
        } catch (IllegalArgumentException noneOfIts) {
            return Optional.empty();
        }
    }
}
