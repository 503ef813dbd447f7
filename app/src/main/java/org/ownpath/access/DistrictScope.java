package org.ownpath.access;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ownpath.shared.DistrictId;

/** The district that the current thread works for. Every database connection that it takes is bound to it. */
public final class DistrictScope {

    private static final ThreadLocal<@Nullable DistrictId> CURRENT = new ThreadLocal<>();

    private DistrictScope() {}

    /** Does some work inside a district and returns to the one before. */
    public static <T extends @Nullable Object> T within(DistrictId district, Supplier<T> work) {
        DistrictId before = CURRENT.get();
        CURRENT.set(district);
        try {
            return work.get();
        } finally {
            restore(before);
        }
    }

    /** As {@link #within(DistrictId, Supplier)}, with nothing to give back. */
    public static void run(DistrictId district, Runnable work) {
        within(district, () -> {
            work.run();
            return Boolean.TRUE;
        });
    }

    /** The district of the current work, if any. */
    public static Optional<DistrictId> current() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The district of the current work. Throws when there is none: a broken invariant. */
    public static DistrictId require() {
        return current()
                .orElseThrow(() -> new IllegalStateException(
                        "This work touches a district's records outside of DistrictScope.within(..)"));
    }

    private static void restore(@Nullable DistrictId before) {
        if (before == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(before);
        }
    }
}
