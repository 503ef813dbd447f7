package org.ownpath.assessment.items;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ownpath.engine.estimate.AnswerMatrix;
import org.ownpath.engine.estimate.ItemResponseFit;
import org.ownpath.engine.estimate.ItemResponseModel;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;

/**
 * What the answers say of the questions: for each competency a fit of the item response model, moved so that the mean
 * difficulty of its questions stays what it was. So the ability from which a competency counts as mastered keeps its
 * meaning, which teachers gave it.
 *
 * @param strengths by question; those with too few answers are left out
 * @param answers how many answers the fits rest on
 * @param tooFew how many questions have too few answers, or only right or only wrong ones
 */
public record BankCalibration(Map<ItemId, Item.Strength> strengths, int answers, int tooFew) {

    /** A question needs so many answers. */
    static final int FEWEST_ANSWERS = 30;

    /** From so many on, questions get a discrimination each; below, they share one. */
    static final int ANSWERS_FOR_TWO_PARAMETERS = 250;

    private static final int FEWEST_ITEMS = 3;

    /** Keeps a copy. */
    public BankCalibration {
        strengths = Map.copyOf(strengths);
    }

    /** What came of it, for whoever asked. */
    public String words() {
        String rest = tooFew == 0
                ? ""
                : " " + tooFew + " questions have fewer than " + FEWEST_ANSWERS
                        + " answers, or only right or only wrong ones, and keep their teacher's judgement.";
        return strengths.size() + " questions are measured on " + answers + " answers." + rest;
    }

    static BankCalibration of(List<Item> items, List<BankAnswers.Given> given) {
        Map<ItemId, List<BankAnswers.Given>> byItem =
                given.stream().collect(Collectors.groupingBy(BankAnswers.Given::item));
        Map<CompetencyId, List<Item>> enough = items.stream()
                .filter(item -> enough(byItem.getOrDefault(item.id(), List.of())))
                .collect(Collectors.groupingBy(item -> item.content().competency()));
        Map<ItemId, Item.Strength> strengths = new HashMap<>();
        int answers = 0;
        for (List<Item> about : enough.values()) {
            if (about.size() >= FEWEST_ITEMS) {
                answers += fit(about, byItem, strengths);
            }
        }
        return new BankCalibration(strengths, answers, items.size() - strengths.size());
    }

    private static boolean enough(List<BankAnswers.Given> answers) {
        long right = answers.stream().filter(BankAnswers.Given::right).count();
        return answers.size() >= FEWEST_ANSWERS && right > 0 && right < answers.size();
    }

    private static int fit(
            List<Item> items, Map<ItemId, List<BankAnswers.Given>> byItem, Map<ItemId, Item.Strength> strengths) {
        AnswerMatrix matrix = matrix(items, byItem);
        int fewest = items.stream().mapToInt(item -> count(item, byItem)).min().orElseThrow();
        ItemResponseFit fit = ItemResponseFit.of(
                matrix,
                fewest >= ANSWERS_FOR_TWO_PARAMETERS
                        ? ItemResponseModel.TWO_PARAMETER
                        : ItemResponseModel.ONE_PARAMETER);
        double before = items.stream()
                .mapToDouble(item -> item.strength().curve().difficulty())
                .average()
                .orElseThrow();
        double after = fit.items().stream()
                .mapToDouble(fitted -> fitted.item().difficulty())
                .average()
                .orElseThrow();
        for (int i = 0; i < items.size(); i++) {
            org.ownpath.engine.estimate.Item fitted = fit.items().get(i).item();
            strengths.put(
                    items.get(i).id(),
                    new Item.Strength(
                            new org.ownpath.engine.estimate.Item(
                                    fitted.discrimination(), fitted.difficulty() - after + before, fitted.guessing()),
                            count(items.get(i), byItem)));
        }
        return items.stream().mapToInt(item -> count(item, byItem)).sum();
    }

    private static int count(Item item, Map<ItemId, List<BankAnswers.Given>> byItem) {
        return byItem.getOrDefault(item.id(), List.of()).size();
    }

    private static AnswerMatrix matrix(List<Item> items, Map<ItemId, List<BankAnswers.Given>> byItem) {
        Map<AttemptId, byte[]> rows = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            for (BankAnswers.Given given : byItem.getOrDefault(items.get(i).id(), List.of())) {
                rows.computeIfAbsent(given.attempt(), attempt -> missing(items.size()))[i] =
                        (byte) (given.right() ? 1 : 0);
            }
        }
        byte[] answers = new byte[rows.size() * items.size()];
        int at = 0;
        for (byte[] row : rows.values()) {
            System.arraycopy(row, 0, answers, at, row.length);
            at += row.length;
        }
        return AnswerMatrix.of(
                items.stream().map(item -> item.content().label()).toList(), answers);
    }

    private static byte[] missing(int size) {
        byte[] row = new byte[size];
        Arrays.fill(row, AnswerMatrix.MISSING);
        return row;
    }
}
