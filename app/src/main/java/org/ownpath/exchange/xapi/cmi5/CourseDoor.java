package org.ownpath.exchange.xapi.cmi5;

import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.cors.CorsConfiguration;

/**
 * The door of units: no session, no cookie. Whatever a package holds runs in a sandbox without an origin of its own, so
 * that its scripts reach neither the pages nor the cookie of whoever is signed in here.
 */
@Configuration
class CourseDoor {

    /** Scripts and forms, but never the origin of this address; and nothing is loaded from or told to elsewhere. */
    private static final String SANDBOX = "sandbox allow-scripts allow-forms allow-modals allow-popups "
            + "allow-popups-to-escape-sandbox allow-downloads allow-pointer-lock; "
            + "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:; object-src 'none'";

    @Bean
    @Order(1)
    @ConditionalOnWebApplication
    SecurityFilterChain units(HttpSecurity http) throws Exception {
        return http.securityMatcher("/cmi5/**")
                .csrf(csrf -> csrf.disable())
                .cors(cors -> cors.configurationSource(request -> fromAnywhere()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // a package may show its own pages in frames, which have no origin either
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(SANDBOX))
                        .frameOptions(FrameOptionsConfig::disable)
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    private static CorsConfiguration fromAnywhere() {
        CorsConfiguration anywhere = new CorsConfiguration();
        anywhere.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anywhere.setAllowedMethods(List.of("GET", "HEAD", "POST"));
        anywhere.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        return anywhere;
    }
}
