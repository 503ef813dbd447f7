package org.ownpath.access.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Accounts;
import org.ownpath.access.SignedIn;
import org.ownpath.access.Viewer;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Holds every request to what its account is for now and not when it signed in: rights that were taken are gone at once, and
 * a closed account's sessions are over.
 */
final class AccountToday extends OncePerRequestFilter {

    private final Accounts accounts;

    AccountToday(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn then) {
            Optional<Viewer> now = accounts.viewer(then.getPrincipal().account());
            if (now.isEmpty()) {
                end(request.getSession(false));
            } else if (!now.get().equals(then.getPrincipal())) {
                goOnAs(then.with(now.get()));
            }
        }
        chain.doFilter(request, response);
    }

    private static void end(@Nullable HttpSession session) {
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }

    private static void goOnAs(SignedIn now) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(now);
        SecurityContextHolder.setContext(context);
    }
}
