package org.ownpath.exchange.badges;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a credential says: who issued what to whom. Whether that is so is another question.
 *
 * @param id the name that its issuer gave it; empty where it has none
 * @param to the name of whom it is about; empty where it names nobody
 * @param parts what a record of learning holds, by name
 */
public record Claim(
        Kind kind,
        String id,
        String name,
        String description,
        Issuer issuer,
        Optional<String> to,
        Dates dates,
        List<String> parts) {

    /** Keeps its own copy. */
    public Claim {
        parts = List.copyOf(parts);
    }

    /** Who says so: a name, and the identifier that the signature has to match. */
    public record Issuer(String id, String name) {

        /** The host that stands behind it; empty for a bare key, of which nothing tells whose it is. */
        public Optional<String> host() {
            return IssuerKeys.host(id);
        }
    }

    /** From when until when it is good. */
    public record Dates(Optional<Instant> from, Optional<Instant> until) {}

    /** The kinds that are read. */
    public enum Kind {
        BADGE("badge"),
        RECORD("record of learning"),
        ENDORSEMENT("endorsement");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** What people call it. */
        public String words() {
            return words;
        }
    }

    /** What a document says; empty when it is none of the kinds that are read, or names no issuer. */
    static Optional<Claim> of(ObjectNode document) {
        Kind kind = kind(document);
        JsonNode issuer = document.path("issuer");
        String id = issuer.isString() ? issuer.asString() : text(issuer, "id");
        if (kind == null || id.isBlank()) {
            return Optional.empty();
        }
        JsonNode subject = document.path("credentialSubject");
        JsonNode about = kind == Kind.BADGE ? subject.path("achievement") : document;
        return Optional.of(new Claim(
                kind,
                text(document, "id"),
                Stream.of(text(about, "name"), text(document, "name"), "(without a name)")
                        .filter(name -> !name.isBlank())
                        .findFirst()
                        .orElseThrow(),
                kind == Kind.ENDORSEMENT ? text(subject, "endorsementComment") : text(about, "description"),
                new Issuer(id, text(issuer, "name").isBlank() ? id : text(issuer, "name")),
                named(subject),
                new Dates(
                        date(document, "validFrom").or(() -> date(document, "issuanceDate")),
                        date(document, "validUntil").or(() -> date(document, "expirationDate"))),
                parts(subject)));
    }

    private static @Nullable Kind kind(ObjectNode document) {
        List<String> types = texts(document.path("type"));
        if (types.contains("ClrCredential")) {
            return Kind.RECORD;
        }
        if (types.contains("EndorsementCredential")) {
            return Kind.ENDORSEMENT;
        }
        return types.contains("AchievementCredential") || types.contains("OpenBadgeCredential") ? Kind.BADGE : null;
    }

    /** The name of whom it is about, where it is told in clear. */
    private static Optional<String> named(JsonNode subject) {
        for (JsonNode identity : subject.path("identifier")) {
            if (text(identity, "identityType").equals("name")
                    && !identity.path("hashed").asBoolean(true)) {
                return Optional.of(text(identity, "identityHash"));
            }
        }
        return Optional.of(text(subject, "name")).filter(name -> !name.isBlank());
    }

    private static List<String> parts(JsonNode subject) {
        List<String> parts = new ArrayList<>();
        for (JsonNode part : subject.path("verifiableCredential")) {
            parts.add(text(part.path("credentialSubject").path("achievement"), "name"));
        }
        return parts;
    }

    static List<String> texts(JsonNode oneOrMany) {
        return oneOrMany.isString()
                ? List.of(oneOrMany.asString())
                : oneOrMany
                        .valueStream()
                        .filter(JsonNode::isString)
                        .map(JsonNode::asString)
                        .toList();
    }

    static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }

    static Optional<Instant> date(JsonNode node, String name) {
        try {
            return Optional.of(text(node, name))
                    .filter(text -> !text.isBlank())
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
