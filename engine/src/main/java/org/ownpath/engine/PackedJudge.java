package org.ownpath.engine;

import java.time.Instant;

/**
 * Judges packed timelines under one rule, for districts and for research: the verdicts of {@link Judge#verdict}, without
 * an object for an entry. One judge holds state and is not shared between threads; ledgers may be.
 */
public final class PackedJudge {

    private final PackedTally tally;
    private final long window;

    public PackedJudge(Rule rule) {
        this.tally = new PackedTally(rule);
        this.window = rule.counting().windowDays().map(PackedTally::days).orElse(0L);
    }

    /** The verdict of every timeline as of a moment; what was shown later is ignored. */
    public PackedVerdicts judge(PackedLedger ledger, Instant asOf) {
        PackedVerdicts verdicts = new PackedVerdicts(ledger.timelines());
        tally.read(ledger);
        long now = PackedLedger.nanos(asOf);
        for (int timeline = 0; timeline < verdicts.size(); timeline++) {
            int start = ledger.start(timeline);
            int end = upTo(now, ledger.shownAt, start, ledger.ends[timeline]);
            long since = window == 0
                    ? replay(ledger.shownAt, start, end)
                    : replayThroughWindow(ledger.shownAt, start, end, now);
            tally.conclude(verdicts, timeline, now, since);
        }
        return verdicts;
    }

    private static int upTo(long now, long[] shownAt, int start, int end) {
        int last = end;
        while (last > start && shownAt[last - 1] > now) {
            last--;
        }
        return last;
    }

    /** Adds the entries; gives since when mastery has stood. */
    private long replay(long[] shownAt, int start, int end) {
        tally.clear();
        long since = PackedVerdicts.NEVER;
        for (int i = start; i < end; i++) {
            long moment = shownAt[i];
            tally.add(i);
            if (i + 1 < end && shownAt[i + 1] == moment) {
                continue; // what was shown at one instant counts together
            }
            since = !tally.standing() ? PackedVerdicts.NEVER : since == PackedVerdicts.NEVER ? moment : since;
        }
        return since;
    }

    /** Tallies anew whenever an entry comes or leaves; both come in the order shown, so two fingers find the next. */
    private long replayThroughWindow(long[] shownAt, int start, int end, long now) {
        tally.clear();
        long since = PackedVerdicts.NEVER;
        int come = start;
        int gone = start;
        while (gone < end) {
            long leaves = shownAt[gone] + window;
            long moment = come < end ? Math.min(shownAt[come], leaves) : leaves;
            if (moment > now) {
                break;
            }
            while (come < end && shownAt[come] <= moment) {
                come++;
            }
            while (gone < end && shownAt[gone] + window <= moment) {
                gone++;
            }
            tally.clear();
            tally.addOverrides(start, gone);
            for (int i = gone; i < come; i++) {
                tally.add(i);
            }
            since = !tally.standing() ? PackedVerdicts.NEVER : since == PackedVerdicts.NEVER ? moment : since;
        }
        return since;
    }
}
