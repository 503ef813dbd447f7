package org.ownpath.exchange.qti;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.ownpath.assessment.items.question.Choice;
import org.ownpath.assessment.items.question.ExtendedText;
import org.ownpath.assessment.items.question.HotSpot;
import org.ownpath.assessment.items.question.HotText;
import org.ownpath.assessment.items.question.InlineChoice;
import org.ownpath.assessment.items.question.Match;
import org.ownpath.assessment.items.question.MultipleResponse;
import org.ownpath.assessment.items.question.Option;
import org.ownpath.assessment.items.question.Order;
import org.ownpath.assessment.items.question.Picture;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.assessment.items.question.Shape;
import org.ownpath.assessment.items.question.Spot;
import org.ownpath.assessment.items.question.Text;
import org.ownpath.assessment.items.question.TextEntry;

/** One assessmentItem, read as a question if it is of a kind that can be asked here. */
final class QtiItem {

    private static final Set<String> INLINE = Set.of("inlineChoiceInteraction");

    private final Element item;
    private final QtiTexts texts;
    private final Element body;
    private final List<Element> interactions;

    QtiItem(Element item, QtiTexts texts) {
        this.item = item;
        this.texts = texts;
        this.body = QtiXml.children(item, "itemBody").findFirst().orElseGet(() -> new Element("itemBody"));
        this.interactions = body.getAllElements().stream()
                .filter(element -> QtiXml.name(element).endsWith("Interaction"))
                .toList();
    }

    /** A question, or the name of what cannot be asked. */
    record Read(Optional<Question> question, String unsupported) {

        static Read of(Question question) {
            List<String> problems = question.problems();
            return problems.isEmpty()
                    ? new Read(Optional.of(question), "")
                    : new Read(Optional.empty(), String.join(" ", problems));
        }

        static Read unsupported(String what) {
            return new Read(Optional.empty(), what);
        }
    }

    String title() {
        String title = QtiXml.attribute(item, "title").strip();
        return title.isEmpty() ? QtiXml.attribute(item, "identifier").strip() : title;
    }

    Read question() {
        Set<String> kinds = interactions.stream().map(QtiXml::name).collect(Collectors.toSet());
        if (interactions.isEmpty()) {
            return Read.unsupported("no interaction: there is nothing to answer");
        }
        if (interactions.size() > 1 && !INLINE.containsAll(kinds)) {
            return Read.unsupported(
                    interactions.size() + " interactions in one question (" + String.join(", ", kinds) + ")");
        }
        Element interaction = interactions.get(0);
        return switch (QtiXml.name(interaction)) {
            case "choiceInteraction" -> choice(interaction);
            case "hotspotInteraction" -> hotspot(interaction);
            case "textEntryInteraction" -> text(interaction);
            case "inlineChoiceInteraction" -> inline();
            case "matchInteraction" -> match(interaction);
            case "orderInteraction" -> order(interaction);
            case "hottextInteraction" -> hotText(interaction);
            case "extendedTextInteraction" -> extended(interaction);
            default -> Read.unsupported(QtiXml.name(interaction));
        };
    }

    private Read choice(Element interaction) {
        List<Element> options = QtiXml.all(interaction, "simpleChoice");
        List<Option> read = Option.numbered(options.stream().map(texts::of).toList());
        Set<String> right = right(interaction, options);
        boolean shuffle = QtiXml.attribute(interaction, "shuffle").equals("true");
        Text prompt = texts.around(body, interaction);
        return single(interaction)
                ? Read.of(new Choice(prompt, read, right.stream().findFirst().orElse(""), shuffle))
                : Read.of(new MultipleResponse(prompt, read, right, shuffle));
    }

    /** Places without words are told by where they lie; who does not see the picture can answer by that too. */
    private Read hotspot(Element interaction) {
        Optional<Picture> picture = texts.picture(interaction);
        if (picture.isEmpty()) {
            return Read.unsupported(
                    "hotspotInteraction whose picture is not in the package as a PNG, JPEG or GIF of at " + "most "
                            + Picture.LARGEST / 1024 + " KB");
        }
        List<Element> places = QtiXml.all(interaction, "hotspotChoice");
        List<Spot> spots = new ArrayList<>();
        for (Element place : places) {
            Optional<Shape> shape = shape(place, picture.get());
            if (shape.isEmpty()) {
                return Read.unsupported("hotspotInteraction with a place of the shape '"
                        + QtiXml.attribute(place, "shape") + " " + QtiXml.attribute(place, "coords") + "'");
            }
            spots.add(new Spot(
                    String.valueOf(spots.size() + 1),
                    shape.get(),
                    QtiXml.attribute(place, "hotspotLabel").strip()));
        }
        return Read.of(new HotSpot(texts.around(body, interaction), picture.get(), spots, right(interaction, places)));
    }

    private static Optional<Shape> shape(Element place, Picture picture) {
        String form = QtiXml.attribute(place, "shape");
        return form.equals("default")
                ? Shape.of("rect", "0,0," + picture.width() + "," + picture.height())
                : Shape.of(form, QtiXml.attribute(place, "coords"));
    }

    private boolean single(Element interaction) {
        return declaration(interaction)
                .map(declaration -> QtiXml.attribute(declaration, "cardinality").equals("single"))
                .orElse(true);
    }

    private Set<String> right(Element interaction, List<Element> options) {
        List<String> values = correct(interaction);
        Set<String> right = new java.util.TreeSet<>();
        for (int i = 0; i < options.size(); i++) {
            if (values.contains(QtiXml.attribute(options.get(i), "identifier"))) {
                right.add(String.valueOf(i + 1));
            }
        }
        return right;
    }

