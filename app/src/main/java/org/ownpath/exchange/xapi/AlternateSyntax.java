package org.ownpath.exchange.xapi;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Turns a form that says which request it means into that request, as xAPI 1.0.3 has it for browsers that can send forms
 * only; 2.0 has this no more. Before everything else, for the sign-in may stand in the form. Puts the version into every
 * answer.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class AlternateSyntax extends OncePerRequestFilter {

    private static final int LARGEST = 16 * 1024 * 1024;
    private static final Set<String> METHODS = Set.of("GET", "PUT", "POST", "DELETE", "HEAD");
    private static final Set<String> HEADERS = Set.of(
            "authorization",
            "x-experience-api-version",
            "content-type",
            "content-length",
            "if-match",
            "if-none-match",
            "accept",
            "accept-language");

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/xapi/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String version = request.getHeader(XapiVersion.HEADER);
        response.setHeader(XapiVersion.HEADER, answered(version).number());
        String query = Optional.ofNullable(request.getQueryString()).orElse("");
        if (!request.getMethod().equals("POST") || !query.matches("(.*&)?method=.*")) {
            chain.doFilter(request, response);
            return;
        }
        try {
            MeantRequest meant = meant(request, query);
            response.setHeader(
                    XapiVersion.HEADER,
                    answered(meant.getHeader(XapiVersion.HEADER)).number());
            chain.doFilter(meant, response);
        } catch (XapiRefused refused) {
            response.setStatus(refused.status().value());
            response.setContentType(MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8");
            response.getWriter().write(refused.why());
        }
    }

    private static XapiVersion answered(@Nullable String header) {
        return Optional.ofNullable(header).flatMap(XapiVersion::named).orElse(XapiVersion.TWO);
    }

    private static MeantRequest meant(HttpServletRequest request, String query) throws IOException {
        String method = fields(query).getOrDefault("method", "").toUpperCase(Locale.ROOT);
        String type = Optional.ofNullable(request.getContentType()).orElse("");
        if (fields(query).size() > 1 || !METHODS.contains(method)) {
            throw XapiRefused.because("A request in the alternate syntax has 'method' alone in its address, one of "
                    + String.join(", ", METHODS.stream().sorted().toList()) + ".");
        }
        if (!type.toLowerCase(Locale.ROOT).startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw XapiRefused.because(
                    "A request in the alternate syntax is a form (application/x-www-form-urlencoded).");
        }
        byte[] body = request.getInputStream().readNBytes(LARGEST + 1);
        if (body.length > LARGEST) {
            throw new XapiRefused(HttpStatus.CONTENT_TOO_LARGE, "The form is too large.");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        Map<String, String> parameters = new LinkedHashMap<>();
        fields(new String(body, StandardCharsets.US_ASCII)).forEach((name, value) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            (HEADERS.contains(lower) ? headers : parameters).put(HEADERS.contains(lower) ? lower : name, value);
        });
        Optional<String> content = Optional.ofNullable(parameters.remove("content"));
        headers.putIfAbsent("content-type", MediaType.APPLICATION_JSON_VALUE);
        MeantRequest meant = new MeantRequest(request, method, new MeantRequest.Form(headers, parameters, content));
        if (XapiVersion.of(meant.getHeader(XapiVersion.HEADER)) != XapiVersion.ONE) {
            throw XapiRefused.because("xAPI 2.0 has no alternate syntax. Send the request as what it is.");
        }
        return meant;
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        try {
            for (String field : form.split("&", -1)) {
                int equals = field.indexOf('=');
                if (!field.isEmpty()) {
                    fields.put(
                            URLDecoder.decode(equals < 0 ? field : field.substring(0, equals), StandardCharsets.UTF_8),
                            equals < 0 ? "" : URLDecoder.decode(field.substring(equals + 1), StandardCharsets.UTF_8));
                }
            }
            return fields;
        } catch (IllegalArgumentException unreadable) {
            throw XapiRefused.because("The form is not encoded as forms are (application/x-www-form-urlencoded).");
        }
    }
}
