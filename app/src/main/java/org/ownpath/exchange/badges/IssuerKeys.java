package org.ownpath.exchange.badges;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.util.Optional;
import org.ownpath.exchange.Read;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the key that a signature names, and whose it is: under did:key, did:web, or an address of the issuer's. */
final class IssuerKeys {

    private static final String DID_KEY = "did:key:";
    private static final String DID_WEB = "did:web:";

    private IssuerKeys() {}

    /** What was found. */
    sealed interface Search {}

    /** The key, and the name of whose it is. */
    record Found(PublicKey key, String owner) implements Search {}

    /** There is no such key, or its owner does not let it vouch for anything. */
    record Missing(String why) implements Search {}

    /** Nobody answered. */
    record Unreachable(String why) implements Search {}

    static Search find(String keyName, Lookups lookups) {
        String owner = keyName.replaceFirst("#.*", "");
        if (owner.startsWith(DID_KEY)) {
            return Multikey.read(owner.substring(DID_KEY.length()))
                    .<Search>map(key -> new Found(key, owner))
                    .orElseGet(() -> new Missing("The key that it names is of a kind that is not read here."));
        }
        if (owner.startsWith(DID_WEB)) {
            return told(owner, keyName, lookups.object(addressOf(owner)));
        }
        return owner.startsWith("https://")
                ? told(owner, keyName, lookups.object(owner))
                : new Missing("It does not say with which key it was signed in a way that is read here.");
    }

    /** Where the document of a did:web lies. */
    static String addressOf(String didWeb) {
        String[] parts = didWeb.substring(DID_WEB.length()).split(":", 2);
        String host = URLDecoder.decode(parts[0], StandardCharsets.UTF_8);
        return "https://" + host
                + (parts.length == 1 ? "/.well-known" : "/" + parts[1].replace(':', '/'))
                + "/did.json";
    }

    /** The host behind the name of an issuer, by which people know whom to ask; empty for a bare key. */
    static Optional<String> host(String issuer) {
        try {
            String address = issuer.startsWith(DID_WEB) ? addressOf(issuer) : issuer;
            return address.startsWith("https://")
                    ? Optional.ofNullable(URI.create(address).getAuthority())
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Search told(String owner, String keyName, Read<ObjectNode> answer) {
        if (answer instanceof Read.Parsed<ObjectNode> parsed) {
            return keyIn(parsed.value(), owner, keyName);
        }
        return new Unreachable("The issuer could not be asked for its keys: "
                + ((Read.Unreadable<ObjectNode>) answer).problems().get(0).message());
    }

    private static Search keyIn(ObjectNode document, String owner, String keyName) {
        if (!document.path("id").asString("").equals(owner)) {
            return new Missing("What the issuer's address tells is about somebody else.");
        }
        for (JsonNode method : document.path("verificationMethod")) {
            if (method.path("id").asString("").equals(keyName)
                    && method.path("controller").asString("").equals(owner)) {
                return vouches(document, keyName)
                        ? key(method).<Search>map(key -> new Found(key, owner)).orElseGet(IssuerKeys::unread)
                        : new Missing("The issuer has withdrawn the key that it was signed with.");
            }
        }
        return new Missing("The issuer does not know the key that it was signed with.");
    }

    private static Missing unread() {
        return new Missing("The issuer's key is of a kind that is not read here.");
    }

    private static boolean vouches(ObjectNode document, String keyName) {
        for (JsonNode vouching : document.path("assertionMethod")) {
            String id = vouching.isString()
                    ? vouching.asString()
                    : vouching.path("id").asString("");
            if (id.equals(keyName)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<PublicKey> key(JsonNode method) {
        return Multikey.read(method.path("publicKeyMultibase").asString(""))
                .or(() -> Multikey.ofJwk(method.path("publicKeyJwk")));
    }
}
