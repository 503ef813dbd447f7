package org.ownpath.launch.backup;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/** Seals what is written to it, chunk by chunk. Only what was closed can be opened again. */
final class SealingStream extends OutputStream {

    private final OutputStream file;
    private final Seal seal;
    private final byte[] chunk = new byte[Seal.CHUNK];
    private int filled;
    private long number;
    private boolean closed;

    SealingStream(OutputStream file, Passphrase passphrase) throws IOException, GeneralSecurityException {
        this.file = file;
        this.seal = Seal.fresh(passphrase);
        file.write(seal.beginning());
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] {(byte) single}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int at = from;
        while (at < from + length) {
            if (filled == chunk.length) {
                put(Seal.Place.CHUNK);
            }
            int taken = Math.min(chunk.length - filled, from + length - at);
            System.arraycopy(bytes, at, chunk, filled, taken);
            filled += taken;
            at += taken;
        }
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            put(Seal.Place.LAST_CHUNK);
            file.close();
        }
    }

    private void put(Seal.Place place) throws IOException {
        try {
            file.write(seal.seal(place, number++, chunk, filled));
            filled = 0;
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }
}
