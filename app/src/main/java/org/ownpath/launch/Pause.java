package org.ownpath.launch;

/** A moment of waiting for another process. */
final class Pause {

    private Pause() {}

    static void brief() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another process", e);
        }
    }
}
