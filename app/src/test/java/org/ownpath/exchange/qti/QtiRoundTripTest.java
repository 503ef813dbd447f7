package org.ownpath.exchange.qti;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.question.Kind;
import org.ownpath.assessment.items.question.Picture;
import org.ownpath.assessment.items.question.Pictures;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.assessment.items.question.Written;
import org.ownpath.engine.Depth;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;

/** Whatever is written as a package is read as what it was. */
class QtiRoundTripTest {

    private static final CompetencyId COMPETENCY = CompetencyId.next();

    /** Measured on a plane that is not its own. */
    private static final Picture MAP = Pictures.of(40, 20).measured(80, 40);

    @Property(tries = 150)
    void a_bank_that_was_written_is_read_as_it_was(@ForAll("questions") List<Question> questions) throws IOException {
        List<Item> items = IntStream.range(0, questions.size())
                .mapToObj(i -> item("Question " + i + " <&> \"x\"", questions.get(i)))
                .toList();

        Incoming read = read(items);

        assertThat(read.unsupported()).isEmpty();
        assertThat(read.title()).isEqualTo("A bank & more");
        assertThat(read.questions()).extracting(Incoming.Question::question).isEqualTo(questions);
        assertThat(read.questions())
                .extracting(Incoming.Question::title)
                .isEqualTo(items.stream().map(item -> item.content().label()).toList());
        assertThat(read.questions()).allSatisfy(question -> {
            assertThat(question.about().codes()).containsExactly("MA.X", COMPETENCY.toString());
            assertThat(question.about().depth()).isEqualTo(Depth.CREATE);
            assertThat(question.about().difficulty()).isEqualTo(Item.Difficulty.HARD);
        });
    }

    static Incoming read(List<Item> items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        QtiExport.write("A bank & more", items, competency -> "MA.X", out);
        Read<Incoming> read = QtiPackage.read(new Source("bank.zip", out.toByteArray()));
        assertThat(read).isInstanceOf(Read.Parsed.class);
        return ((Read.Parsed<Incoming>) read).value();
    }

    static Item item(String label, Question question) {
        return new Item(
                ItemId.next(),
                BankId.next(),
                Item.State.RELEASED,
                1,
                new Item.Content(label, COMPETENCY, Depth.CREATE, question),
                new Item.Strength(Item.Difficulty.HARD.curve(), 0));
    }

    @Provide
    Arbitrary<List<Question>> questions() {
        return Arbitraries.of(Kind.values())
                .flatMap(this::question)
                .list()
                .ofMinSize(1)
                .ofMaxSize(4);
    }

    private Arbitrary<String> words() {
        return Arbitraries.of(
                        "a dog",
                        "`3/4`",
                        "`x^2 <= 5`",
                        "<b>loud</b>",
                        "5 < 7 & 8",
                        "\u00e9t\u00e9",
                        "<table><tbody><tr><td>1</td></tr></tbody></table>",
                        "\"quoted\"",
                        "<math><mi>y</mi></math>",
                        "H<sub>2</sub>O")
                .list()
                .ofMinSize(1)
                .ofMaxSize(3)
                .map(parts -> String.join(" and ", parts));
    }

    private Arbitrary<Question> question(Kind kind) {
        Arbitrary<List<String>> options =
                words().list().uniqueElements().ofMinSize(3).ofMaxSize(5);
        return Combinators.combine(words(), options, Arbitraries.of(true, false))
                .as((prompt, lines, shuffle) -> new Written(
                        kind,
                        prompt(kind, prompt),
                        answers(kind, lines),
                        comparing(kind, shuffle),
                        shuffle(kind, shuffle),
                        kind == Kind.HOTSPOT ? MAP : Picture.NONE))
                .map(written -> written.read().question())
                .filter(java.util.Optional::isPresent)
                .map(java.util.Optional::get);
    }

    private static boolean shuffle(Kind kind, boolean shuffle) {
        return (kind != Kind.CHOICE && kind != Kind.MULTIPLE) || shuffle;
    }

    private static String prompt(Kind kind, String words) {
        return switch (kind) {
            case INLINE -> "<p>First [[1]] then [[2]]</p>" + words;
            case HOTTEXT -> "<p>The [[dog]] [[*barked]]</p> " + words;
            default -> words;
        };
    }

    private static Written.Comparing comparing(Kind kind, boolean first) {
        return switch (kind) {
            case TEXT ->
                first ? new Written.Comparing("NUMBER", "0.25", "cm") : new Written.Comparing("FORMULA", "", "");
            case EXTENDED -> new Written.Comparing("WORDS", "4", "");
            default -> Written.Comparing.USUAL;
        };
    }

    private static String answers(Kind kind, List<String> lines) {
        return switch (kind) {
            case CHOICE -> "*" + String.join("\n", lines);
            case MULTIPLE -> "*" + lines.get(0) + "\n*" + String.join("\n", lines.subList(1, lines.size()));
            case TEXT -> "3/4\n0.75";
            case INLINE -> "*rains | rain\nsnow | *`x^2`";
            case MATCH ->
                IntStream.range(0, lines.size())
                        .mapToObj(i -> "left " + i + " -> " + lines.get(i).replace("->", ""))
                        .collect(Collectors.joining("\n", "", "\n-> nothing of it"));
            case ORDER -> String.join("\n", lines);
            case HOTTEXT -> "";
            case HOTSPOT ->
                "*circle 10,10.5,5: by the \"river\" & more\npoly 0,0,5,0,0,5\n*rect 20,5,30,15: \u00e9t\u00e9";
            case EXTENDED -> "Clear words\nand a check: 3 < 4";
        };
    }
}
