package org.ownpath.exchange.badges;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.HomeAddress;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.SigningKey;
import org.ownpath.credential.SigningKeys;
import org.ownpath.exchange.StrictJson;
import org.ownpath.shared.DistrictId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A district as an issuer of credentials: its name in the world ({@code did:web}), and the document under that name that
 * tells its keys. Everything is told by the address of this installation ({@code ownpath.address}).
 */
@Component
public class DistrictIssuer {

    private static final String PATH = "/issuers/";

    private final String address;
    private final Accounts accounts;
    private final SigningKeys keys;

    DistrictIssuer(HomeAddress address, Accounts accounts, SigningKeys keys) {
        this.address = address.toString();
        this.accounts = accounts;
        this.keys = keys;
    }

    /** The district of this installation whose short name this is. */
    public Optional<DistrictId> district(String slug) {
        return accounts.district(slug);
    }

    /** The document of the current district: who it is and with which keys it signs. Empty until it has signed something. */
    public Optional<String> document() {
        List<SigningKey> all = keys.keys();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode document = StrictJson.empty();
        document.putArray("@context").add("https://www.w3.org/ns/did/v1").add("https://w3id.org/security/multikey/v1");
        document.put("id", name());
        ArrayNode methods = document.putArray("verificationMethod");
        all.forEach(key -> methods.add(method(key)));
        ArrayNode vouching = document.putArray("assertionMethod");
        all.stream().filter(SigningKey::vouches).forEach(key -> vouching.add(nameOf(key)));
        return Optional.of(document.toString());
    }

    /** The name of the current district in the world. */
    String name() {
        URI uri = URI.create(address);
        String host = uri.getPort() < 0 ? uri.getHost() : uri.getHost() + "%3A" + uri.getPort();
        return "did:web:" + host + (PATH + accounts.districtSlug()).replace('/', ':');
    }

    String nameOf(SigningKey key) {
        return name() + "#" + Multikey.written(key.key());
    }

    /** The whole address of something that is served to the world about the current district. */
    String at(String path) {
        return address + PATH + accounts.districtSlug() + path;
    }

    /** How the world names what a badge of the current district stands for. */
    public String achievement(BadgeId badge) {
        return at("/badges/" + badge);
    }

    /** The whole address of a page of this installation. */
    public String page(String path) {
        return address + path;
    }

    /**
     * What this installation itself serves at an address, so that it need not ask itself over the network; empty when the
     * address is not one of its own.
     */
    Optional<Own> own(String asked) {
        // a did:web says https, whatever this installation is reached by
        String start = withoutScheme(address) + PATH;
        String rest = withoutScheme(asked);
        if (!rest.startsWith(start)) {
            return Optional.empty();
        }
        String[] parts = rest.substring(start.length()).split("/", 2);
        return parts.length == 2 ? district(parts[0]).map(district -> new Own(district, parts[1])) : Optional.empty();
    }

    /** Something that a district of this installation serves. */
    record Own(DistrictId district, String path) {}

    private static String withoutScheme(String address) {
        return address.replaceFirst("^https?://", "");
    }

    private ObjectNode method(SigningKey key) {
        ObjectNode method = StrictJson.empty();
        method.put("id", nameOf(key));
        method.put("type", "Multikey");
        method.put("controller", name());
        method.put("publicKeyMultibase", Multikey.written(key.key()));
        key.withdrawal()
                .ifPresent(withdrawal -> method.put("revoked", withdrawal.at().toString()));
        return method;
    }
}
