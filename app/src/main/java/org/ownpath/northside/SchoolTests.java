package org.ownpath.northside;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemBanks;
import org.ownpath.assessment.items.Saved;
import org.ownpath.assessment.items.question.Kind;
import org.ownpath.assessment.items.question.Picture;
import org.ownpath.assessment.items.question.Written;
import org.ownpath.engine.Depth;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.springframework.stereotype.Component;

/** The item banks of Northside, written for it. */
@Component
class SchoolTests {

    private static final Map<String, Bank.Words> BANKS = Map.of(
            "mathematics",
                    new Bank.Words(
                            "Mathematics, grades 4 to 8",
                            "Mathematics",
                            "Fractions, ratio, percent, expressions, signed numbers, equations and right triangles."),
            "reading", new Bank.Words("Reading, grades 6 and 7", "Reading", "Shades of meaning, claims and evidence."),
            "science", new Bank.Words("Fair tests", "Science practice", "Fair tests and control groups."));

    private final ItemBanks banks;

    SchoolTests(ItemBanks banks) {
        this.banks = banks;
    }

    /** Fills the banks, open to students. */
    void fill(Viewer setUp, Map<String, CompetencyId> competencies) {
        BANKS.forEach((name, words) -> {
            BankId bank = banks.add(setUp, words, true);
            Table.read("items/" + name + ".csv").forEach(row -> add(setUp, bank, row, competencies));
        });
    }

    private void add(Viewer setUp, BankId bank, NamedCsvRecord row, Map<String, CompetencyId> competencies) {
        Written.Read read = written(row).read();
        List<String> problems = new ArrayList<>(read.problems());
        if (problems.isEmpty()) {
            Item.Content content = new Item.Content(
                    row.getField("label"),
                    java.util.Objects.requireNonNull(competencies.get(row.getField("competency"))),
                    Depth.ofCode(row.getField("depth")).orElseThrow(),
                    read.question().orElseThrow());
            Saved saved = banks.add(
                    setUp,
                    bank,
                    content,
                    Item.Difficulty.ofCode(row.getField("difficulty"))
                            .orElseThrow()
                            .curve());
            if (saved instanceof Saved.Kept kept) {
                banks.state(setUp, kept.id(), Item.State.RELEASED);
                return;
            }
            problems.addAll(((Saved.Refused) saved).reasons());
        }
        throw new IllegalStateException("The seed question '" + row.getField("label") + "' is refused: " + problems);
    }

    private static Written written(NamedCsvRecord row) {
        return new Written(
                Kind.ofCode(row.getField("kind")).orElseThrow(),
                row.getField("prompt"),
                row.getField("answers"),
                new Written.Comparing(row.getField("matching"), row.getField("number"), row.getField("unit")),
                true,
                row.findField("picture")
                        .filter(name -> !name.isEmpty())
                        .map(name -> picture(name, row.getField("shows")))
                        .orElse(Picture.NONE));
    }

    private static Picture picture(String name, String shows) {
        return Picture.of(Table.content("items/" + name), shows).orElseThrow();
    }
}
