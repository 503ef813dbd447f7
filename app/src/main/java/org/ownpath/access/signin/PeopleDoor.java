package org.ownpath.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictFilter;
import org.ownpath.access.SignedIn;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** The door of people: a session in the database, forms with a token against forgery, and the browser's protection. */
@Configuration
class PeopleDoor {

    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; media-src 'self' blob:; object-src 'none'; "
                    + "base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    private static final String NO_DEVICES = "camera=(), microphone=(self), geolocation=(), payment=(), usb=()";

    @Bean
    static PasswordEncoder passwordEncoder() {
        return new PasswordHashes();
    }

    @Bean
    @Order(2)
    @ConditionalOnWebApplication
    SecurityFilterChain people(
            HttpSecurity http, PasswordSignIn passwordSignIn, Entrance entrance, SchoolDoor schools, Accounts accounts)
            throws Exception {
        return http.authenticationProvider(passwordSignIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
                                "/sign-in/**",
                                "/welcome/**",
                                "/error",
                                "/css/**",
                                "/js/**",
                                "/img/**",
                                "/webjars/**",
                                "/favicon.ico",
                                "/openapi/**",
                                "/outside/**",
                                "/shared/**",
                                "/verify",
                                "/issuers/**",
                                "/messages/stop/**")
                        .permitAll()
                        .requestMatchers("/account/**", "/account", "/students/*/links/**", "/programs/**")
                        .access((who, request) -> new AuthorizationDecision(opensAccount(who.get())))
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .successHandler(entrance)
                        .failureHandler(PeopleDoor::turnedAway))
                .oauth2Login(schools::open)
                .exceptionHandling(e -> e.accessDeniedHandler(PeopleDoor::denied))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .permissionsPolicyHeader(devices -> devices.policy(NO_DEVICES))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(use -> use.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new DistrictFilter(), AuthorizationFilter.class)
                .addFilterBefore(new AccountToday(accounts), AuthorizationFilter.class)
                .build();
    }

    /** Whoever came in with a card of the class has proved too little for these. */
    private static boolean opensAccount(@Nullable Authentication who) {
        return who instanceof SignedIn signedIn && !signedIn.byCard();
    }

    private static void turnedAway(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(
                why instanceof TooManyTries tries ? "/sign-in?wait=" + tries.minutes() : "/sign-in?failed");
    }

    /** Whoever still owes a code is asked for it; everybody else is refused. */
    private static void denied(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException, ServletException {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof AwaitingCode) {
            response.sendRedirect(Entrance.CODE);
        } else {
            new AccessDeniedHandlerImpl().handle(request, response, why);
        }
    }
}
