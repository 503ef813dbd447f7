package org.ownpath.engine.adaptive;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One learner's adaptive test while it runs. It changes with {@link #next} and {@link #answer}; one thread at a time.
 *
 * <p>The contract: {@code next} gives the item to ask or the end. Asked again before an answer, it gives the same item.
 * {@code answer} is for the item last given. No item is given twice. After the end, {@code next} gives the same end
 * again. The answers alone say where a test stands, so that {@link #resume} continues it elsewhere; only items that
 * {@link Exposure.SympsonHetter} had set aside may then come back.
 */
public final class AdaptiveTest {

    private static final byte FREE = 0;
    private static final byte SET_ASIDE = 1;
    private static final byte ASKED = 2;

    private final TestPlan plan;
    private final double[] shares;
    private final int[] askedOf;
    private final byte[] status;
    private final List<Response> responses = new ArrayList<>();
    private Posterior posterior;
    private int pending = Candidates.NONE;

    private AdaptiveTest(TestPlan plan) {
        this.plan = plan;
        this.posterior = plan.prior();
        this.shares = plan.selection().content().sharesOf(plan.bank().areas());
        this.askedOf = new int[plan.bank().areas().size()];
        this.status = new byte[plan.bank().size()];
    }

    /** A test before its first item. */
    public static AdaptiveTest start(TestPlan plan) {
        return new AdaptiveTest(plan);
    }

    /**
     * A test that continues after these answers.
     *
     * @throws IllegalArgumentException if an item is answered twice or not in the bank
     */
    public static AdaptiveTest resume(TestPlan plan, List<Response> responses) {
        AdaptiveTest test = new AdaptiveTest(plan);
        for (Response response : responses) {
            int item = response.item();
            if (item < 0 || item >= test.status.length || test.status[item] == ASKED) {
                throw new IllegalArgumentException("Item " + item + " is answered twice or not among the "
                        + test.status.length + " of the bank. Resume with the bank and the answers of this test.");
            }
            test.ask(item);
            test.answer(response.right());
        }
        return test;
    }

    /** The item to ask, or the end with its reason. */
    public Step next(RandomGenerator random) {
        if (pending != Candidates.NONE) {
            return new Step.Ask(pending);
        }
        Optional<Step.Stop> end = plan.stopping().check(this).or(() -> new Stopping.BankExhausted().check(this));
        if (end.isPresent()) {
            return end.get();
        }
        ask(choose(random));
        return new Step.Ask(pending);
    }

    /**
     * Takes the answer to the item that {@link #next} gave.
     *
     * @throws IllegalStateException if no item is waiting for an answer
     */
    public void answer(boolean right) {
        if (pending == Candidates.NONE) {
            throw new IllegalStateException("No item is waiting for an answer. Ask for the next item first.");
        }
        responses.add(new Response(pending, right));
        posterior = posterior.after(plan.bank().curve(pending), right);
        pending = Candidates.NONE;
    }

    private void ask(int item) {
        pending = item;
        status[item] = ASKED;
        askedOf[plan.bank().areaOf(item)]++;
    }

    private int choose(RandomGenerator random) {
        boolean[] tried = new boolean[shares.length];
        boolean balanced = !plan.selection().content().shares().isEmpty();
        for (int i = 0; i < (balanced ? shares.length : 1); i++) {
            int[] pool = balanced
                    ? plan.bank().itemsOf(mostLacking(tried))
                    : plan.bank().all();
            int item = plan.selection().exposure().pick(new Candidates(this, pool, false), random);
            if (item != Candidates.NONE) {
                return item;
            }
        }
        return new Candidates(this, plan.bank().all(), true).take();
    }

    private int mostLacking(boolean[] tried) {
        int next = responses.size() + 1;
        int most = Candidates.NONE;
        double lack = Double.NEGATIVE_INFINITY;
        for (int area = 0; area < shares.length; area++) {
            // an area without a share comes after all others, whatever they have had
            double lacks = shares[area] > 0 ? shares[area] * next - askedOf[area] : -Double.MAX_VALUE;
            if (!tried[area] && lacks > lack) {
                lack = lacks;
                most = area;
            }
        }
        tried[most] = true;
        return most;
    }

    boolean mayAsk(int item, boolean setAsideToo) {
        return status[item] == FREE || (setAsideToo && status[item] == SET_ASIDE);
    }

    void setAside(int item) {
        status[item] = SET_ASIDE;
    }

    /** The items that were selected but not asked. */
    int[] onlySetAside() {
        return IntStream.range(0, status.length)
                .filter(item -> status[item] == SET_ASIDE)
                .toArray();
    }

    /** The most informative items that were not asked yet, best first, without regard to exposure and content. */
    List<Integer> mostInformative(int count) {
        Candidates candidates = new Candidates(this, plan.bank().all(), true);
        List<Integer> best = new ArrayList<>();
        for (int item = candidates.take(); item != Candidates.NONE && best.size() < count; item = candidates.take()) {
            best.add(item);
        }
        return best;
    }

    /** The items. */
    public ItemBank bank() {
        return plan.bank();
    }

    /** What is known of the learner so far. */
    public Posterior posterior() {
        return posterior;
    }

    /** The answers so far, first to last. */
    public List<Response> responses() {
        return Collections.unmodifiableList(responses);
    }

    /** How many items are answered. */
    public int answered() {
        return responses.size();
    }
}
