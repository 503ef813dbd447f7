package org.ownpath.launch.backup;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The seal of one backup: AES-GCM over chunks that are numbered, the last one marked, so that a changed, moved, missing
 * or added chunk is noticed. Every backup has a key of its own, made from the passphrase and a salt, so that numbers
 * can serve as nonces.
 */
final class Seal {

    static final int CHUNK = 64 * 1024;
    static final int TAG_BYTES = 16;

    private static final byte[] MAGIC = "ownpath backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT_BYTES = 16;
    private static final int ROUNDS = 600_000;
    private static final int MOST_ROUNDS = 10_000_000;
    private static final int NONCE_BYTES = 12;
    private static final byte[] NOTHING = {};

    /** Where in the file something is sealed; the mark is part of the nonce. */
    enum Place {
        KEY_PROOF(0),
        CHUNK(1),
        LAST_CHUNK(2);

        private final int mark;

        Place(int mark) {
            this.mark = mark;
        }
    }

    private final byte[] header;
    private final SecretKeySpec key;

    private Seal(byte[] header, SecretKeySpec key) {
        this.header = header;
        this.key = key;
    }

    /** A new one. */
    static Seal fresh(Passphrase passphrase) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] header = ByteBuffer.allocate(MAGIC.length + Integer.BYTES + SALT_BYTES)
                .put(MAGIC)
                .putInt(ROUNDS)
                .put(salt)
                .array();
        return new Seal(header, passphrase.key(salt, ROUNDS));
    }

    /** What stands at the beginning of a sealed file: how its key was made, and a proof of the key. */
    byte[] beginning() throws GeneralSecurityException {
        byte[] proof = apply(Cipher.ENCRYPT_MODE, Place.KEY_PROOF, 0, NOTHING, 0);
        return ByteBuffer.allocate(header.length + proof.length)
                .put(header)
                .put(proof)
                .array();
    }

    /** That of a file, read from its beginning. */
    static Seal of(InputStream file, Passphrase passphrase) throws IOException {
        byte[] header = new byte[MAGIC.length + Integer.BYTES + SALT_BYTES];
        byte[] proof = new byte[TAG_BYTES];
        try {
            DataInputStream in = new DataInputStream(file);
            in.readFully(header);
            in.readFully(proof);
        } catch (EOFException e) {
            throw noBackup();
        }
        ByteBuffer read = ByteBuffer.wrap(header);
        byte[] magic = new byte[MAGIC.length];
        read.get(magic);
        int rounds = read.getInt();
        byte[] salt = new byte[SALT_BYTES];
        read.get(salt);
        if (!Arrays.equals(magic, MAGIC) || rounds < 1 || rounds > MOST_ROUNDS) {
            throw noBackup();
        }
        try {
            Seal seal = new Seal(header, passphrase.key(salt, rounds));
            seal.apply(Cipher.DECRYPT_MODE, Place.KEY_PROOF, 0, proof, TAG_BYTES);
            return seal;
        } catch (GeneralSecurityException e) {
            throw new BackupRefused(
                    "This key does not open the backup, or the backup's beginning is damaged. Give the key that it was"
                            + " made with.",
                    e);
        }
    }

    byte[] seal(Place place, long number, byte[] chunk, int length) throws GeneralSecurityException {
        return apply(Cipher.ENCRYPT_MODE, place, number, chunk, length);
    }

    /** The content of a chunk; fails when anything about it was changed. */
    byte[] open(Place place, long number, byte[] chunk) throws GeneralSecurityException {
        if (chunk.length < TAG_BYTES) {
            throw new AEADBadTagException("cut off");
        }
        return apply(Cipher.DECRYPT_MODE, place, number, chunk, chunk.length);
    }

    private byte[] apply(int mode, Place place, long number, byte[] input, int length) throws GeneralSecurityException {
        byte[] nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putInt(place.mark)
                .putLong(number)
                .array();
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        cipher.updateAAD(header);
        return cipher.doFinal(input, 0, length);
    }

    private static BackupRefused noBackup() {
        return new BackupRefused(
                "This file is no backup of Ownpath's, or its beginning is damaged. Give another file.");
    }
}
