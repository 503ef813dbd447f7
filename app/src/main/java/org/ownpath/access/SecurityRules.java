package org.ownpath.access;

import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.web.cors.CorsConfiguration;

/** The district boundary around the database, and the door of programs. */
@Configuration
class SecurityRules {

    private static final String NO_TOKEN = """
            {"imsx_codeMajor": "failure", "imsx_severity": "error",
             "imsx_description": "Ask for a token at /ims/oneroster/token first, or for a new one.",
             "imsx_CodeMinor": {"imsx_codeMinorField": [{"imsx_codeMinorFieldName": "TargetEndSystem",
                                                         "imsx_codeMinorFieldValue": "unauthorisedrequest"}]}}""";

    @Bean
    static Clock clock() {
        return SchoolTime.clock();
    }

    /** Puts the district boundary around the pool. */
    @Bean
    static BeanPostProcessor districtBoundary() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource pool && !(bean instanceof SessionStore.OfNoDistrict)
                        ? new DistrictDataSource(pool)
                        : bean;
            }
        };
    }

    /** Requests are timed as a whole; timing each filter of the door as well would cost more than most of them do. */
    @Bean
    static SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** Programs: a token, no session, no cookie. */
    @Bean
    @Order(1)
    @ConditionalOnWebApplication
    SecurityFilterChain programs(HttpSecurity http, Tokens tokens) throws Exception {
        return door(http.securityMatcher("/api/**"), tokens)
                .exceptionHandling(e -> e.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .authorizeHttpRequests(requests -> requests.requestMatchers(HttpMethod.GET, "/api/**")
                        .hasAuthority(TokenScope.READ.authority())
                        .anyRequest()
                        .hasAuthority(TokenScope.RECORD.authority()))
                .build();
    }

    /** Programs that speak xAPI, from pages of other addresses too: what lets them in is their token and no cookie. */
    @Bean
    @Order(1)
    @ConditionalOnWebApplication
    SecurityFilterChain programsOfXapi(HttpSecurity http, Tokens tokens, List<PassingTokens> passing) throws Exception {
        return door(http.securityMatcher("/xapi/**"), new TokenSignIn(tokens, passing))
                .cors(cors -> cors.configurationSource(request -> fromAnywhere()))
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, refused) -> {
                    response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"learning records\"");
                    response.setStatus(HttpStatus.UNAUTHORIZED.value());
                }))
                .authorizeHttpRequests(
                        requests -> requests.anyRequest().hasAuthority(TokenScope.STATEMENTS.authority()))
                .build();
    }

    /** Systems that speak OneRoster: they come for a token, and then with it. */
    @Bean
    @Order(1)
    @ConditionalOnWebApplication
    SecurityFilterChain programsOfOneRoster(HttpSecurity http, Tokens tokens) throws Exception {
        return door(http.securityMatcher("/ims/oneroster/**"), tokens)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, refused) -> {
                    response.setStatus(HttpStatus.UNAUTHORIZED.value());
                    response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                    response.getWriter().write(NO_TOKEN);
                }))
                .authorizeHttpRequests(requests -> requests.requestMatchers("/ims/oneroster/token")
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(TokenScope.READ.authority()))
                .build();
    }

    /** Whoever reads frameworks: with a token or, where the district lets everybody read them, without. */
    @Bean
    @Order(1)
    @ConditionalOnWebApplication
    SecurityFilterChain readersOfFrameworks(HttpSecurity http, Tokens tokens) throws Exception {
        return door(http.securityMatcher("/case/**"), tokens)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** What every door of programs has in common. */
    private static HttpSecurity door(HttpSecurity http, Tokens tokens) throws Exception {
        return door(http, new TokenSignIn(tokens));
    }

    private static HttpSecurity door(HttpSecurity http, TokenSignIn signIn) throws Exception {
        return http.csrf(csrf -> csrf.disable())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(signIn, UsernamePasswordAuthenticationFilter.class)
                .addFilterBefore(new DistrictFilter(), AuthorizationFilter.class)
                .headers(headers -> headers.contentSecurityPolicy(
                        csp -> csp.policyDirectives("default-src 'none'; frame-ancestors 'none'")));
    }

    private static CorsConfiguration fromAnywhere() {
        CorsConfiguration anywhere = new CorsConfiguration();
        anywhere.setAllowedOrigins(List.of(CorsConfiguration.ALL));
        anywhere.setAllowedMethods(List.of("GET", "HEAD", "PUT", "POST", "DELETE"));
        anywhere.setAllowedHeaders(List.of(CorsConfiguration.ALL));
        anywhere.setExposedHeaders(List.of(
                HttpHeaders.ETAG,
                HttpHeaders.LAST_MODIFIED,
                "X-Experience-API-Version",
                "X-Experience-API-Consistent-Through"));
        return anywhere;
    }
}
