package org.ownpath.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
 * which took a quarter of a page's time; here only those are matched that are as long and have the same words.
 */
final class HandlerIndex extends RequestMappingHandlerMapping {

    private final Set<String> withoutVariables = new HashSet<>();
    private final Map<Start, List<Candidate>> byStart = new HashMap<>();
    private final List<Candidate> any = new ArrayList<>();

    /** The first word of an address, and how many parts it has. */
    private record Start(String word, int parts) {

        static Start of(List<String> parts) {
            return new Start(parts.isEmpty() ? "" : parts.get(0), parts.size());
        }
    }

    /** A handler with the parts of one of its addresses; without any where the address may be of any length. */
    private record Candidate(List<String> parts, RequestMappingInfo info, HandlerMethod handler) {

        static boolean isVariable(String part) {
            return part.contains("{");
        }

        boolean fits(List<String> asked) {
            for (int i = 0; i < parts.size(); i++) {
                if (!isVariable(parts.get(i)) && !parts.get(i).equals(asked.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    @Override
    protected void handlerMethodsInitialized(Map<RequestMappingInfo, HandlerMethod> handlers) {
        super.handlerMethodsInitialized(handlers);
        handlers.forEach((info, handler) -> info.getPatternValues().forEach(pattern -> add(pattern, info, handler)));
        byStart.values().forEach(candidates -> candidates.addAll(any));
    }

    private void add(String pattern, RequestMappingInfo info, HandlerMethod handler) {
        List<String> parts =
                Stream.of(pattern.split("/")).filter(part -> !part.isEmpty()).toList();
        if (pattern.contains("*") || (!parts.isEmpty() && Candidate.isVariable(parts.get(0)))) {
            any.add(new Candidate(List.of(), info, handler));
            return;
        }
        byStart.computeIfAbsent(Start.of(parts), first -> new ArrayList<>()).add(new Candidate(parts, info, handler));
        if (parts.stream().noneMatch(Candidate::isVariable)) {
            withoutVariables.add(pattern);
        }
    }

    /** Whatever is not plainly for one handler is left to Spring, which also says why a request is for none. */
    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
            throws Exception {
        if (withoutVariables.contains(lookupPath)) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        List<Candidate> fitting = fitting(request);
        List<Candidate> matching = matching(fitting, request);
        if (matching.isEmpty()) {
            Set<RequestMappingInfo> infos =
                    fitting.stream().map(Candidate::info).collect(Collectors.toSet());
            return handleNoMatch(infos, lookupPath, request);
        }
        if (matching.size() > 1) {
            return super.lookupHandlerMethod(lookupPath, request);
        }
        Candidate found = matching.get(0);
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found.handler());
        handleMatch(found.info(), lookupPath, request);
        return found.handler();
    }

    private List<Candidate> fitting(HttpServletRequest request) {
        List<String> asked =
                ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication().elements().stream()
                        .filter(PathContainer.PathSegment.class::isInstance)
                        .map(part -> ((PathContainer.PathSegment) part).valueToMatch())
                        .toList();
        return byStart.getOrDefault(Start.of(asked), any).stream()
                .filter(candidate -> candidate.fits(asked))
                .toList();
    }

    private List<Candidate> matching(List<Candidate> fitting, HttpServletRequest request) {
        List<Candidate> matching = new ArrayList<>();
        for (Candidate candidate : fitting) {
            RequestMappingInfo matched = getMatchingMapping(candidate.info(), request);
            if (matched != null) {
                matching.add(new Candidate(candidate.parts(), matched, candidate.handler()));
            }
        }
        return matching;
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
