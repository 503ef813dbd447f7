package org.ownpath.access.signin;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes of passwords: argon2id with 19 MiB and two rounds. Hashes of bcrypt, from before, still open, and are replaced
 * when their owner signs in.
 *
 * <p>At most as many hashes at once as there are processors: a school that signs in at eight o'clock waits its turn
 * instead of taking all memory.
 */
final class PasswordHashes implements PasswordEncoder {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ROUNDS = 2;
    private static final String ARGON = "$argon2";
    private static final String BCRYPT = "$2";

    private final PasswordEncoder argon = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, MEMORY_KIB, ROUNDS);
    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors());

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
        return inTurn(() -> argon.encode(password));
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
        if (hash == null) {
            return false;
        }
        if (hash.startsWith(ARGON)) {
            return inTurn(() -> argon.matches(password, hash));
        }
        return hash.startsWith(BCRYPT) && inTurn(() -> bcrypt.matches(password, hash));
    }

    @Override
    public boolean upgradeEncoding(@Nullable String hash) {
        return hash == null || !hash.startsWith(ARGON) || argon.upgradeEncoding(hash);
    }

    private <T extends @Nullable Object> T inTurn(Supplier<T> work) {
        turns.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }
}
