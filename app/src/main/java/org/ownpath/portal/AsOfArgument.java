package org.ownpath.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.NotAllowed;
import org.ownpath.shared.AsOf;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Reads as of which day a page is asked for, {@code ?asof=2026-10-01}, for every page that takes an {@link AsOf}. Nothing
 * is written as of an earlier day.
 */
@Configuration
class AsOfArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver, HandlerInterceptor {

    static final String PARAMETER = "asof";

    private final Clock clock;

    AsOfArgument(Clock clock) {
        this.clock = clock;
    }

    /** Whether a page can be read as of an earlier day. */
    static boolean understoodBy(@Nullable Object handler) {
        return handler instanceof HandlerMethod method
                && Arrays.asList(method.getMethod().getParameterTypes()).contains(AsOf.class);
    }

    /** What the address says; an address without a day, or with one that cannot be read, is about now. */
    static AsOf of(@Nullable String day, Clock clock) {
        try {
            return day == null ? AsOf.now() : AsOf.endOf(LocalDate.parse(day), clock);
        } catch (DateTimeParseException noDay) {
            return AsOf.now();
        }
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(AsOf.class);
    }

    @Override
    public AsOf resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return of(request.getParameter(PARAMETER), clock);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = Objects.requireNonNullElse(request.getQueryString(), "");
        if (!request.getMethod().equals("GET") && ("&" + query).contains("&" + PARAMETER + "=")) {
            throw new NotAllowed("Nothing can be changed as of an earlier day. Go back to today first.");
        }
        return true;
    }
}
