package org.ownpath.exchange.csv;

/**
 * What was met in a file, by 64-bit hash, in plain arrays: half a million rows take 24 MB. That two different keys of a
 * file of ten million rows share a hash happens once in 300,000 files.
 */
final class Seen {

    private long[] keys = new long[1 << 12];
    private long[] values = new long[1 << 12];
    private int size;

    /** Keeps the value unless the key has one; gives the one it had, or 0. Values are never 0. */
    long putIfAbsent(long hash, long value) {
        if (size * 2 > keys.length) {
            grow();
        }
        int slot = slot(hash);
        if (values[slot] != 0) {
            return values[slot];
        }
        keys[slot] = hash;
        values[slot] = value;
        size++;
        return 0;
    }

    /** A hash with every bit of both. */
    static long mix(long one, long other) {
        long mixed = one * 0x9E3779B97F4A7C15L ^ Long.rotateLeft(other * 0xC2B2AE3D27D4EB4FL, 31);
        mixed = (mixed ^ mixed >>> 33) * 0xFF51AFD7ED558CCDL;
        mixed = (mixed ^ mixed >>> 33) * 0xC4CEB9FE1A85EC53L;
        return mixed ^ mixed >>> 33;
    }

    private int slot(long hash) {
        int slot = (int) hash & keys.length - 1;
        while (values[slot] != 0 && keys[slot] != hash) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        long[] oldKeys = keys;
        long[] oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new long[oldKeys.length * 2];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }
}
