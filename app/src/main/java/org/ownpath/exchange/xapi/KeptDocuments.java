package org.ownpath.exchange.xapi;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Keeps states and profiles, so that of two who change one at once neither loses what the other wrote unseen. */
@Component
class KeptDocuments {

    private final DocumentRows rows;
    private final Turns turns;
    private final Clock clock;

    KeptDocuments(DocumentRows rows, Turns turns, Clock clock) {
        this.rows = rows;
        this.turns = turns;
        this.clock = clock;
    }

    /** What was sent, under which conditions. */
    record Sent(String name, String contentType, Bytes content, Condition condition) {}

    /**
     * Which document somebody thinks that they change.
     *
     * @param ifMatch the etags that it may have
     * @param ifNoneMatch the etags that it may not have; "*" where there may be none
     * @param needed whether an existing document is only replaced by whoever names one of the two
     */
    record Condition(Optional<String> ifMatch, Optional<String> ifNoneMatch, boolean needed) {

        private void hold(Optional<LearningDocument> kept) {
            boolean holds = ifMatch.map(tags -> kept.filter(d -> names(tags, d)).isPresent())
                            .orElse(true)
                    && ifNoneMatch
                            .map(tags -> kept.filter(d -> names(tags, d)).isEmpty())
                            .orElse(true);
            if (!holds) {
                throw new XapiRefused(
                        HttpStatus.PRECONDITION_FAILED,
                        "The document is not as you think. Read it again, and send your change with its ETag.");
            }
            if (needed && kept.isPresent() && ifMatch.isEmpty() && ifNoneMatch.isEmpty()) {
                throw XapiRefused.conflict("There is a document already. Read it, and send If-Match with its ETag to "
                        + "replace it, or If-None-Match: * to keep it.");
            }
        }

        private static boolean names(String tags, LearningDocument document) {
            return tags.strip().equals("*")
                    || List.of(tags.split("\\s*,\\s*", -1)).contains("\"" + document.etag() + "\"");
        }
    }

    Optional<LearningDocument> document(LearningDocument.Place place, String name) {
        return rows.document(place, name);
    }

    List<String> names(LearningDocument.Place place, Optional<Instant> since) {
        return rows.names(place, since);
    }

    /** Keeps a document in the place of whatever was there. */
    @Transactional
    public void put(Viewer by, LearningDocument.Place place, Sent sent) {
        take(place, sent.name());
        sent.condition().hold(rows.document(place, sent.name()));
        if (isJson(sent.contentType())) {
            StatementJson.read(sent.content().content());
        }
        write(by, place, sent, sent.content().content());
    }

    /** Adds the names of a JSON object to those of the document that is there. */
    @Transactional
    public void post(Viewer by, LearningDocument.Place place, Sent sent) {
        take(place, sent.name());
        Optional<LearningDocument> kept = rows.document(place, sent.name());
        sent.condition().hold(kept);
        boolean merges = kept.isPresent();
        if (merges && !(isJson(sent.contentType()) && isJson(kept.get().contentType()))) {
            throw XapiRefused.because("Only JSON objects can be put together, and one of the two documents is none. "
                    + "Replace it by PUT.");
        }
        if (!isJson(sent.contentType())) {
            write(by, place, sent, sent.content().content());
            return;
        }
        ObjectNode merged = kept.isPresent()
                ? object(StatementJson.read(kept.get().content().content()))
                : StatementJson.object();
        merged.setAll(object(StatementJson.read(sent.content().content())));
        write(by, place, sent, merged.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Transactional
    public void delete(LearningDocument.Place place, Optional<String> name, Condition condition) {
        if (name.isEmpty()) {
            rows.deleteAll(place);
            return;
        }
        take(place, name.get());
        condition.hold(rows.document(place, name.get()));
        rows.delete(place, name.get());
    }

    private void take(LearningDocument.Place place, String name) {
        turns.take("learning-document " + place.kind() + place.activity()
                + place.owner().map(o -> o.key()) + place.registration() + name);
    }

    private void write(Viewer by, LearningDocument.Place place, Sent sent, byte[] content) {
        rows.write(
                by,
                place,
                sent.name(),
                new LearningDocument(
                        sent.contentType(),
                        Bytes.of(content),
                        sha1(content),
                        clock.instant().truncatedTo(ChronoUnit.MICROS)));
    }

    private static boolean isJson(String contentType) {
        return contentType.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static ObjectNode object(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw XapiRefused.because("A document in JSON that is to be put together with another has to be an object.");
    }

    /** The tag that the standard asks for. */
    private static String sha1(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
