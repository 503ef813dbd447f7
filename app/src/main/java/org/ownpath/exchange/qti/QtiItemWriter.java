package org.ownpath.exchange.qti;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Entities;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.question.Choice;
import org.ownpath.assessment.items.question.ExtendedText;
import org.ownpath.assessment.items.question.Formula;
import org.ownpath.assessment.items.question.HotSpot;
import org.ownpath.assessment.items.question.HotText;
import org.ownpath.assessment.items.question.InlineChoice;
import org.ownpath.assessment.items.question.Match;
import org.ownpath.assessment.items.question.MultipleResponse;
import org.ownpath.assessment.items.question.Option;
import org.ownpath.assessment.items.question.Order;
import org.ownpath.assessment.items.question.Picture;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.assessment.items.question.Spot;
import org.ownpath.assessment.items.question.Text;
import org.ownpath.assessment.items.question.TextEntry;

/** Writes one question as an assessment item of QTI 3.0. */
final class QtiItemWriter {

    private static final Pattern GAP = Pattern.compile("\\[\\[(\\d{1,3})]]");
    private static final Pattern MATHEMATICS = Pattern.compile("`([^`]{1,400})`|\\$\\$(.{1,400}?)\\$\\$");
    private static final String RESPONSE = "RESPONSE";

    private final String identifier;
    private final StringBuilder declarations = new StringBuilder();
    private String body = "";
    private String processing =
            "<qti-response-processing template=\"https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml\"/>";
    private int points = 1;

    private QtiItemWriter(String identifier) {
        this.identifier = identifier;
    }