    private Optional<Element> declaration(Element interaction) {
        String wanted = QtiXml.attribute(interaction, "responseIdentifier");
        return QtiXml.children(item, "responseDeclaration")
                .filter(declaration ->
                        QtiXml.attribute(declaration, "identifier").equals(wanted))
                .findFirst();
    }

    private List<String> correct(Element interaction) {
        return declaration(interaction).stream()
                .flatMap(declaration -> QtiXml.children(declaration, "correctResponse"))
                .flatMap(correct -> QtiXml.children(correct, "value"))
                .map(value -> value.text().strip())
                .toList();
    }

    private Read text(Element interaction) {
        List<String> keys = new ArrayList<>(correct(interaction));
        declaration(interaction).stream()
                .flatMap(declaration -> QtiXml.all(declaration, "mapEntry").stream())
                .filter(entry -> !QtiXml.attribute(entry, "mappedValue").matches("-?0*(\\.0*)?|-.*"))
                .map(entry -> QtiXml.attribute(entry, "mapKey").strip())
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        TextEntry.Matching matching = matching(interaction);
        double tolerance = matching == TextEntry.Matching.NUMBER ? tolerance() : 0;
        return Read.of(new TextEntry(
                texts.around(body, interaction),
                keys.stream()
                        .map(key -> new TextEntry.Key(key, matching, tolerance))
                        .toList(),
                interaction.attr("data-unit")));
    }

    private TextEntry.Matching matching(Element interaction) {
        if (interaction.attr("data-matching").equals(TextEntry.Matching.FORMULA.name())) {
            return TextEntry.Matching.FORMULA;
        }
        String type = declaration(interaction)
                .map(declaration -> QtiXml.attribute(declaration, "baseType"))
                .orElse("string");
        return type.equals("float")
                        || type.equals("integer")
                        || interaction.attr("data-matching").equals("NUMBER")
                ? TextEntry.Matching.NUMBER
                : TextEntry.Matching.WORDS;
    }

    /** Of an 'equal' that is absolute: how far a number may be off. */
    private double tolerance() {
        return QtiXml.all(item, "equal").stream()
                .filter(equal -> QtiXml.attribute(equal, "toleranceMode").equals("absolute"))
                .map(equal -> QtiXml.attribute(equal, "tolerance").strip().split("\\s+")[0])
                .filter(text -> text.matches("\\d*\\.?\\d+"))
                .mapToDouble(Double::parseDouble)
                .findFirst()
                .orElse(0);
    }

    private Read inline() {
        List<InlineChoice.Gap> gaps = interactions.stream()
                .map(interaction -> {
                    List<Element> options = QtiXml.all(interaction, "inlineChoice");
                    return new InlineChoice.Gap(
                            Option.numbered(options.stream().map(texts::of).toList()),
                            right(interaction, options).stream().findFirst().orElse(""));
                })
                .toList();
        return Read.of(new InlineChoice(texts.withGaps(body, interactions), gaps));
    }

    private Read match(Element interaction) {
        List<Element> sets = QtiXml.all(interaction, "simpleMatchSet");
        if (sets.size() != 2) {
            return Read.unsupported("matchInteraction with " + sets.size() + " sets");
        }
        List<Element> right = QtiXml.all(sets.get(1), "simpleAssociableChoice");
        List<Match.Pair> pairs = new ArrayList<>();
        List<Element> used = new ArrayList<>();
        for (Element left : QtiXml.all(sets.get(0), "simpleAssociableChoice")) {
            List<Element> partners = right.stream()
                    .filter(each -> correct(interaction)
                            .contains(
                                    QtiXml.attribute(left, "identifier") + " " + QtiXml.attribute(each, "identifier")))
                    .toList();
            if (partners.size() != 1) {
                return Read.unsupported(
                        "matchInteraction in which '" + left.text() + "' belongs to " + partners.size() + " things");
            }
            used.add(partners.get(0));
            pairs.add(new Match.Pair(texts.of(left), texts.of(partners.get(0))));
        }
        List<Text> others = right.stream()
                .filter(each -> !used.contains(each))
                .map(texts::of)
                .toList();
        return Read.of(Match.of(texts.around(body, interaction), pairs, others));
    }

    private Read order(Element interaction) {
        List<Element> options = QtiXml.all(interaction, "simpleChoice");
        List<Text> inOrder = correct(interaction).stream()
                .flatMap(id -> options.stream()
                        .filter(option -> QtiXml.attribute(option, "identifier").equals(id))
                        .map(texts::of))
                .toList();
        return inOrder.size() == options.size()
                ? Read.of(Order.of(texts.around(body, interaction), inOrder))
                : Read.unsupported("orderInteraction that orders only some of its choices");
    }

    private Read hotText(Element interaction) {
        List<Element> words = QtiXml.all(interaction, "hottext");
        List<Option> options = Option.numbered(words.stream().map(texts::of).toList());
        Set<String> right = right(interaction, words);
        return Read.of(new HotText(texts.withGaps(body, words), options, right));
    }

    private Read extended(Element interaction) {
        String guidance = QtiXml.all(item, "rubricBlock").stream()
                .filter(block -> QtiXml.attribute(block, "view").contains("scorer"))
                .map(Element::wholeText)
                .collect(Collectors.joining("\n"))
                .strip();
        int points = QtiXml.children(item, "outcomeDeclaration")
                .filter(outcome -> QtiXml.attribute(outcome, "identifier").equals("SCORE"))
                .map(outcome -> QtiXml.attribute(outcome, "normalMaximum"))
                .filter(text -> text.matches("\\d{1,3}(\\.0*)?"))
                .mapToInt(text -> (int) Double.parseDouble(text))
                .findFirst()
                .orElse(1);
        return Read.of(new ExtendedText(texts.around(body, interaction), guidance, points));
    }
}
