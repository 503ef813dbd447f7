package org.ownpath.access.signin;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.ownpath.shared.OpenNetwork;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.stereotype.Component;

/** Identity providers, asked what they offer (OpenID Connect Discovery) once and then remembered. */
@Component
class Issuers {

    private final boolean privateAddresses;
    private final Map<String, ClientRegistration> discovered = new ConcurrentHashMap<>();

    Issuers(@Value("${ownpath.sign-on.private-addresses:false}") boolean privateAddresses) {
        this.privateAddresses = privateAddresses;
    }

    /** Why a provider cannot be used, with what to do; empty when it answers as it should. */
    Optional<String> problem(String issuer) {
        String plain = issuer.strip();
        if (!open(plain)) {
            return Optional.of(
                    "The issuer is an https address that everybody reaches, such as https://login.example.org. "
                            + "Where it stands in your own network, whoever runs Ownpath allows private addresses at its start.");
        }
        try {
            discovered.remove(plain);
            discover(plain);
            return Optional.empty();
        } catch (RuntimeException unusable) {
            return Optional.of("Nothing at this address answers as an issuer does. Copy it from the provider's page; "
                    + plain + "/.well-known/openid-configuration should open in a browser.");
        }
    }

    ClientRegistration registration(String slug, SchoolSignOn.Provider provider, String secret) {
        return ClientRegistration.withClientRegistration(discover(provider.issuer()))
                .registrationId(slug)
                .clientId(provider.clientId())
                .clientSecret(secret)
                .scope("openid", "profile", "email")
                .redirectUri("{baseUrl}/sign-in/answer/{registrationId}")
                .clientSettings(ClientRegistration.ClientSettings.builder()
                        .requireProofKey(true)
                        .build())
                .build();
    }

    private ClientRegistration discover(String issuer) {
        return discovered.computeIfAbsent(issuer, address -> {
            ClientRegistration found = ClientRegistrations.fromOidcIssuerLocation(address)
                    .clientId("asked later")
                    .build();
            ClientRegistration.ProviderDetails details = found.getProviderDetails();
            boolean allOpen = Stream.of(
                            details.getTokenUri(),
                            details.getJwkSetUri(),
                            details.getUserInfoEndpoint().getUri())
                    .filter(Objects::nonNull)
                    .allMatch(this::open);
            if (!allOpen) {
                throw new IllegalArgumentException("The issuer " + address + " names addresses that are not open");
            }
            return found;
        });
    }

    /** An administrator of a district must not look around in the network that Ownpath runs in. */
    private boolean open(String address) {
        try {
            URI uri = URI.create(address);
            if (uri.getHost() == null) {
                return false;
            }
            return privateAddresses
                    || (uri.getScheme().equals("https")
                            && Stream.of(InetAddress.getAllByName(uri.getHost()))
                                    .noneMatch(OpenNetwork::isInside));
        } catch (IllegalArgumentException | UnknownHostException unreadable) {
            return false;
        }
    }
}
