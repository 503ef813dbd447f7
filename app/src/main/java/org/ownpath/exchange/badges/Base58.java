package org.ownpath.exchange.badges;

import java.math.BigInteger;
import java.util.Optional;

/** The base 58 of Bitcoin, in which keys and signatures are written behind a z (draft-msporny-base58, multibase). */
final class Base58 {

    private static final String DIGITS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    private static final BigInteger BASE = BigInteger.valueOf(58);

    /** Longer than any key or signature; the work grows with the square of the length. */
    private static final int LONGEST = 200;

    private Base58() {}

    /** With the z in front that names the base. */
    static String written(byte[] bytes) {
        StringBuilder digits = new StringBuilder();
        for (BigInteger rest = new BigInteger(1, bytes); rest.signum() > 0; rest = rest.divide(BASE)) {
            digits.append(DIGITS.charAt(rest.mod(BASE).intValue()));
        }
        for (int i = 0; i < bytes.length && bytes[i] == 0; i++) {
            digits.append(DIGITS.charAt(0));
        }
        return "z" + digits.reverse();
    }

    /** What is written behind a z; empty when it is not written in this base. */
    static Optional<byte[]> read(String text) {
        if (!text.startsWith("z") || text.length() > LONGEST) {
            return Optional.empty();
        }
        BigInteger value = BigInteger.ZERO;
        for (char c : text.substring(1).toCharArray()) {
            int digit = DIGITS.indexOf(c);
            if (digit < 0) {
                return Optional.empty();
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        return Optional.of(padded(text, value));
    }

    private static byte[] padded(String text, BigInteger value) {
        int zeros =
                (int) text.chars().skip(1).takeWhile(c -> c == DIGITS.charAt(0)).count();
        byte[] bytes = value.signum() == 0 ? new byte[0] : value.toByteArray();
        int sign = bytes.length > 0 && bytes[0] == 0 ? 1 : 0;
        byte[] padded = new byte[zeros + bytes.length - sign];
        System.arraycopy(bytes, sign, padded, zeros, bytes.length - sign);
        return padded;
    }
}
