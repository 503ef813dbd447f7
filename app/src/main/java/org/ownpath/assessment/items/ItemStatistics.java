package org.ownpath.assessment.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.assessment.items.question.Choice;
import org.ownpath.assessment.items.question.HotSpot;
import org.ownpath.assessment.items.question.MultipleResponse;
import org.ownpath.assessment.items.question.Option;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;

/**
 * How a question has done in tests.
 *
 * @param asked how many answers there are
 * @param right the share of them that is all right, from 0 to 1
 * @param discrimination the correlation of being right with the share of right answers in the rest of the same test, from
 *     -1 to 1; empty where there are too few answers or all are alike
 * @param exposure the share of tests on its competency that asked it, from 0 to 1
 * @param options how often each option was chosen, for kinds with options in view
 * @param flags what somebody should look at, in words
 */
public record ItemStatistics(
        int asked,
        double right,
        OptionalDouble discrimination,
        double exposure,
        List<Chosen> options,
        List<String> flags) {

    /** Below this many answers nothing is held against a question. */
    static final int ENOUGH = 30;

    /** Keeps copies. */
    public ItemStatistics {
        options = List.copyOf(options);
        flags = List.copyOf(flags);
    }

    /** How often an option was chosen. */
    public record Chosen(String text, boolean right, int times) {}

    /** "62%". */
    public String rightWords() {
        return Math.round(100 * right) + "%";
    }

    /** "62%". */
    public String exposureWords() {
        return Math.round(100 * exposure) + "%";
    }

    /** "0.41", or nothing. */
    public String discriminationWords() {
        return discrimination.isPresent() ? String.format(Locale.ROOT, "%.2f", discrimination.getAsDouble()) : "";
    }

    static Map<ItemId, ItemStatistics> of(Map<ItemId, Item> items, List<BankAnswers.Given> answers) {
        Map<AttemptId, List<BankAnswers.Given>> tests =
                answers.stream().collect(Collectors.groupingBy(BankAnswers.Given::attempt));
        Map<CompetencyId, Set<AttemptId>> testsOn = new HashMap<>();
        answers.forEach(given -> testsOn.computeIfAbsent(competency(items, given), c -> new HashSet<>())
                .add(given.attempt()));
        Map<ItemId, ItemStatistics> statistics = new HashMap<>();
        answers.stream().collect(Collectors.groupingBy(BankAnswers.Given::item)).forEach((id, given) -> {
            Item item = java.util.Objects.requireNonNull(items.get(id));
            int testsOnIt =
                    testsOn.getOrDefault(item.content().competency(), Set.of()).size();
            statistics.put(id, of(item.content().question(), given, tests, testsOnIt));
        });
        return statistics;
    }

    private static CompetencyId competency(Map<ItemId, Item> items, BankAnswers.Given given) {
        return java.util.Objects.requireNonNull(items.get(given.item()))
                .content()
                .competency();
    }

    private static ItemStatistics of(
            Question question,
            List<BankAnswers.Given> answers,
            Map<AttemptId, List<BankAnswers.Given>> tests,
            int testsOnIt) {
        double right = answers.stream().filter(BankAnswers.Given::right).count() / (double) answers.size();
        double exposure = answers.size() / (double) testsOnIt;
        OptionalDouble discrimination = discrimination(answers, tests);
        List<Chosen> options = options(question, answers);
        List<String> flags = new ArrayList<>();
        if (answers.size() >= ENOUGH) {
            flag(right < 0.15, "Hardly anybody is right", flags);
            flag(right > 0.95, "Nearly everybody is right", flags);
            flag(discrimination.orElse(1) < 0.1, "Does not tell students apart", flags);
            flag(testsOnIt >= ENOUGH && exposure > 0.8, "Asked in most tests", flags);
            flag(options.stream().anyMatch(option -> option.times() == 0), "An option nobody chooses", flags);
            flag(wrongBeatsRight(options), "A wrong option is chosen most", flags);
        }
        return new ItemStatistics(answers.size(), right, discrimination, exposure, options, flags);
    }

    private static void flag(boolean up, String words, List<String> flags) {
        if (up) {
            flags.add(words);
        }
    }

    private static boolean wrongBeatsRight(List<Chosen> options) {
        int wrong = options.stream()
                .filter(option -> !option.right())
                .mapToInt(Chosen::times)
                .max()
                .orElse(0);
        int right = options.stream()
                .filter(Chosen::right)
                .mapToInt(Chosen::times)
                .max()
                .orElse(wrong);
        return wrong > right;
    }

    private static List<Chosen> options(Question question, List<BankAnswers.Given> answers) {
        if (question instanceof Choice choice) {
            return options(choice.options(), Set.of(choice.key()), answers);
        }
        if (question instanceof HotSpot spots) {
            return options(spots.options(), spots.keys(), answers);
        }
        return question instanceof MultipleResponse multiple
                ? options(multiple.options(), multiple.keys(), answers)
                : List.of();
    }

    private static List<Chosen> options(List<Option> options, Set<String> keys, List<BankAnswers.Given> answers) {
        return options.stream()
                .map(option -> new Chosen(option.text().plain(), keys.contains(option.id()), (int) answers.stream()
                        .filter(given -> given.answer().given().values().stream()
                                .anyMatch(chosen -> chosen.contains(option.id())))
                        .count()))
                .toList();
    }

    /** Pearson's correlation of right (1 or 0) with the share of right answers in the rest of the same test. */
    private static OptionalDouble discrimination(
            List<BankAnswers.Given> answers, Map<AttemptId, List<BankAnswers.Given>> tests) {
        List<double[]> pairs = new ArrayList<>();
        for (BankAnswers.Given given : answers) {
            List<BankAnswers.Given> rest = tests.getOrDefault(given.attempt(), List.of()).stream()
                    .filter(other -> !other.item().equals(given.item()))
                    .toList();
            if (!rest.isEmpty()) {
                double share = rest.stream().filter(BankAnswers.Given::right).count() / (double) rest.size();
                pairs.add(new double[] {given.right() ? 1 : 0, share});
            }
        }
        return pairs.size() < 10 ? OptionalDouble.empty() : correlation(pairs);
    }

    private static OptionalDouble correlation(List<double[]> pairs) {
        double meanX = pairs.stream().mapToDouble(pair -> pair[0]).average().orElseThrow();
        double meanY = pairs.stream().mapToDouble(pair -> pair[1]).average().orElseThrow();
        double products = 0;
        double squaresX = 0;
        double squaresY = 0;
        for (double[] pair : pairs) {
            products += (pair[0] - meanX) * (pair[1] - meanY);
            squaresX += (pair[0] - meanX) * (pair[0] - meanX);
            squaresY += (pair[1] - meanY) * (pair[1] - meanY);
        }
        return squaresX == 0 || squaresY == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(products / Math.sqrt(squaresX * squaresY));
    }
}
