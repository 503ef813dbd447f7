package org.ownpath.engine.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/** Answers drawn from tasks and a standard normal population; some go missing by chance. */
final class SimulatedAnswers {

    private SimulatedAnswers() {}

    static AnswerMatrix of(List<GradedItem> tasks, int people, double missing, RandomGenerator random) {
        byte[] answers = new byte[people * tasks.size()];
        for (int person = 0; person < people; person++) {
            double theta = random.nextGaussian();
            for (int task = 0; task < tasks.size(); task++) {
                byte level = level(tasks.get(task), theta, random.nextDouble());
                answers[person * tasks.size() + task] = random.nextDouble() < missing ? AnswerMatrix.MISSING : level;
            }
        }
        return AnswerMatrix.of(names(tasks.size()), answers);
    }

    static AnswerMatrix ofItems(List<Item> items, int people, RandomGenerator random) {
        byte[] answers = new byte[people * items.size()];
        for (int person = 0; person < people; person++) {
            double theta = random.nextGaussian();
            for (int item = 0; item < items.size(); item++) {
                boolean right = random.nextDouble() < items.get(item).probability(theta);
                answers[person * items.size() + item] = (byte) (right ? 1 : 0);
            }
        }
        return AnswerMatrix.of(names(items.size()), answers);
    }

    private static byte level(GradedItem task, double theta, double draw) {
        double left = draw;
        for (byte level = 0; level < task.levels() - 1; level++) {
            left -= task.probability(level, theta);
            if (left < 0) {
                return level;
            }
        }
        return (byte) (task.levels() - 1);
    }

    private static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            names.add("i" + i);
        }
        return names;
    }

    /** The marginal log likelihood by its definition, over a grid four times as fine as the fit's. */
    static double logLikelihood(AnswerMatrix answers, Probability probability) {
        ToDoubleFunction<Integer> person = who -> {
            double sum = 0;
            double weights = 0;
            for (double theta = -8; theta <= 8; theta += 0.05) {
                double weight = Math.exp(-theta * theta / 2);
                weights += weight;
                for (int item = 0; item < answers.items().size(); item++) {
                    byte answer = answers.answer(who, item);
                    weight *= answer == AnswerMatrix.MISSING ? 1 : probability.of(item, answer, theta);
                }
                sum += weight;
            }
            return Math.log(sum / weights);
        };
        double all = 0;
        for (int who = 0; who < answers.people(); who++) {
            all += person.applyAsDouble(who);
        }
        return all;
    }

    /** The probability of a level of an item at an ability. */
    @FunctionalInterface
    interface Probability {
        double of(int item, int level, double theta);
    }
}
