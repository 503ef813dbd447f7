package org.ownpath.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Preset;
import org.ownpath.engine.Presets;
import org.ownpath.insight.Asked;
import org.ownpath.insight.Foresight;
import org.ownpath.insight.Proposal;
import org.ownpath.insight.Replay;
import org.ownpath.insight.WhatIf;
import org.ownpath.launch.DatabaseAddress;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Noticed;
import org.ownpath.policy.Scope;
import org.ownpath.policy.Setting;
import org.ownpath.policy.Settings;
import org.ownpath.policy.WorkingLevel;
import org.ownpath.shared.ReplayId;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.springframework.context.ApplicationContext;

/**
 * The entries of a school or a district replayed under drafts beside today, and stored what would change, beside COPY TO of
 * the same columns alone; how long a student's page takes to be read meanwhile; and how soon a replay ends that is
 * cancelled.
 */
final class WhatIfReplay {

    private static final ChoiceDraft RULE = rule("canvas-decaying-average");

    /** Every kind of foretelling: what is read off standings, and what reads the ledger once more. */
    private static final ChoiceDraft ANSWERS = answer(Settings.WORKING_LEVEL, WorkingLevel.AFTER_COMPLETE)
            .with(answer(Settings.STUCK_TRIES, 6))
            .with(answer(Settings.SIGNALS, EnumSet.complementOf(EnumSet.of(Noticed.READY))))
            .with(answer(Settings.RETENTION, 90))
            .with(answer(Settings.OWN_TESTS, false));

    private final WhatIfDistrict district;
    private final DatabaseAddress address;
    private final WhatIf whatIf;
    private final SignedIn maya;

    WhatIfReplay(WhatIfDistrict district, ApplicationContext context, DatabaseAddress address)
            throws IOException, InterruptedException {
        this.district = district;
        this.address = address;
        this.whatIf = context.getBean(WhatIf.class);
        this.maya = new SignedIn(context, "maya.okafor");
    }

    void run(int rounds) throws Exception {
        DistrictScope.run(viewer().district(), district::fill);
        measure("a drafted rule", RULE, rounds);
        measure("drafted answers of five kinds", ANSWERS, 1);
        measure("that rule and those answers together", RULE.with(ANSWERS), 1);
        DistrictScope.run(viewer().district(), this::cancelled);
    }

    private void measure(String what, ChoiceDraft draft, int rounds) throws SQLException, InterruptedException {
        double[] replays = new double[rounds];
        double[] copies = new double[rounds];
        double alone = pageMillis(new AtomicBoolean(false), 100);
        double meanwhile = 0;
        for (int round = 0; round < rounds; round++) {
            copies[round] = copy();
            AtomicBoolean done = new AtomicBoolean();
            double[] page = new double[1];
            Thread reader = new Thread(() -> page[0] = pageMillis(done, Integer.MAX_VALUE), "reader");
            reader.start();
            replays[round] = DistrictScope.within(viewer().district(), () -> replay(draft));
            done.set(true);
            reader.join();
            meanwhile = Math.max(meanwhile, page[0]);
        }
        Arrays.sort(replays);
        Arrays.sort(copies);
        double ours = replays[rounds / 2];
        double plain = copies[rounds / 2];
        int entries = district.size().entries();
        System.out.printf(
                "| what if: %,d entries of %,d students under %s, beside today | %,.0f entries/s (%.1f s) "
                        + "| COPY TO alone %,.0f entries/s (%.1f s) | %.2f |%n",
                entries, district.size().students(), what, entries / ours, ours, entries / plain, plain, plain / ours);
        System.out.printf(
                "| a student's page over HTTP read meanwhile, without a pause, 95th percentile | %.1f ms | before: %.1f ms | |%n",
                meanwhile, alone);
    }

    private Viewer viewer() {
        return district.viewer();
    }

    /** Asks once more, and cancels when a tenth is done. */
    private void cancelled() {
        ReplayId asked = ask(rule("canvas-latest"));
        Replay replay = whatIf.find(viewer(), asked).orElseThrow();
        while (replay.stage() == Replay.Stage.RUNNING
                && replay.done() * 10 < district.size().students()) {
            pause();
            replay = whatIf.find(viewer(), asked).orElseThrow();
        }
        long start = System.nanoTime();
        whatIf.cancel(viewer(), asked);
        ReplayId next = ask(rule("canvas-latest"));
        while (whatIf.find(viewer(), next).orElseThrow().done() == 0) {
            pause();
        }
        System.out.printf(
                "| a replay cancelled when its progress said %,d of %,d students: until the next one made progress | %.1f s | | |%n",
                replay.done(), replay.total(), (System.nanoTime() - start) / 1e9);
        whatIf.cancel(viewer(), next);
    }

    private double replay(ChoiceDraft draft) {
        long start = System.nanoTime();
        ReplayId asked = ask(draft);
        while (whatIf.find(viewer(), asked).orElseThrow().stage() == Replay.Stage.RUNNING) {
            pause();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Replay replay = whatIf.find(viewer(), asked).orElseThrow();
        if (replay.judges()
                && replay.comparison().map(c -> c.entries()).orElse(0L)
                        != district.size().entries()) {
            throw new IllegalStateException("Not everything was replayed: " + replay.stage());
        }
        if (replay.foretold().stream().map(Foresight::topic).noneMatch("levels"::equals)) {
            throw new IllegalStateException("The levels were not told: " + replay.stage());
        }
        return seconds;
    }

    private static ChoiceDraft rule(String preset) {
        Preset drafted = Presets.find(preset, 3).orElseThrow();
        return ChoiceDraft.EMPTY.with(
                new ChoiceDraft.RuleChange(Scope.district(), drafted.title(), drafted.rule(), false, false));
    }

    private static <V> ChoiceDraft answer(Setting<V> setting, V value) {
        return ChoiceDraft.EMPTY.with(
                new ChoiceDraft.SettingChange<>(setting, Scope.district(), Optional.of(value), false));
    }

    private ReplayId ask(ChoiceDraft draft) {
        Asked asked = whatIf.ask(viewer(), Proposal.of(draft));
        if (!(asked instanceof Asked.Begun begun)) {
            throw new IllegalStateException("The question was refused: " + asked);
        }
        return begun.replay();
    }

    /** The 95th percentile of reading a student's page, until done or so many times. */
    private double pageMillis(AtomicBoolean done, int most) {
        List<Double> millis = new ArrayList<>();
        try {
            for (int i = 0; i < most && !done.get(); i++) {
                long start = System.nanoTime();
                maya.get("/path");
                millis.add((System.nanoTime() - start) / 1e6);
            }
        } catch (IOException e) {
            throw new IllegalStateException("The page could not be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return millis.stream()
                .sorted()
                .skip(millis.size() * 95L / 100)
                .findFirst()
                .orElse(0.0);
    }

    /** Seconds in which PostgreSQL hands over the columns that are judged. */
    private double copy() throws SQLException {
        try (Connection owner = address.asOwner()) {
            long start = System.nanoTime();
            CopyOut copy = owner.unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut("copy (select student_id, competency_id, piece_id, kind, replaces, form, depth, context,"
                            + " purpose, observer_id, result, rating, shown_at, recorded_at from evidence.entry"
                            + " where district_id = '" + viewer().district() + "') to stdout (format binary)");
            long rows = 0;
            while (copy.readFromCopy() != null) {
                rows++;
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (rows < district.size().entries()) {
                throw new IllegalStateException("Only " + rows + " entries were read");
            }
            return seconds;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
