package org.ownpath.exchange.badges;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Public keys as credentials write them: as a multikey, or as a JSON web key. */
final class Multikey {

    /** What stands before the 32 bytes of an Ed25519 key: in a multikey, and in the form of X.509. */
    private static final byte[] ED25519 = HexFormat.of().parseHex("ed01");

    private static final byte[] ED25519_X509 = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final int ED25519_BYTES = 32;

    private static final int LEAST_RSA_BITS = 2048;

    private Multikey() {}

    /** As a multikey; only Ed25519 keys are written. */
    static String written(PublicKey key) {
        byte[] encoded = key.getEncoded();
        return Base58.written(joined(ED25519, Arrays.copyOfRange(encoded, ED25519_X509.length, encoded.length)));
    }

    /** The Ed25519 key that a multikey tells; empty when it tells none. */
    static Optional<PublicKey> read(String multikey) {
        return Base58.read(multikey)
                .filter(bytes -> bytes.length == ED25519.length + ED25519_BYTES
                        && Arrays.equals(ED25519, Arrays.copyOf(bytes, ED25519.length)))
                .map(bytes -> ed25519(Arrays.copyOfRange(bytes, ED25519.length, bytes.length)));
    }

    /** The key that a JSON web key tells: Ed25519, RSA, or on the curve P-256; empty when it tells none of these. */
    static Optional<PublicKey> ofJwk(JsonNode jwk) {
        try {
            return switch (jwk.path("kty").asString("")) {
                case "OKP" ->
                    "Ed25519".equals(jwk.path("crv").asString("")) && bytes(jwk, "x").length == ED25519_BYTES
                            ? Optional.of(ed25519(bytes(jwk, "x")))
                            : Optional.empty();
                case "RSA" -> rsa(number(jwk, "n"), number(jwk, "e"));
                case "EC" ->
                    "P-256".equals(jwk.path("crv").asString(""))
                            ? Optional.of(p256(new ECPoint(number(jwk, "x"), number(jwk, "y"))))
                            : Optional.empty();
                default -> Optional.empty();
            };
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static PublicKey ed25519(byte[] raw) {
        try {
            return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(joined(ED25519_X509, raw)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("No Ed25519 key of " + raw.length + " bytes", e);
        }
    }

    private static Optional<PublicKey> rsa(BigInteger modulus, BigInteger exponent) throws GeneralSecurityException {
        return modulus.bitLength() < LEAST_RSA_BITS
                ? Optional.empty()
                : Optional.of(KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent)));
    }

    private static PublicKey p256(ECPoint point) throws GeneralSecurityException {
        AlgorithmParameters curve = AlgorithmParameters.getInstance("EC");
        curve.init(new ECGenParameterSpec("secp256r1"));
        return KeyFactory.getInstance("EC")
                .generatePublic(new ECPublicKeySpec(point, curve.getParameterSpec(ECParameterSpec.class)));
    }

    private static BigInteger number(JsonNode jwk, String name) {
        return new BigInteger(1, bytes(jwk, name));
    }

    private static byte[] bytes(JsonNode jwk, String name) {
        return Base64.getUrlDecoder().decode(jwk.path(name).asString(""));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
