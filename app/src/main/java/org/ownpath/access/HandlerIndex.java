package org.ownpath.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.PathContainer;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Finds the handler of a request among hundreds. Spring matches every address that bears a variable with every request,
 * which took a quarter of a page's time; here only those are matched that begin with the same word and are as long.
 */
final class HandlerIndex extends RequestMappingHandlerMapping {

    /** Of those that begin with a variable or are of any length, and of the address without a part. */
    private static final Start ANY = new Start("", 0);

    /** Those that this thread's request may be for; kept here since asking the request each time takes longer. */
    private static final ThreadLocal<Set<RequestMappingInfo>> POSSIBLE = new ThreadLocal<>();

    private final Map<Start, Set<RequestMappingInfo>> byStart = new HashMap<>();
    private final Set<RequestMappingInfo> any = byIdentity();

    /** How an address begins, and how many parts it has. */
    private record Start(String word, int parts) {

        static Start of(String pattern) {
            List<String> parts = Stream.of(pattern.split("/"))
                    .filter(part -> !part.isEmpty())
                    .toList();
            boolean known =
                    !parts.isEmpty() && !pattern.contains("*") && !parts.get(0).contains("{");
            return known ? new Start(parts.get(0), parts.size()) : ANY;
        }

        static Start of(HttpServletRequest request) {
            List<String> parts =
                    ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().stream()
                            .filter(PathContainer.PathSegment.class::isInstance)
                            .map(part -> ((PathContainer.PathSegment) part).valueToMatch())
                            .toList();
            return parts.isEmpty() ? ANY : new Start(parts.get(0), parts.size());
        }
    }

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        handlers.keySet()
                .forEach(info -> info.getPatternValues().forEach(pattern -> {
                    Start start = Start.of(pattern);
                    (start.equals(ANY) ? any : byStart.computeIfAbsent(start, first -> byIdentity())).add(info);
                }));
        byStart.values().forEach(infos -> infos.addAll(any));
    }

    private static Set<RequestMappingInfo> byIdentity() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        POSSIBLE.set(byStart.getOrDefault(Start.of(request), any));
        try {
            return super.lookupHandlerMethod(lookupPath, request);
        } finally {
            POSSIBLE.remove();
        }
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        Set<RequestMappingInfo> possible = POSSIBLE.get();
        return possible == null || possible.contains(info) ? super.getMatchingMapping(info, request) : null;
    }

    /** Puts it in the place of Spring's own. */
    @Configuration
    static class InPlaceOfSprings implements WebMvcRegistrations {

        @Override
        public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
            return new HandlerIndex();
        }
    }
}
