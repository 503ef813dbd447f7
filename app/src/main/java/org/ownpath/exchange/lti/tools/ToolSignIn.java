package org.ownpath.exchange.lti.tools;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SecretToken;
import org.ownpath.access.SignedIn;
import org.ownpath.access.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Lets a tool in by the access token that it was given for an hour; what the token may do stands in the request. */
final class ToolSignIn extends OncePerRequestFilter {

    /** Where the scopes of the token stand. */
    static final String SCOPES = "org.ownpath.lti.scopes";

    private static final String BEARER = "Bearer ";

    private final LaunchRows rows;
    private final ToolRows tools;
    private final Accounts accounts;
    private final Clock clock;

    ToolSignIn(LaunchRows rows, ToolRows tools, Accounts accounts, Clock clock) {
        this.rows = rows;
        this.tools = tools;
        this.accounts = accounts;
        this.clock = clock;
    }

    private record Known(Viewer viewer, List<String> scopes) {}

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.startsWith(BEARER)) {
            SecretToken token =
                    new SecretToken(header.substring(BEARER.length()).strip());
            known(request.getRequestURI(), token).ifPresent(known -> {
                request.setAttribute(SCOPES, known.scopes());
                SecurityContext context = SecurityContextHolder.createEmptyContext();
                context.setAuthentication(new SignedIn(known.viewer()));
                SecurityContextHolder.setContext(context);
            });
        }
        chain.doFilter(request, response);
    }

    /** A token opens the addresses of its own district alone. */
    private Optional<Known> known(String path, SecretToken token) {
        String[] parts = path.split("/", 4);
        return accounts.district(parts.length > 2 ? parts[2] : "")
                .flatMap(district -> DistrictScope.within(
                        district,
                        () -> rows.opened(token, clock.instant())
                                .flatMap(opened -> tools.find(opened.tool())
                                        .filter(tool -> tool.endedAt().isEmpty())
                                        .flatMap(tool -> accounts.viewer(tool.account()))
                                        .map(viewer -> new Known(viewer, opened.scopes())))));
    }
}
