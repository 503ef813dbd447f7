package org.ownpath.exchange.badges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ownpath.SharedFile;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.StrictJson;
import org.ownpath.shared.Problem;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Signatures of credentials: against the standard's own figures, and against verifiers that nobody here wrote. */
class IntegrityTest {

    private static final Instant AT = Instant.parse("2026-11-20T10:15:30Z");
    private static final String CREDENTIAL = """
            {"@context":["https://www.w3.org/ns/credentials/v2","https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
            "id":"urn:uuid:0b0c0d0e-0000-4000-8000-000000000001","type":["VerifiableCredential","AchievementCredential"],
            "name":"Ratios","issuer":{"id":"ISSUER","type":["Profile"],"name":"A school"},"validFrom":"2026-01-05T00:00:00Z",
            "credentialSubject":{"type":["AchievementSubject"],"achievement":{"id":"urn:uuid:0b0c0d0e-0000-4000-8000-000000000002",
            "type":["Achievement"],"name":"Ratios","description":"Works with ratios.","criteria":{"narrative":"Mastered."}}}}""";

    private final KeyPair pair = pair();
    private final String did = "did:key:" + Multikey.written(pair.getPublic());
    private final String keyName = did + "#" + Multikey.written(pair.getPublic());
    private final Examination examination = new Examination(
            new Lookups(address -> new Read.Unreadable<>(List.of(Problem.ofFile(address, "Nobody answers.")))), AT);

    @ParameterizedTest
    @CsvSource({"linked-data-proof-ob.html, obv3p0", "linked-data-proof-clr.html, clrv2p0"})
    void the_figures_of_the_standards_of_badges_and_of_records_come_out(String file, String canonical)
            throws Exception {
        Optional<Path> folder = SharedFile.named("ob3-clr2/test-vectors");
        assumeTrue(folder.isPresent(), "skipped: no ob3-clr2 in shared/data above here or in OWNPATH_DATA");
        String page = Files.readString(folder.get().resolve(file));
        ObjectNode document = object(block(page, "title=\"Credential\""));
        ObjectNode proof = object(block(page, "title=\"Proof before signing\"")
                .replaceAll("(\\w+): '", "\"$1\": '")
                .replace('\'', '"'));
        assertThat(Canonical.of(document.toString()))
                .isEqualTo(Files.readString(folder.get().resolve(canonical + "/document-canon.txt")));
        assertThat(HexFormat.of().formatHex(Integrity.toSign(document, proof)))
                .isEqualTo(block(page, "Data to sign (hex)"));
        PublicKey key = Multikey.read(
                        proof.path("verificationMethod").asString().replaceFirst(".*#", ""))
                .orElseThrow();
        proof.put("proofValue", block(page, "Proof value (hex)"));
        assertThat(Integrity.holds(document, proof, key)).isTrue();
        document.put("name", "Something else");
        assertThat(Integrity.holds(document, proof, key)).isFalse();
    }

    @Test
    void what_is_signed_here_holds_here_and_with_verifiers_from_npm() throws Exception {
        ObjectNode document = document();
        String proved = Integrity.signed(document, keyName, AT, this::sign).toString();
        String token = Jws.written(document, keyName, this::sign);
        assertThat(checked(proved).valid()).isTrue();
        assertThat(checked(token).valid()).isTrue();
        assertThat(PublicVerifier.verdicts(Map.of(did, didDocument()), List.of(proved, token)))
                .containsExactly("", "");
    }

    @Test
    void every_change_is_seen_here_and_by_verifiers_from_npm() throws Exception {
        String proved = Integrity.signed(document(), keyName, AT, this::sign).toString();
        String token = Jws.written(document(), keyName, this::sign);
        List<String> changed = new ArrayList<>(List.of(
                proved.replace("Works with ratios", "Works with fractions"),
                proved.replace("2026-01-05", "2025-01-05"),
                proved.replace("\"name\":\"A school\"", "\"name\":\"Another school\""),
                proved.replace("\"criteria\":{", "\"criteria\":{\"id\":\"https://school.example/easy\","),
                proved.replace("\"validFrom\"", "\"nickname\":\"Best of all\",\"validFrom\""),
                proved.replace("\"created\":\"2026", "\"created\":\"2027"),
                proved.replace("\"AchievementCredential\"]", "\"AchievementCredential\",\"EndorsementCredential\"]"),
                token.substring(0, token.length() - 8) + "AAAAAAAA",
                token.replaceFirst("\\.", ".e30")));
        for (String each : changed) {
            assertThat(each).isNotIn(proved, token);
            assertThat(examined(each))
                    .as(each)
                    .satisfies(verdict -> assertThat(verdict instanceof Verdict.Checked checked && checked.valid())
                            .isFalse());
        }
        assertThat(PublicVerifier.verdicts(Map.of(did, didDocument()), changed))
                .hasSameSizeAs(changed)
                .allMatch(verdict -> verdict.startsWith("refused"));
    }

