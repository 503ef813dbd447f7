package org.ownpath.exchange.badges;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ownpath.shared.Sha256;
import tools.jackson.databind.node.ObjectNode;

/** Proofs of the cryptosuite eddsa-rdfc-2022 of W3C Data Integrity: over what a document says, however it is laid out. */
final class Integrity {

    static final String SUITE = "eddsa-rdfc-2022";

    private Integrity() {}

    /** The document with a proof by whoever signs, under the name of the key. */
    static ObjectNode signed(ObjectNode document, String keyName, Instant at, UnaryOperator<byte[]> signer) {
        ObjectNode proof = document.objectNode();
        proof.put("type", "DataIntegrityProof");
        proof.put("cryptosuite", SUITE);
        proof.put("created", at.truncatedTo(ChronoUnit.SECONDS).toString());
        proof.put("verificationMethod", keyName);
        proof.put("proofPurpose", "assertionMethod");
        try {
            proof.put("proofValue", Base58.written(signer.apply(toSign(document, proof))));
        } catch (Canonical.Untellable e) {
            throw new IllegalStateException("A credential of our own making", e);
        }
        ObjectNode signed = document.deepCopy();
        signed.set("proof", proof);
        return signed;
    }

    /** Whether the proof was made with this key over this document. */
    static boolean holds(ObjectNode document, ObjectNode proof, PublicKey key) throws Canonical.Untellable {
        Optional<byte[]> signature = Base58.read(proof.path("proofValue").asString(""));
        return signature.isPresent() && verifies(key, toSign(document, proof), signature.get());
    }

    private static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            // a key of another kind, or what is no signature at all
            return false;
        }
    }

    /** The digest of the proof's own words, and that of the document's. */
    static byte[] toSign(ObjectNode document, ObjectNode proof) throws Canonical.Untellable {
        ObjectNode words = proof.deepCopy();
        words.remove("proofValue");
        words.set("@context", document.path("@context"));
        ObjectNode bare = document.deepCopy();
        bare.remove("proof");
        byte[] first = Sha256.of(Canonical.of(words.toString()));
        byte[] second = Sha256.of(Canonical.of(bare.toString()));
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
