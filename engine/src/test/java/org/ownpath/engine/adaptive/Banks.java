package org.ownpath.engine.adaptive;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.ownpath.engine.estimate.Item;

/** Banks and seeds for tests. */
final class Banks {

    static final List<String> AREAS = List.of("number", "algebra", "geometry", "data");
    static final ItemBank THOUSAND = thousand();

    private Banks() {}

    static RandomGenerator random(long seed) {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    }

    /** 1,000 synthetic three-parameter items; their upper asymptote is 1 throughout. */
    private static ItemBank thousand() {
        List<BankItem> items = new ArrayList<>();
        try (InputStream in = Banks.class.getResourceAsStream("bank1000.csv");
                CsvReader<NamedCsvRecord> rows =
                        CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (NamedCsvRecord row : rows) {
                if (Double.parseDouble(row.getField("d")) != 1) {
                    throw new IllegalStateException("An upper asymptote other than 1 is not in the model.");
                }
                items.add(new BankItem("i" + items.size(), AREAS.get(items.size() % 4), item(row)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ItemBank.of(items);
    }

    private static Item item(NamedCsvRecord row) {
        return new Item(
                Double.parseDouble(row.getField("a")),
                Double.parseDouble(row.getField("b")),
                Double.parseDouble(row.getField("c")));
    }

    /** Items of discrimination 1.5 with difficulties from -2 to 2, in two areas by turns. */
    static ItemBank even(int items) {
        return ItemBank.of(IntStream.range(0, items)
                .mapToObj(i -> new BankItem(
                        "i" + i, i % 2 == 0 ? "number" : "algebra", Item.of(1.5, -2 + 4.0 * i / (items - 1))))
                .toList());
    }

    static TestPlan plan(ItemBank bank, Selection selection, Stopping stopping) {
        return new TestPlan(bank, Posterior.normal(0, 1), selection, stopping);
    }

    static TestPlan plain(ItemBank bank, Stopping stopping) {
        return plan(bank, Selection.plain(), stopping);
    }

    /** The test with these answers to whatever it asks. */
    static AdaptiveTest answered(TestPlan plan, boolean... right) {
        AdaptiveTest test = AdaptiveTest.start(plan);
        for (boolean answer : right) {
            test.next(random(1));
            test.answer(answer);
        }
        return test;
    }
}