    @Test
    void a_signature_by_somebody_else_than_the_named_issuer_does_not_count() {
        ObjectNode document = document();
        ((ObjectNode) document.path("issuer")).put("id", "did:web:school.example");
        Verdict.Checked checked =
                checked(Integrity.signed(document, keyName, AT, this::sign).toString());
        assertThat(checked.refused()).isTrue();
        assertThat(checked.checks())
                .extracting(Check::words)
                .contains("It was signed by somebody else than the issuer that it names.");
    }

    @Test
    void a_token_that_says_it_needs_no_signature_is_refused() {
        String header = base64("{\"alg\":\"none\",\"kid\":\"" + keyName + "\"}");
        assertThat(checked(header + "." + base64(document().toString()) + ".").refused())
                .isTrue();
    }

    @Test
    void a_document_that_renames_words_is_refused_however_well_it_is_signed() {
        ObjectNode document = document();
        ObjectNode own = document.objectNode();
        own.put("nickname", "https://schema.org/alternateName");
        ((ArrayNode) document.path("@context")).add(own);
        String proved = Integrity.signed(document, keyName, AT, this::sign).toString();
        assertThat(checked(proved).refused()).isTrue();
    }

    @Test
    void what_has_expired_or_does_not_hold_yet_or_has_a_day_that_cannot_be_read_is_refused() {
        for (String day : List.of("2026-11-19T00:00:00Z", "soon")) {
            ObjectNode document = document();
            document.put("validUntil", day);
            assertThat(checked(Jws.written(document, keyName, this::sign)).refused())
                    .as(day)
                    .isTrue();
        }
        ObjectNode early = document();
        early.put("validFrom", "2026-11-21T00:00:00Z");
        assertThat(checked(Integrity.signed(early, keyName, AT, this::sign).toString())
                        .refused())
                .isTrue();
    }

    @Test
    void a_name_that_stands_twice_and_what_is_nested_without_end_are_not_read() {
        String twice = document().toString().replaceFirst("\\{", "{\"name\":\"Other\",");
        String deep = "{\"a\":" + "[".repeat(5000) + "]".repeat(5000) + "}";
        assertThat(StrictJson.object(twice)).isEmpty();
        assertThat(StrictJson.object(deep)).isEmpty();
    }

    @Test
    void a_tangle_made_on_purpose_is_given_up() {
        StringBuilder knots = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            for (int j = 0; j < 12; j++) {
                if (i != j) {
                    knots.append(",{\"id\":\"_:k")
                            .append(i)
                            .append("\",\"type\":[\"Achievement\"],\"related\":{\"id\":\"_:k")
                            .append(j)
                            .append("\",\"type\":[\"Related\"]}}");
                }
            }
        }
        ObjectNode document = document();
        document.set("evidence", object("{\"a\":[" + knots.substring(1) + "]}").path("a"));
        assertThat(catchThrowable(() -> Canonical.of(document.toString()))).isInstanceOf(Canonical.Untellable.class);
    }

    @Test
    void a_list_of_bits_tells_what_was_taken_back() throws IOException {
        String list = StatusList.written(List.of(0, 9, 131_071));
        assertThat(StatusList.isSet(list, 0)).contains(true);
        assertThat(StatusList.isSet(list, 1)).contains(false);
        assertThat(StatusList.isSet(list, 9)).contains(true);
        assertThat(StatusList.isSet(list, 131_071)).contains(true);
        assertThat(StatusList.isSet(list, 131_072)).isEmpty();
        assertThat(StatusList.isSet("nothing", 0)).isEmpty();
        byte[] compressed = Base64.getUrlDecoder().decode(list.substring(1));
        byte[] bits = new GZIPInputStream(new ByteArrayInputStream(compressed)).readAllBytes();
        assertThat(bits).as("sixteen kilobytes, the first place leftmost").hasSize(16_384);
        assertThat(new byte[] {bits[0], bits[1], bits[16_383]}).containsExactly(0x80, 0x40, 0x01);
    }

    private Verdict examined(String text) {
        return StrictJson.object(text)
                .map(examination::ofDocument)
                .or(() -> Jws.read(text).map(token -> examination.ofToken(token, text)))
                .orElseGet(() -> new Verdict.Unreadable("neither"));
    }

    private Verdict.Checked checked(String text) {
        return (Verdict.Checked) examined(text);
    }

    private ObjectNode document() {
        return object(CREDENTIAL.replace("ISSUER", did));
    }

    private String didDocument() {
        return """
                {"@context":["https://www.w3.org/ns/did/v1"],"id":"%1$s","assertionMethod":["%2$s"],
                "verificationMethod":[{"id":"%2$s","type":"Multikey","controller":"%1$s","publicKeyMultibase":"%3$s"}]}""".formatted(did, keyName, Multikey.written(pair.getPublic()));
    }

    private byte[] sign(byte[] message) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(pair.getPrivate());
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** What stands in the first block of code after some words. */
    private static String block(String page, String words) {
        Matcher block = Pattern.compile("<(?:pre|code)[^>]*>([^<]*)</(?:pre|code)")
                .matcher(page.substring(page.lastIndexOf('<', page.indexOf(words))));
        assertThat(block.find()).isTrue();
        return block.group(1).strip();
    }

    private static ObjectNode object(String json) {
        return StrictJson.object(json).orElseThrow();
    }
}
