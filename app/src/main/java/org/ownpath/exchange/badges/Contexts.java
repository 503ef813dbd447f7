package org.ownpath.exchange.badges;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import com.apicatalog.jsonld.loader.DocumentLoader;
import com.apicatalog.jsonld.loader.DocumentLoaderOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The vocabularies in which credentials are written. They are part of the product and nothing is fetched: what a word means
 * must not depend on what some server answers today.
 */
final class Contexts implements DocumentLoader {

    static final String CREDENTIALS = "https://www.w3.org/ns/credentials/v2";
    static final String CREDENTIALS_1 = "https://www.w3.org/2018/credentials/v1";
    static final String BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
    static final String RECORDS = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

    static final Map<String, String> FILES = Map.ofEntries(
            Map.entry(CREDENTIALS, "credentials-v2.jsonld"),
            Map.entry(CREDENTIALS_1, "2018-credentials-v1.jsonld"),
            Map.entry("https://w3id.org/security/data-integrity/v1", "data-integrity-v1.jsonld"),
            Map.entry("https://w3id.org/security/suites/ed25519-2020/v1", "security-suites-ed25519-2020-v1.jsonld"),
            Map.entry("https://purl.imsglobal.org/spec/ob/v3p0/context.json", "ob-v3p0.json"),
            Map.entry("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json", "ob-v3p0-3.0.1.json"),
            Map.entry("https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json", "ob-v3p0-3.0.2.json"),
            Map.entry(BADGES, "ob-v3p0-3.0.3.json"),
            Map.entry("https://purl.imsglobal.org/spec/ob/v3p0/extensions.json", "ob-v3p0-extensions.json"),
            Map.entry("https://purl.imsglobal.org/spec/clr/v2p0/context.json", "clr-v2p0.json"),
            Map.entry(RECORDS, "clr-v2p0-2.0.1.json"));

    private final Map<String, Document> read = new ConcurrentHashMap<>();

    /** The addresses of those that are known. */
    static Set<String> known() {
        return FILES.keySet();
    }

    @Override
    public Document loadDocument(URI address, DocumentLoaderOptions options) throws JsonLdError {
        String file = FILES.get(address.toString());
        if (file == null) {
            throw new JsonLdError(JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "No vocabulary here: " + address);
        }
        return read.computeIfAbsent(file, Contexts::parsed);
    }

    private static Document parsed(String file) {
        try (InputStream in =
                Objects.requireNonNull(Contexts.class.getResourceAsStream("/credential-contexts/" + file), file)) {
            return JsonDocument.of(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JsonLdError e) {
            throw new IllegalStateException(file, e);
        }
    }
}
