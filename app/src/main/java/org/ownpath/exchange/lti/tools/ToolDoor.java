package org.ownpath.exchange.lti.tools;

import java.time.Clock;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictFilter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

/**
 * The doors of learning tools and management systems. Neither has a session: what comes from elsewhere in somebody's
 * browser neither reads nor replaces the cookie of whoever is signed in.
 */
@Configuration
class ToolDoor {

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The services: an access token, given to a tool that has proved by its key who it is. */
    @Bean
    @Order(0)
    @ConditionalOnWebApplication
    SecurityFilterChain learningTools(
            HttpSecurity http, LaunchRows rows, ToolRows tools, Accounts accounts, Clock clock) throws Exception {
        return withoutSession(http.securityMatcher("/lti/*/services/**"))
                .addFilterBefore(
                        new ToolSignIn(rows, tools, accounts, clock), UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new DistrictFilter(), AuthorizationFilter.class)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, refused) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
                    response.setStatus(HttpStatus.UNAUTHORIZED.value());
                }))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    /** What anybody may ask: keys, registration, access by a signed message, and messages in somebody's browser. */
    @Bean
    @Order(1)
    @ConditionalOnWebApplication
    SecurityFilterChain learningMessages(HttpSecurity http) throws Exception {
        return withoutSession(http.securityMatcher("/lti/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static HttpSecurity withoutSession(HttpSecurity http) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(NOTHING)));
    }
}
