package org.ownpath.launch.backup;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;

/** Opens what was sealed, chunk by chunk: gives nothing that is not exactly what was written. */
final class OpeningStream extends InputStream {

    private final BufferedInputStream file;
    private final Seal seal;
    private byte[] chunk = {};
    private int at;
    private long number;
    private boolean last;

    OpeningStream(InputStream file, Passphrase passphrase) throws IOException {
        this.file = new BufferedInputStream(file, Seal.CHUNK);
        this.seal = Seal.of(this.file, passphrase);
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        while (at == chunk.length) {
            if (last) {
                return -1;
            }
            next();
        }
        int given = Math.min(most, chunk.length - at);
        System.arraycopy(chunk, at, into, from, given);
        at += given;
        return given;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private void next() throws IOException {
        byte[] sealed = file.readNBytes(Seal.CHUNK + Seal.TAG_BYTES);
        file.mark(1);
        last = file.read() < 0;
        if (!last) {
            file.reset();
        }
        try {
            chunk = seal.open(last ? Seal.Place.LAST_CHUNK : Seal.Place.CHUNK, number, sealed);
        } catch (GeneralSecurityException e) {
            throw new BackupRefused(
                    "The backup is damaged near byte " + number * (Seal.CHUNK + Seal.TAG_BYTES)
                            + ", or cut off there. Nothing of it was taken. Use another copy of it, or another backup.",
                    e);
        }
        number++;
        at = 0;
    }
}
