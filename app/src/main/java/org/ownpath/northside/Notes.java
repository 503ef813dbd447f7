package org.ownpath.northside;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.ownpath.engine.Form;
import org.ownpath.engine.Result;

/** What observers write beside a result, in the tone that fits it. */
final class Notes {

    private static final double SHARE = 0.25;

    private final Map<String, List<String>> texts = Table.read("people/notes.csv").stream()
            .collect(Collectors.groupingBy(
                    row -> key(row.getField("form"), row.getField("tone")),
                    Collectors.mapping((NamedCsvRecord row) -> row.getField("text"), Collectors.toList())));

    /** One time in four, where something fits. */
    Optional<String> about(Form form, Result result, Random random) {
        List<String> fitting = texts.getOrDefault(key(kind(form, result), tone(result)), List.of());
        return fitting.isEmpty() || random.nextDouble() >= SHARE
                ? Optional.empty()
                : Optional.of(fitting.get(random.nextInt(fitting.size())));
    }

    /** Why somebody was excused has nothing to do with the work. */
    private static String kind(Form form, Result result) {
        return result instanceof Result.Excused ? "any" : form.code();
    }

    private static String tone(Result result) {
        if (result instanceof Result.Rated rated) {
            double value = rated.value();
            return value >= 4 ? "strong" : value >= 3 ? "solid" : value >= 2 ? "partial" : "weak";
        }
        return result instanceof Result.Missed ? "missed" : "excused";
    }

    private static String key(String form, String tone) {
        return form + "/" + tone;
    }
}
