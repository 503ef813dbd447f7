package org.ownpath.access.signin;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SignedIn;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DistrictId;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserService;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** The door of those who sign in elsewhere: there and back (authorization code with PKCE), and whose account it is. */
@Component
class SchoolDoor {

    private final SchoolSignOn signOn;
    private final Accounts accounts;
    private final Entrance entrance;
    private final OidcUserService claims = new OidcUserService();

    SchoolDoor(SchoolSignOn signOn, Accounts accounts, Entrance entrance) {
        this.signOn = signOn;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    void open(OAuth2LoginConfigurer<HttpSecurity> login) {
        ClientRegistrationRepository schools = this::registration;
        login.loginPage("/sign-in")
                .clientRegistrationRepository(schools)
                .authorizedClientRepository(new KeepsNoTokens())
                .authorizationEndpoint(there -> there.baseUri("/sign-in/school"))
                .redirectionEndpoint(back -> back.baseUri("/sign-in/answer/*"))
                .userInfoEndpoint(who -> who.oidcUserService(this::arrive))
                .successHandler((request, response, who) -> {
                    entrance.enter(known(who).viewer, request, response);
                    response.sendRedirect("/");
                })
                .failureHandler((request, response, why) -> response.sendRedirect("/sign-in?school"));
    }

    private @Nullable ClientRegistration registration(String slug) {
        return within(slug, () -> signOn.registration(slug)).orElse(null);
    }

    private OidcUser arrive(OidcUserRequest request) {
        Authentication before = SecurityContextHolder.getContext().getAuthentication();
        OidcUser person = claims.loadUser(request);
        String slug = request.getClientRegistration().getRegistrationId();
        Viewer viewer = within(
                        slug,
                        () -> signOn.viewer(
                                SchoolSignOn.Arrived.of(
                                        Objects.requireNonNull(person.getIssuer())
                                                .toString(),
                                        Objects.requireNonNull(person.getSubject()),
                                        signOn.name(person.getClaims())),
                                signedIn(before)))
                .orElseThrow(() -> new OAuth2AuthenticationException("unknown_person"));
        return new Known(person, viewer);
    }

    private static Known known(Authentication who) {
        return (Known) Objects.requireNonNull(who.getPrincipal());
    }

    private static Optional<Viewer> signedIn(@Nullable Authentication before) {
        return before instanceof SignedIn signedIn && !signedIn.byCard()
                ? Optional.of(signedIn.getPrincipal())
                        .filter(viewer -> DistrictScope.require().equals(viewer.district()))
                : Optional.empty();
    }

    private <T> Optional<T> within(String slug, java.util.function.Supplier<Optional<T>> work) {
        Optional<DistrictId> district = accounts.district(slug);
        return district.flatMap(found -> DistrictScope.within(found, work));
    }

    /** Somebody who came back and whose account here is known. */
    private static final class Known extends DefaultOidcUser {

        private static final long serialVersionUID = 1L;

        private final Viewer viewer;

        Known(OidcUser person, Viewer viewer) {
            super(person.getAuthorities(), person.getIdToken(), person.getUserInfo());
            this.viewer = viewer;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return super.equals(other) && other instanceof Known that && that.viewer.equals(viewer);
        }

        @Override
        public int hashCode() {
            return viewer.hashCode();
        }
    }

    /** The provider is asked who somebody is, and nothing else in their name: its tokens are dropped. */
    private static final class KeepsNoTokens implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String registration, Authentication who, jakarta.servlet.http.HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication who,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String registration,
                Authentication who,
                jakarta.servlet.http.HttpServletRequest request,
                jakarta.servlet.http.HttpServletResponse response) {}
    }
}
