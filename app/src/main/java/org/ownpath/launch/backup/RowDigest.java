package org.ownpath.launch.backup;

import java.io.OutputStream;
import java.math.BigInteger;
import java.security.MessageDigest;
import org.ownpath.shared.Sha256;

/** Counts the rows of a table in COPY's text form and adds up their hashes; the order of the rows does not matter. */
final class RowDigest extends OutputStream {

    private final MessageDigest row = Sha256.digest();
    private BigInteger sum = BigInteger.ZERO;
    private long rows;

    @Override
    public void write(int single) {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        int begun = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                row.update(bytes, begun, i - begun);
                sum = sum.add(new BigInteger(1, row.digest()));
                rows++;
                begun = i + 1;
            }
        }
        row.update(bytes, begun, from + length - begun);
    }

    Contents.Table of(String name, java.util.List<String> columns) {
        return new Contents.Table(
                name, columns, rows, sum.mod(BigInteger.ONE.shiftLeft(256)).toString(16));
    }
}
