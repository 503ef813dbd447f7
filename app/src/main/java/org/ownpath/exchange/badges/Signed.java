package org.ownpath.exchange.badges;

import java.security.PublicKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether a credential says what its issuer signed, and whether it was its issuer who signed. */
final class Signed {

    private static final Check CHANGED = Check.fails("It is not as it was signed: something in it was changed.");

    private final Lookups lookups;
    private final Instant now;

    Signed(Lookups lookups, Instant now) {
        this.lookups = lookups;
        this.now = now;
    }

    List<Check> byProof(ObjectNode document, Claim claim) {
        Optional<ObjectNode> proof = proof(document);
        if (proof.isEmpty()) {
            return List.of(Check.fails(
                    "It bears no signature that is read here (" + Integrity.SUITE + ", or a signed token)."));
        }
        Optional<String> foreign = OwnWords.problem(document);
        if (foreign.isPresent()) {
            return List.of(Check.fails(foreign.get()));
        }
        if (!Claim.text(proof.get(), "proofPurpose").equals("assertionMethod")) {
            return List.of(Check.fails("It was signed for another purpose than to vouch for what it says."));
        }
        if (proof.get().has("expires")
                && !Claim.date(proof.get(), "expires").map(now::isBefore).orElse(false)) {
            return List.of(Check.fails("Its signature has expired."));
        }
        return byKey(
                Claim.text(proof.get(), "verificationMethod"), claim, key -> integrity(document, proof.get(), key));
    }

    List<Check> byToken(Jws token, Claim claim) {
        String signer = Claim.text(token.content(), "iss");
        if (!signer.isEmpty() && !signer.equals(claim.issuer().id())) {
            return List.of(Check.fails("The token is by somebody else than the credential in it."));
        }
        JsonNode end = token.content().path("exp");
        if (end.isNumber() && now.getEpochSecond() >= end.asLong()) {
            return List.of(Check.fails("The token has expired."));
        }
        return byKey(
                token.keyName(),
                claim,
                key -> token.holds(key) ? Check.holds("Nothing in it was changed since it was signed.") : CHANGED);
    }

    private List<Check> byKey(String keyName, Claim claim, Function<PublicKey, Check> check) {
        IssuerKeys.Search search = IssuerKeys.find(keyName, lookups);
        if (search instanceof IssuerKeys.Unreachable unreachable) {
            return List.of(Check.open(unreachable.why()));
        }
        if (search instanceof IssuerKeys.Missing missing) {
            return List.of(Check.fails(missing.why()));
        }
        IssuerKeys.Found found = (IssuerKeys.Found) search;
        if (!found.owner().equals(claim.issuer().id())) {
            return List.of(Check.fails("It was signed by somebody else than the issuer that it names."));
        }
        Check unchanged = check.apply(found.key());
        // of what was changed, the key tells nothing
        return unchanged.finding() == Check.Finding.HOLDS
                ? List.of(unchanged, Check.holds(vouched(claim.issuer())))
                : List.of(unchanged);
    }

    private static String vouched(Claim.Issuer issuer) {
        return issuer.host()
                .map(host -> "The signature is by whoever runs " + host + ", as the issuer says.")
                .orElse(
                        "The signature is by the issuer's key. Nothing tells who holds that key: ask whoever gave you this.");
    }

    private static Check integrity(ObjectNode document, ObjectNode proof, PublicKey key) {
        try {
            return Integrity.holds(document, proof, key)
                    ? Check.holds("Nothing in it was changed since it was signed.")
                    : CHANGED;
        } catch (Canonical.Untellable e) {
            return Check.fails(String.valueOf(e.getMessage()) + ", so that its signature says nothing.");
        }
    }

    /** The first proof of the suite that is read; a document may have several of which each is enough. */
    private static Optional<ObjectNode> proof(ObjectNode document) {
        JsonNode proof = document.path("proof");
        return (proof.isArray() ? proof.valueStream() : Stream.of(proof))
                .filter(each -> Claim.text(each, "type").equals("DataIntegrityProof")
                        && Claim.text(each, "cryptosuite").equals(Integrity.SUITE))
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .findFirst();
    }
}
