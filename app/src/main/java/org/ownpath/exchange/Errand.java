package org.ownpath.exchange;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.DistrictId;

/**
 * Work by the clock that waits for systems elsewhere, on a thread of its own: a slow one keeps nothing else waiting that works
 * by the clock. While it is under way it is not begun again.
 */
public final class Errand implements AutoCloseable {

    private final Accounts accounts;
    private final Runnable work;
    private final AtomicBoolean underWay = new AtomicBoolean();
    private final ExecutorService thread;

    /** An errand of this name, which is to be done in each district. */
    public Errand(String name, Accounts accounts, Runnable work) {
        this.accounts = accounts;
        this.work = work;
        this.thread = Executors.newSingleThreadExecutor(run -> new Thread(run, name));
    }

    /** Does it in one district after the other, unless that is under way. */
    public void go() {
        if (underWay.compareAndSet(false, true)) {
            thread.execute(() -> {
                try {
                    accounts.districts().forEach(district -> DistrictScope.run(district, work));
                } finally {
                    underWay.set(false);
                }
            });
        }
    }

    /** Does it in the current district, as soon as what is under way is done. */
    public void soon() {
        DistrictId district = DistrictScope.require();
        thread.execute(() -> DistrictScope.run(district, work));
    }

    /** Whether it was cut off, as the product stops. */
    public boolean isClosed() {
        return thread.isShutdown();
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