    static String of(Item item) {
        QtiItemWriter writer = new QtiItemWriter(QtiManifest.identifier(item));
        writer.write(item.content().question());
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="%s" title="%s" adaptive="false" time-dependent="false" xml:lang="en">
                %s<qti-outcome-declaration identifier="SCORE" cardinality="single" base-type="float" normal-maximum="%d"/>
                <qti-item-body>%s</qti-item-body>
                %s
                </qti-assessment-item>
                """.formatted(
                        QtiManifest.identifier(item),
                        text(item.content().label()),
                        writer.declarations,
                        writer.points,
                        writer.body,
                        writer.processing);
    }

    static String text(String plain) {
        return Entities.escape(plain, new Document.OutputSettings().escapeMode(Entities.EscapeMode.xhtml));
    }

    private void write(Question question) {
        if (question instanceof Choice choice) {
            declare(RESPONSE, "single", "identifier", List.of("o" + choice.key()));
            body = block(choice.prompt()) + choices(choice.options(), 1, choice.shuffle());
        } else if (question instanceof MultipleResponse multiple) {
            declare(RESPONSE, "multiple", "identifier", prefixed(multiple.keys()));
            body = block(multiple.prompt()) + choices(multiple.options(), 0, multiple.shuffle());
        } else if (question instanceof TextEntry entry) {
            write(entry);
        } else if (question instanceof InlineChoice inline) {
            write(inline);
        } else if (question instanceof Match match) {
            write(match);
        } else if (question instanceof Order order) {
            declare(RESPONSE, "ordered", "identifier", prefixed(order.keys()));
            body = block(order.prompt()) + "<qti-order-interaction response-identifier=\"RESPONSE\" shuffle=\"true\">"
                    + simpleChoices(order.options()) + "</qti-order-interaction>";
        } else if (question instanceof HotText hot) {
            write(hot);
        } else if (question instanceof HotSpot spots) {
            write(spots);
        } else {
            write((ExtendedText) question);
        }
    }

    private void write(TextEntry entry) {
        TextEntry.Key first = entry.keys().get(0);
        boolean number = first.matching() == TextEntry.Matching.NUMBER;
        String values = entry.keys().stream()
                .map(key -> "<qti-map-entry map-key=\"" + text(key.text()) + "\" mapped-value=\"1\"/>")
                .collect(Collectors.joining());
        declarations
                .append(
                        "<qti-response-declaration identifier=\"RESPONSE\" cardinality=\"single\" base-type=\"string\">")
                .append("<qti-correct-response><qti-value>")
                .append(text(first.text()))
                .append("</qti-value></qti-correct-response><qti-mapping default-value=\"0\">")
                .append(values)
                .append("</qti-mapping></qti-response-declaration>\n");
        processing = number
                ? "<qti-response-processing><qti-response-condition><qti-response-if><qti-equal tolerance-mode=\"absolute\" "
                        + "tolerance=\"%1$s %1$s\"><qti-variable identifier=\"RESPONSE\"/>"
                                .formatted(decimal(first.tolerance()))
                        + "<qti-correct identifier=\"RESPONSE\"/></qti-equal><qti-set-outcome-value identifier=\"SCORE\">"
                        + "<qti-base-value base-type=\"float\">1</qti-base-value></qti-set-outcome-value></qti-response-if>"
                        + "</qti-response-condition></qti-response-processing>"
                : "<qti-response-processing template=\"https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml\"/>";
        body = block(entry.prompt())
                + "<p><qti-text-entry-interaction response-identifier=\"RESPONSE\" data-matching=\""
                + first.matching().name() + "\" data-unit=\"" + text(entry.unit()) + "\"/></p>";
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private void write(InlineChoice inline) {
        for (int i = 1; i <= inline.gaps().size(); i++) {
            declare(
                    RESPONSE + i,
                    "single",
                    "identifier",
                    List.of("o" + inline.gaps().get(i - 1).key()));
        }
        body = withGaps(
                inline.prompt(),
                number -> "<qti-inline-choice-interaction response-identifier=\"RESPONSE" + number
                        + "\">"
                        + inline.gaps().get(number - 1).options().stream()
                                .map(option -> "<qti-inline-choice identifier=\"o" + option.id() + "\">"
                                        + inner(option.text()) + "</qti-inline-choice>")
                                .collect(Collectors.joining())
                        + "</qti-inline-choice-interaction>");
    }

    private void write(Match match) {
        declare(
                RESPONSE,
                "multiple",
                "directedPair",
                match.keys().entrySet().stream()
                        .map(pair -> "l" + pair.getKey() + " r" + pair.getValue())
                        .toList());
        body = block(match.prompt()) + "<qti-match-interaction response-identifier=\"RESPONSE\" shuffle=\"true\" "
                + "max-associations=\"0\">" + set("l", match.left(), 1) + set("r", match.right(), 0)
                + "</qti-match-interaction>";
    }

    private static String set(String prefix, List<Option> options, int most) {
        return options.stream()
                .map(option -> "<qti-simple-associable-choice identifier=\"" + prefix + option.id() + "\" match-max=\""
                        + most + "\">" + inner(option.text()) + "</qti-simple-associable-choice>")
                .collect(Collectors.joining("", "<qti-simple-match-set>", "</qti-simple-match-set>"));
    }

    private void write(HotText hot) {
        declare(RESPONSE, "multiple", "identifier", prefixed(hot.keys()));
        body = "<qti-hottext-interaction response-identifier=\"RESPONSE\" max-choices=\"0\">"
                + withGaps(hot.prompt(), number -> {
                    Option option = hot.options().get(number - 1);
                    return "<qti-hottext identifier=\"o" + option.id() + "\">" + inner(option.text())
                            + "</qti-hottext>";
                })
                + "</qti-hottext-interaction>";
    }

    private void write(HotSpot question) {
        boolean one = question.keys().size() < 2;
        declare(RESPONSE, one ? "single" : "multiple", "identifier", prefixed(question.keys()));
        Picture picture = question.picture();
        body = block(question.prompt())
                + "<qti-hotspot-interaction response-identifier=\"RESPONSE\" max-choices=\"" + (one ? 1 : 0) + "\">"
                + "<img src=\"%s\" width=\"%d\" height=\"%d\" alt=\"%s\"/>"
                        .formatted(
                                QtiManifest.pictureFile(identifier, picture),
                                picture.width(),
                                picture.height(),
                                text(picture.words()))
                + question.spots().stream().map(QtiItemWriter::choice).collect(Collectors.joining())
                + "</qti-hotspot-interaction>";
    }

    private static String choice(Spot spot) {
        return "<qti-hotspot-choice identifier=\"o%s\" shape=\"%s\" coords=\"%s\" hotspot-label=\"%s\"/>"
                .formatted(spot.id(), spot.shape().form().code(), spot.shape().numbers(), text(spot.words()));
    }

    private void write(ExtendedText extended) {
        points = extended.points();
        declarations.append(
                "<qti-response-declaration identifier=\"RESPONSE\" cardinality=\"single\" base-type=\"string\"/>\n");
        processing = "";
        body = block(extended.prompt()) + "<qti-extended-text-interaction response-identifier=\"RESPONSE\"/>"
                + "<qti-rubric-block use=\"scoring\" view=\"scorer\"><qti-content-body>" + text(extended.guidance())
                + "</qti-content-body></qti-rubric-block>";
    }

    private void declare(String name, String cardinality, String type, Collection<String> values) {
        declarations.append("<qti-response-declaration identifier=\"%s\" cardinality=\"%s\" base-type=\"%s\">"
                .formatted(name, cardinality, type));
        declarations.append(values.stream()
                .map(value -> "<qti-value>" + value + "</qti-value>")
                .collect(Collectors.joining("", "<qti-correct-response>", "</qti-correct-response>")));
        declarations.append("</qti-response-declaration>\n");
    }

    private static List<String> prefixed(Collection<String> ids) {
        return ids.stream().map(id -> "o" + id).toList();
    }

    private static String choices(List<Option> options, int most, boolean shuffle) {
        return "<qti-choice-interaction response-identifier=\"RESPONSE\" max-choices=\"" + most + "\" shuffle=\""
                + shuffle + "\">" + simpleChoices(options) + "</qti-choice-interaction>";
    }

    private static String simpleChoices(List<Option> options) {
        return options.stream()
                .map(option -> "<qti-simple-choice identifier=\"o" + option.id() + "\">" + inner(option.text())
                        + "</qti-simple-choice>")
                .collect(Collectors.joining());
    }

    private static String withGaps(Text text, IntFunction<String> gap) {
        return GAP.matcher(block(text))
                .replaceAll(found -> Matcher.quoteReplacement(gap.apply(Integer.parseInt(found.group(1)))));
    }

    /** A body holds blocks: one that is taken off again when it is read here. */
    private static String block(Text text) {
        return "<div class=\"" + QtiTexts.WRAPPING + "\">" + inner(text) + "</div>";
    }

    /** As XHTML, with mathematics as MathML that remembers how it was typed. */
    private static String inner(Text text) {
        Document document = Jsoup.parseBodyFragment(text.source());
        document.outputSettings()
                .syntax(Document.OutputSettings.Syntax.xml)
                .escapeMode(Entities.EscapeMode.xhtml)
                .prettyPrint(false);
        return MATHEMATICS
                .matcher(document.body().html())
                .replaceAll(found -> Matcher.quoteReplacement(
                        mathematics(found.group(1) == null ? found.group(2) : found.group(1))));
    }

    private static String mathematics(String escaped) {
        String typed = org.jsoup.parser.Parser.unescapeEntities(escaped, false);
        Document parsed = Jsoup.parseBodyFragment(Formula.mathml(typed));
        parsed.outputSettings().syntax(Document.OutputSettings.Syntax.xml).prettyPrint(false);
        String inside = java.util.Objects.requireNonNull(parsed.body().selectFirst("math"))
                .html();
        return "<math xmlns=\"http://www.w3.org/1998/Math/MathML\"><semantics><mrow>" + inside
                + "</mrow><annotation encoding=\"" + QtiTexts.TYPED + "\">" + escaped
                + "</annotation></semantics></math>";
    }
}
