package org.ownpath.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.DistrictId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something of each district that is read all the time and changes seldom, kept in memory. Whether it has changed is
 * asked of the database at most once in {@link #GRACE}: so long may another copy of the app go on with what was before.
 * A transaction that has changed it reads what it wrote, which nobody else does until it has ended.
 *
 * @param <T> what is kept; immutable
 */
public final class Remembered<T> {

    /** The longest time for which what has changed elsewhere may still be used. */
    public static final Duration GRACE = Duration.ofSeconds(1);

    private final Memory<T> ofEverybody = new Memory<>();

    /**
     * What is kept of the current district.
     *
     * @param fingerprint differs when the value would
     * @param load reads the value
     */
    public T get(Supplier<String> fingerprint, Supplier<T> load) {
        Memory<T> own = ownOfTransaction();
        return (own == null ? ofEverybody : own).get(fingerprint, load);
    }

    /** Forgets what is kept of the current district: at once, and again when the current transaction has ended. */
    public void changed() {
        DistrictId district = DistrictScope.require();
        ofEverybody.forget(district);
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        Memory<T> own = ownOfTransaction();
        if (own == null) {
            TransactionSynchronizationManager.bindResource(this, new Memory<T>());
            TransactionSynchronizationManager.registerSynchronization(new AtEnd(district));
        } else {
            own.forget(district);
        }
    }

    @SuppressWarnings("unchecked") // only changed() binds, and nothing else than this
    private @Nullable Memory<T> ownOfTransaction() {
        return (Memory<T>) TransactionSynchronizationManager.getResource(this);
    }

    private final class AtEnd implements TransactionSynchronization {

        private final DistrictId district;

        AtEnd(DistrictId district) {
            this.district = district;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Remembered.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Remembered.this, new Memory<T>());
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(Remembered.this);
            ofEverybody.forget(district);
        }
    }

    private static final class Memory<T> {

        private final Map<DistrictId, Kept<T>> kept = new ConcurrentHashMap<>();
        private final AtomicLong changes = new AtomicLong();

        private record Kept<T>(String fingerprint, T value, long askedAt) {}

        T get(Supplier<String> fingerprint, Supplier<T> load) {
            DistrictId district = DistrictScope.require();
            Kept<T> known = kept.get(district);
            long now = System.nanoTime();
            if (known != null && now - known.askedAt() < GRACE.toNanos()) {
                return known.value();
            }
            long changesBefore = changes.get();
            String current = fingerprint.get();
            T value = known != null && known.fingerprint().equals(current) ? known.value() : load.get();
            Kept<T> read = new Kept<>(current, value, now);
            kept.put(district, read);
            if (changes.get() != changesBefore) {
                kept.remove(district, read);
            }
            return value;
        }

        /** Whoever is reading meanwhile, and may have read what was before, does not keep it. */
        void forget(DistrictId district) {
            changes.incrementAndGet();
            kept.remove(district);
        }
    }
}
