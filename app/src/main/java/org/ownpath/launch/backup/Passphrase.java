package org.ownpath.launch.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Optional;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/** What a backup is sealed with. Its text appears nowhere: not in messages, not in logs. */
public final class Passphrase {

    private static final String TEXT = "OWNPATH_BACKUP_KEY";
    private static final String FILE = "OWNPATH_BACKUP_KEY_FILE";
    private static final int FEWEST_CHARACTERS = 16;
    private static final int KEY_BITS = 256;

    private final String text;

    private Passphrase(String text) {
        this.text = text;
    }

    /** This text, if it is long enough. */
    public static Passphrase of(String text) {
        if (text.length() < FEWEST_CHARACTERS) {
            throw new BackupRefused("The key of the backup has " + text.length() + " characters; it needs at least "
                    + FEWEST_CHARACTERS + ". Choose some words, and keep them where the backup is not.");
        }
        return new Passphrase(text);
    }

    /** What {@code OWNPATH_BACKUP_KEY} says, or the file that {@code OWNPATH_BACKUP_KEY_FILE} names. */
    public static Passphrase fromEnvironment(Map<String, String> environment) {
        return Optional.ofNullable(environment.get(TEXT))
                .or(() -> Optional.ofNullable(environment.get(FILE)).map(Passphrase::read))
                .map(Passphrase::of)
                .orElseThrow(() -> new BackupRefused("A backup is sealed with a key and opened with the same. Set "
                        + TEXT + " to it, or " + FILE + " to a file that holds it."));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file)).strip();
        } catch (IOException e) {
            throw new BackupRefused(
                    "The file " + file + " that " + FILE + " names cannot be read ("
                            + e.getClass().getSimpleName() + "). Correct the name, or let "
                            + System.getProperty("user.name") + " read it.",
                    e);
        }
    }

    /** The key of one backup: slow to make on purpose, so that passphrases cannot be tried quickly. */
    SecretKeySpec key(byte[] salt, int rounds) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(text.toCharArray(), salt, rounds, KEY_BITS);
        try {
            byte[] key = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA512")
                    .generateSecret(spec)
                    .getEncoded();
            return new SecretKeySpec(key, "AES");
        } finally {
            spec.clearPassword();
        }
    }
}
