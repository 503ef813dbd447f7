package org.ownpath.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Leaves out of every field of a form the one character that no database takes. Nobody types it. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PlainFields extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new PlainRequest(request), response);
    }

    private static final class PlainRequest extends HttpServletRequestWrapper {

        PlainRequest(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getParameter(String name) {
            String value = super.getParameter(name);
            return value == null ? null : plain(value);
        }

        @Override
        public String @Nullable [] getParameterValues(String name) {
            String[] values = super.getParameterValues(name);
            return values == null ? null : plain(values);
        }

        @Override
        public Map<String, String[]> getParameterMap() {
            Map<String, String[]> fields = new LinkedHashMap<>();
            super.getParameterMap().forEach((name, values) -> fields.put(name, plain(values)));
            return fields;
        }

        private static String[] plain(String[] values) {
            return Arrays.stream(values).map(PlainRequest::plain).toArray(String[]::new);
        }

        private static String plain(String value) {
            return value.replace("\0", "");
        }
    }
}
