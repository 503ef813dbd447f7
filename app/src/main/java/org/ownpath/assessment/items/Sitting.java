package org.ownpath.assessment.items;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.ownpath.engine.adaptive.AdaptiveTest;
import org.ownpath.engine.adaptive.Step;
import org.ownpath.shared.ItemId;

/** Where a try stands, from its test and its answers alone: the same answers always lead to the same next question. */
final class Sitting {

    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");

    private final Attempt.Test test;
    private final TestTerms terms;
    private final Pool pool;
    private final List<Response> responses;

    Sitting(Attempt.Test test, TestTerms terms, Pool pool, List<Response> responses) {
        this.test = test;
        this.terms = terms;
        this.pool = pool;
        this.responses = List.copyOf(responses);
    }

    /** The same with another answer. */
    Sitting after(Response response) {
        List<Response> all = new ArrayList<>(responses);
        all.add(response);
        return new Sitting(test, terms, pool, all);
    }

    List<Response> responses() {
        return responses;
    }

    Pool pool() {
        return pool;
    }

    /** The number of the question that is next, from 1. */
    int number() {
        return responses.size() + 1;
    }

    /** At most so many questions. */
    int most() {
        return test.items()
                .map(List::size)
                .orElseGet(() -> Math.min(
                        terms.longest() * test.competencies().size(),
                        plan().entries().size()));
    }

    /** The next question, or empty when there is none. */
    Optional<Pool.Entry> next() {
        if (test.items().isPresent()) {
            List<ItemId> items = test.items().get();
            return responses.size() < items.size()
                    ? Optional.of(pool.entry(items.get(responses.size())))
                    : Optional.empty();
        }
        Pool.Plan plan = plan();
        return adaptive(plan).next(random()) instanceof Step.Ask ask
                ? Optional.of(plan.entries().get(ask.item()))
                : Optional.empty();
    }

    /** The order in which the options of the next question are shown. */
    long shuffle() {
        return test.seed() + number();
    }

    private Pool.Plan plan() {
        return pool.plan(Set.copyOf(test.competencies()), terms);
    }

    private RandomGenerator random() {
        return RANDOM.create(test.seed() * 31 + responses.size());
    }

    private AdaptiveTest adaptive(Pool.Plan plan) {
        return AdaptiveTest.resume(
                plan.test(),
                responses.stream()
                        .map(response -> new org.ownpath.engine.adaptive.Response(
                                plan.number(response.item()), response.right()))
                        .toList());
    }
}
