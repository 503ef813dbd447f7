package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.List;

/** Each person's posterior over the grid from the pattern of answers, group of items by group of items. */
final class PatternPosterior {

    private static final int Q = AbilityGrid.SIZE;
    private static final int RESCALE = 8; // groups after which tiny products are scaled up

    private final List<ItemGroup> groups;
    private final byte[] codes;
    private final int people;
    private final double[] population = AbilityGrid.normalWeights();

    PatternPosterior(AnswerMatrix answers, List<? extends ItemModel> models) {
        people = answers.people();
        boolean missing = answers.given() < people * answers.items().size();
        groups = groups(models, missing);
        codes = new byte[people * groups.size()];
        for (int person = 0; person < people; person++) {
            for (int group = 0; group < groups.size(); group++) {
                codes[person * groups.size() + group] = groups.get(group).code(answers, person);
            }
        }
    }

    private static List<ItemGroup> groups(List<? extends ItemModel> models, boolean missing) {
        List<ItemGroup> groups = new ArrayList<>();
        int first = 0;
        while (first < models.size()) {
            int codes = 1;
            int next = first;
            while (next < models.size()
                    && (next == first || codes * radix(models, next, missing) <= ItemGroup.MOST_CODES)) {
                codes *= radix(models, next++, missing);
            }
            int[] categories = models.subList(first, next).stream()
                    .mapToInt(ItemModel::categories)
                    .toArray();
            groups.add(new ItemGroup(first, categories, missing));
            first = next;
        }
        return groups;
    }

    private static int radix(List<? extends ItemModel> models, int item, boolean missing) {
        return models.get(item).categories() + (missing ? 1 : 0);
    }

    int people() {
        return people;
    }

    /** Fills the expected counts from the items' probabilities and returns the log likelihood. */
    double expect(double[][] probabilities, double[][] counts) {
        prepare(probabilities);
        double[] weights = new double[Q];
        double logLikelihood = 0;
        for (int person = 0; person < people; person++) {
            logLikelihood += posterior(person, weights);
            gather(person, weights);
        }
        groups.forEach(group -> group.share(counts));
        return logLikelihood;
    }

    void prepare(double[][] probabilities) {
        groups.forEach(group -> group.prepare(probabilities));
    }

    /** Writes a person's posterior, which sums to 1, and returns the log likelihood of that person's answers. */
    double posterior(int person, double[] weights) {
        System.arraycopy(population, 0, weights, 0, Q);
        double log = 0;
        int base = person * groups.size();
        for (int group = 0; group < groups.size(); group++) {
            groups.get(group).multiply(weights, codes[base + group]);
            if ((group + 1) % RESCALE == 0) {
                log += normalise(weights);
            }
        }
        return log + normalise(weights);
    }

    private static double normalise(double[] weights) {
        double sum = 0;
        for (int q = 0; q < Q; q++) {
            sum += weights[q];
        }
        double scale = 1 / sum;
        for (int q = 0; q < Q; q++) {
            weights[q] *= scale;
        }
        return Math.log(sum);
    }

    private void gather(int person, double[] weights) {
        int base = person * groups.size();
        for (int group = 0; group < groups.size(); group++) {
            groups.get(group).gather(weights, codes[base + group]);
        }
    }
}
