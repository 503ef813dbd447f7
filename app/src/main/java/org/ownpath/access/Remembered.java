package org.ownpath.access;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.ownpath.shared.DistrictId;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Something of each district that is read all the time and changes seldom, kept in memory. Whether it has changed is
 * asked of the database at most once in {@link #GRACE}: so long may another copy of the app go on with what was before.
 *
 * @param <T> what is kept; immutable
 */
public final class Remembered<T> {

    /** The longest time for which what has changed elsewhere may still be used. */
    public static final Duration GRACE = Duration.ofSeconds(1);

    private final Map<DistrictId, Kept<T>> kept = new ConcurrentHashMap<>();

    private final AtomicLong changes = new AtomicLong();

    /** What was read, and how many changes were known before: after another one nobody goes by it. */
    private record Kept<T>(String fingerprint, T value, long askedAt, long changes) {}

    /**
     * What is kept of the current district.
     *
     * @param fingerprint differs when the value would
     * @param load reads the value
     */
    public T get(Supplier<String> fingerprint, Supplier<T> load) {
        DistrictId district = DistrictScope.require();
        long changesBefore = changes.get();
        Kept<T> known = kept.get(district);
        long now = System.nanoTime();
        if (known != null && known.changes() == changesBefore && now - known.askedAt() < GRACE.toNanos()) {
            return known.value();
        }
        String current = fingerprint.get();
        T value = known != null && known.fingerprint().equals(current) ? known.value() : load.get();
        kept.put(district, new Kept<>(current, value, now, changesBefore));
        return value;
    }

    /** Forgets what is kept of the current district: at once, and again when the current transaction has ended. */
    public void changed() {
        DistrictId district = DistrictScope.require();
        forget(district);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    forget(district);
                }
            });
        }
    }

    /** Whoever is reading meanwhile, and may have read what was before, does not keep it. */
    private void forget(DistrictId district) {
        changes.incrementAndGet();
        kept.remove(district);
    }
}
