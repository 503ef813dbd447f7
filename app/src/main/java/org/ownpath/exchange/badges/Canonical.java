package org.ownpath.exchange.badges;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdOptions;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.rdf.RdfLiteral;
import com.apicatalog.rdf.RdfNQuad;
import com.apicatalog.rdf.RdfValue;
import com.apicatalog.rdf.api.RdfConsumerException;
import com.apicatalog.rdf.canon.RdfCanon;
import com.apicatalog.rdf.canon.RdfCanonTicker;
import com.apicatalog.rdf.nquads.NQuadsWriter;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a document says, in the one order that RDF Dataset Canonicalization gives it (RDFC-1.0). Whatever a document says
 * that this would leave out is refused: else it could be changed without anybody noticing.
 */
final class Canonical {

    /** Steps until a document is given up that is tangled on purpose. A record of hundreds of credentials takes fewer. */
    private static final int MOST_STEPS = 50_000;

    private static final Contexts CONTEXTS = new Contexts();

    private Canonical() {}

    /** A document that cannot be put in order. */
    static final class Untellable extends Exception {
        private static final long serialVersionUID = 1L;

        Untellable(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }

    /** The lines of a JSON-LD document, in order. */
    static String of(String json) throws Untellable {
        try {
            JsonLdOptions options = new JsonLdOptions();
            options.setDocumentLoader(CONTEXTS);
            options.setUndefinedTermsPolicy(JsonLdOptions.ProcessingPolicy.Fail);
            JsonArray expanded = JsonLd.expand(JsonDocument.of(object(json)))
                    .options(options)
                    .get();
            requireAddresses(expanded);
            RdfCanon canon = RdfCanon.create("SHA-256", steps());
            for (RdfNQuad quad : JsonLd.toRdf(JsonDocument.of(expanded))
                    .options(options)
                    .get()
                    .toList()) {
                add(canon, quad);
            }
            StringWriter lines = new StringWriter();
            canon.provide(new NQuadsWriter(lines));
            return lines.toString();
        } catch (JsonLdError e) {
            throw new Untellable("It uses words that its standards do not define (" + e.getMessage() + ")", e);
        } catch (RdfConsumerException | IllegalStateException e) {
            throw new Untellable("It is too tangled to be put in order", e);
        }
    }

    private static RdfCanonTicker steps() {
        int[] taken = {0};
        return () -> {
            if (++taken[0] > MOST_STEPS) {
                throw new IllegalStateException("More than " + MOST_STEPS + " steps");
            }
        };
    }

    private static JsonObject object(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    /** What is named by no whole address would be left out. */
    private static void requireAddresses(JsonValue value) throws Untellable {
        if (value instanceof JsonArray list) {
            for (JsonValue each : list) {
                requireAddresses(each);
            }
        } else if (value instanceof JsonObject object) {
            for (Map.Entry<String, JsonValue> entry : object.entrySet()) {
                if (entry.getKey().equals("@id") || entry.getKey().equals("@type")) {
                    requireWhole(entry.getValue());
                } else if (!entry.getKey().equals("@value")) {
                    requireAddresses(entry.getValue());
                }
            }
        }
    }

    private static void requireWhole(JsonValue named) throws Untellable {
        if (named instanceof JsonArray list) {
            for (JsonValue each : list) {
                requireWhole(each);
            }
        } else if (!(named instanceof JsonString text) || !text.getString().contains(":")) {
            throw new Untellable("It uses a word that its standards do not define: " + named, null);
        }
    }

    private static void add(RdfCanon canon, RdfNQuad quad) {
        String graph = quad.getGraphName().map(RdfValue::getValue).orElse(null);
        String subject = quad.getSubject().getValue();
        String predicate = quad.getPredicate().getValue();
        if (quad.getObject().isLiteral()) {
            RdfLiteral literal = quad.getObject().asLiteral();
            String language = literal.getLanguage().orElse(null);
            canon.quad(subject, predicate, literal.getValue(), literal.getDatatype(), language, null, graph);
        } else {
            canon.quad(subject, predicate, quad.getObject().getValue(), null, null, null, graph);
        }
    }
}
