package org.ownpath.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Lets a request through to its handler only if the viewer has a role to which the permission is given, and notes
 * afterwards whose records the viewer has been shown.
 */
final class Gate implements HandlerInterceptor {

    private static final String OURS = "org.ownpath.";
    private static final int REFUSED = 400;

    private final SightNotes sights;

    Gate(SightNotes sights) {
        this.sights = sights;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method && isOurs(method)) {
            pass(permission(method).orElseThrow(() -> new IllegalStateException(withoutEntry(Set.of(method)))));
            Sightings.begin();
        }
        return true;
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception failed) {
        Set<StudentId> students = Sightings.end();
        if (failed == null && response.getStatus() < REFUSED && handler instanceof HandlerMethod method) {
            viewer().ifPresent(viewer ->
                    permission(method).ifPresent(permission -> sights.note(viewer, students, permission)));
        }
    }

    private static void pass(Permission permission) {
        boolean passes =
                permission.withoutSignIn() || viewer().filter(permission::has).isPresent();
        if (!passes) {
            throw new NotAllowed("This is for another role than yours: " + permission.holders() + ".");
        }
    }

    /** Whoever signed in. */
    static Optional<Viewer> viewer() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Viewer viewer ? Optional.of(viewer) : Optional.empty();
    }

    static Optional<Permission> permission(HandlerMethod method) {
        return Optional.ofNullable(method.getMethodAnnotation(Allows.class)).map(Allows::value);
    }

    /** Names the handlers that stand in no line of the table of permissions; empty when all do. */
    static String withoutEntry(Collection<HandlerMethod> handlers) {
        Set<String> missing = new TreeSet<>();
        handlers.stream()
                .filter(Gate::isOurs)
                .filter(method -> permission(method).isEmpty())
                .forEach(method -> missing.add(method.getShortLogMessage()));
        return missing.isEmpty()
                ? ""
                : "Without an entry in the table of permissions: " + String.join(", ", missing)
                        + ". Give each @Allows with a Permission.";
    }

    private static boolean isOurs(HandlerMethod method) {
        return method.getBeanType().getName().startsWith(OURS);
    }

    /** Puts the gate before every handler, and refuses to start with a handler that asks for no permission. */
    @Configuration
    @ConditionalOnWebApplication
    static class BeforeEveryHandler implements WebMvcConfigurer {

        private final SightNotes sights;

        BeforeEveryHandler(SightNotes sights) {
            this.sights = sights;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(new Gate(sights)).order(Ordered.HIGHEST_PRECEDENCE);
        }

        @Bean
        static SmartInitializingSingleton everyHandlerHasAnEntry(
                @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
            return () -> {
                String missing = withoutEntry(mappings.getHandlerMethods().values());
                if (!missing.isEmpty()) {
                    throw new IllegalStateException(missing);
                }
            };
        }
    }
}
