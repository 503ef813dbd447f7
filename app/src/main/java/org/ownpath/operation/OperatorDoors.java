package org.ownpath.operation;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;

/** Anybody may ask whether the product is well, and learns yes or no; figures are for whoever has the token. */
@Configuration
@ConditionalOnWebApplication
class OperatorDoors {

    @Bean
    @Order(0)
    SecurityFilterChain operators(HttpSecurity http, @Value("${ownpath.metrics.token:}") String token)
            throws Exception {
        return http.securityMatcher("/actuator/**")
                .csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED))
                        .accessDeniedHandler(
                                (request, response, denied) -> response.setStatus(HttpStatus.UNAUTHORIZED.value())))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access((who, context) -> new AuthorizationDecision(bears(context.getRequest(), token)))
                        .anyRequest()
                        .denyAll())
                .build();
    }

    /** Without a token set, nobody has it. */
    private static boolean bears(HttpServletRequest request, String token) {
        String header = request.getHeader("Authorization");
        return !token.isEmpty() && header != null && MessageDigest.isEqual(bytes(header), bytes("Bearer " + token));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
