package org.ownpath.exchange.qti;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.ownpath.exchange.Read;
import org.ownpath.shared.Problem;

/**
 * XML of packages. Names are read as version 2 writes them, whichever version the file is of: {@code qti-order-interaction}
 * is {@code orderInteraction}.
 */
final class QtiXml {

    private static final XMLInputFactory STRICT = strict();
    private static final int DEEPEST = 200;

    private QtiXml() {}

    private static XMLInputFactory strict() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The root of a file that is well-formed and declares nothing. */
    static Read<Element> root(String file, String text) {
        String xml = text.startsWith("\uFEFF") ? text.substring(1) : text;
        Optional<Problem> problem = problem(file, xml);
        if (problem.isPresent()) {
            return new Read.Unreadable<>(List.of(problem.get()));
        }
        Document document = Jsoup.parse(xml, "", Parser.xmlParser().setTrackPosition(true));
        document.outputSettings().prettyPrint(false);
        return new Read.Parsed<>(Objects.requireNonNull(document.firstElementChild(), "well-formed"));
    }

    private static Optional<Problem> problem(String file, String xml) {
        try {
            XMLStreamReader reader = STRICT.createXMLStreamReader(new StringReader(xml));
            int depth = 0;
            while (reader.hasNext()) {
                int event = reader.next();
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (event == XMLStreamConstants.DTD
                        || event == XMLStreamConstants.ENTITY_REFERENCE
                        || depth > DEEPEST) {
                    return Optional.of(
                            new Problem(
                                    file,
                                    reader.getLocation().getLineNumber(),
                                    "",
                                    "The file declares a document type or entities, or is nested too deep. Take the declaration out."));
                }
            }
            return Optional.empty();
        } catch (XMLStreamException e) {
            int line = e.getLocation() == null ? 0 : e.getLocation().getLineNumber();
            return Optional.of(new Problem(
                    file,
                    Math.max(0, line),
                    "",
                    "The file is not well-formed XML. Export the package again, or mend this line."));
        }
    }

    /** The name of an element as version 2 writes it. */
    static String name(Element element) {
        String name = element.tagName();
        name = name.substring(name.indexOf(':') + 1);
        return name.startsWith("qti-") ? camel(name.substring("qti-".length())) : name;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder();
        for (String word : name.split("-")) {
            camel.append(
                    camel.isEmpty() || word.isEmpty()
                            ? word
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return camel.toString();
    }

    /** An attribute by its name in version 2, or an empty text. */
    static String attribute(Element element, String name) {
        if (element.hasAttr(name)) {
            return element.attr(name);
        }
        return element.attr(name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT));
    }

    /** All elements of a name, within an element. */
    static List<Element> all(Element within, String name) {
        return within.getAllElements().stream()
                .filter(element -> !element.equals(within) && name(element).equals(name))
                .toList();
    }

    /** The children of a name. */
    static Stream<Element> children(Element of, String name) {
        return of.children().stream().filter(child -> name(child).equals(name));
    }

    /** The line that an element begins in. */
    static int line(Element element) {
        return Math.max(0, element.sourceRange().start().lineNumber());
    }
}
