package org.ownpath.engine;

import java.util.BitSet;

/** {@link Tally} over packed entries. */
@SuppressWarnings("EnumOrdinal") // the numbers live in memory only and are never stored
final class PackedTally {

    private static final byte STANDS_BESIDE = 0;
    private static final byte COUNTS = 1;
    private static final byte JUDGES = 2;

    private final Rule rule;
    private final Running running;
    private final byte[] roles = new byte[PackedLedger.WORDS];
    private final double threshold;
    private final double cut;
    private final double least;
    private final double missedAs;
    private final int neededCount;
    private final int neededForms;
    private final int neededDepth;
    private final int neededContexts;
    private final int neededObservers;
    private final long freshness;
    private final boolean anybody;
    private final BitSet admitted = new BitSet();

    private double[] ratings = new double[0];
    private long[] shownAt = new long[0];
    private int[] codes = new int[0];
    private int[] observers = new int[0];

    private int demonstrations;
    private int missed;
    private int forms;
    private int contexts;
    private long observersSeen;
    private int deepestReached;
    private long lastShown;
    private long lastReached;
    private double override;
    private long overrideShown;

    PackedTally(Rule rule) {
        Requirements required = rule.requirements();
        this.rule = rule;
        this.running = rule.aggregation().running();
        this.threshold = required.threshold() - Requirements.TOLERANCE;
        this.cut = rule.cut() - Requirements.TOLERANCE;
        this.least =
                required.minimumRating().map(r -> r - Requirements.TOLERANCE).orElse(Double.NaN);
        this.missedAs = rule.counting().missedCountsAs().orElse(Double.NaN);
        this.neededCount = required.count();
        this.neededForms =
                required.forms().stream().mapToInt(form -> 1 << form.ordinal()).sum();
        this.neededDepth = required.depth().map(Depth::ordinal).orElse(-1);
        this.neededContexts = required.contexts();
        this.neededObservers = required.observers();
        this.anybody = rule.counting().observers().isEmpty();
        this.freshness = required.freshDays().map(PackedTally::days).orElse(0L);
        assignRoles(rule.counting());
    }

    static long days(int days) {
        return days * 86_400_000_000_000L;
    }

    private void assignRoles(Counting counting) {
        for (Form form : Form.values()) {
            for (Depth depth : Depth.values()) {
                for (Context context : Context.values()) {
                    for (Purpose purpose : Purpose.values()) {
                        boolean admits = form.aggregates()
                                && Counting.admits(counting.forms(), form)
                                && Counting.admits(counting.depths(), depth)
                                && Counting.admits(counting.contexts(), context)
                                && Counting.admits(counting.purposes(), purpose);
                        boolean judges = form == Form.PROFESSIONAL_JUDGEMENT && rule.judgementOverrides();
                        roles[PackedLedger.code(form, depth, context, purpose)] =
                                admits ? COUNTS : judges ? JUDGES : STANDS_BESIDE;
                    }
                }
            }
        }
    }

    void read(PackedLedger ledger) {
        ratings = ledger.ratings;
        shownAt = ledger.shownAt;
        codes = ledger.codes;
        observers = ledger.observers;
        admitted.clear();
        for (int i = 0; i < ledger.observerIds().size(); i++) {
            admitted.set(
                    i,
                    Counting.admits(
                            rule.counting().observers(), ledger.observerIds().get(i)));
        }
    }

    void clear() {
        running.clear();
        demonstrations = 0;
        missed = 0;
        forms = 0;
        contexts = 0;
        observersSeen = 0;
        deepestReached = -1;
        lastShown = PackedVerdicts.NEVER;
        lastReached = PackedVerdicts.NEVER;
        override = Double.NaN;
        overrideShown = PackedVerdicts.NEVER;
    }

    void add(int entry) {
        int code = codes[entry];
        byte role = roles[code & PackedLedger.WORDS - 1];
        int result = code >> 11 & 3;
        if (role == COUNTS) {
            if (result != PackedLedger.EXCUSED && (anybody || admitted.get(observers[entry]))) {
                count(entry, code, result);
            }
        } else if (role == JUDGES && result == PackedLedger.RATED) {
            override = ratings[entry];
            overrideShown = shownAt[entry];
        }
    }

    /** Adds what no window closes on: the professional judgements. */
    void addOverrides(int start, int end) {
        for (int i = start; i < end; i++) {
            if (roles[codes[i] & PackedLedger.WORDS - 1] == JUDGES) {
                add(i);
            }
        }
    }

    private void count(int entry, int code, int result) {
        if (result == PackedLedger.MISSED) {
            missed++;
            if (!Double.isNaN(missedAs)) {
                running.add(missedAs);
            }
            return;
        }
        double rating = ratings[entry];
        running.add(rating);
        demonstrations++;
        forms |= 1 << (code & 15);
        contexts |= 1 << (code >> 6 & 15);
        observersSeen |= 1L << (code >> 13);
        lastShown = shownAt[entry];
        if (rating >= cut) {
            lastReached = lastShown;
            deepestReached = Math.max(deepestReached, code >> 4 & 3);
        }
    }

    boolean standing() {
        return Double.isNaN(override) ? demonstrations >= neededCount && broadEnough() && reached() : override >= cut;
    }

    private boolean broadEnough() {
        return (forms & neededForms) == neededForms
                && deepestReached >= neededDepth
                && Integer.bitCount(contexts) >= neededContexts
                && Long.bitCount(observersSeen) >= neededObservers;
    }

    private boolean reached() {
        return running.value() >= threshold && (Double.isNaN(least) || running.weakest() >= least);
    }

    void conclude(PackedVerdicts verdicts, int timeline, long now, long since) {
        boolean stands = since != PackedVerdicts.NEVER;
        long fresh = stands && freshness > 0 ? freshUntil() : PackedVerdicts.NEVER;
        State state = stands
                ? fresh != PackedVerdicts.NEVER && now > fresh ? State.NEEDS_REFRESH : State.MASTERED
                : Double.isNaN(override) ? lacking() : State.NOT_YET;
        verdicts.states[timeline] = (byte) state.ordinal();
        verdicts.values[timeline] = running.value();
        verdicts.counts[timeline] = demonstrations;
        verdicts.masteredAt[timeline] = since;
        verdicts.lastShownAt[timeline] = Math.max(lastShown, overrideShown);
        verdicts.freshUntil[timeline] = fresh;
        verdicts.missing[timeline] = state == State.MASTERED ? 0 : missing();
    }

    /** The fewest further showings: each may meet all at once, but has one form. */
    private int missing() {
        int broader =
                Math.max(neededContexts - Integer.bitCount(contexts), neededObservers - Long.bitCount(observersSeen));
        int more = Math.max(neededCount - demonstrations, Integer.bitCount(neededForms & ~forms));
        return Math.max(1, Math.max(more, broader));
    }

    private State lacking() {
        if (demonstrations == 0 && missed == 0) {
            return State.NO_EVIDENCE;
        }
        return demonstrations < neededCount || reached() ? State.TOO_LITTLE_EVIDENCE : State.NOT_YET;
    }

    private long freshUntil() {
        long proof = Math.max(lastReached, override >= cut ? overrideShown : PackedVerdicts.NEVER);
        return proof == PackedVerdicts.NEVER ? proof : proof + freshness;
    }
}
