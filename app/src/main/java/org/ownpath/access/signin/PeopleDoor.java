package org.ownpath.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ownpath.access.DistrictFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
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
    SecurityFilterChain people(HttpSecurity http, PasswordSignIn passwordSignIn) throws Exception {
        return http.authenticationProvider(passwordSignIn)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/sign-in",
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
                                "/messages/stop/**")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .successHandler(arrived())
                        .failureHandler(PeopleDoor::turnedAway))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                        .permissionsPolicyHeader(devices -> devices.policy(NO_DEVICES))
                        .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                        .crossOriginResourcePolicy(use -> use.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .addFilterBefore(new DistrictFilter(), AuthorizationFilter.class)
                .build();
    }

    /** Notes what somebody signed in with, and goes on to the page that they had asked for. */
    private static AuthenticationSuccessHandler arrived() {
        AuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
        return (request, response, who) -> {
            String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
            request.getSession().setAttribute(Sessions.DEVICE, Device.words(userAgent == null ? "" : userAgent));
            onward.onAuthenticationSuccess(request, response, who);
        };
    }

    private static void turnedAway(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        response.sendRedirect(
                why instanceof TooManyTries tries ? "/sign-in?wait=" + tries.minutes() : "/sign-in?failed");
    }
}
