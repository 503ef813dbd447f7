package org.ownpath.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Does the whole request inside the district of whoever signed in, and so the page that says what went wrong. */
public final class DistrictFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (!(who instanceof SignedIn signedIn)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            DistrictScope.run(signedIn.getPrincipal().district(), () -> proceed(request, response, chain));
        } catch (Escape escape) {
            escape.rethrow();
        }
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new Escape(e);
        }
    }

    /** Carries a servlet's checked exception through a lambda. */
    private static final class Escape extends RuntimeException {
        private final transient ServletException reason;

        Escape(ServletException reason) {
            super(reason);
            this.reason = reason;
        }

        void rethrow() throws ServletException {
            throw reason;
        }
    }
}
