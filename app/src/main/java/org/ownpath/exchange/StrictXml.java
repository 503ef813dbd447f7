package org.ownpath.exchange;

import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.ownpath.shared.Problem;

/** XML of others, read with limits: it is well-formed, declares nothing and is not nested too deep. */
public final class StrictXml {

    private static final XMLInputFactory STRICT = strict();
    private static final int DEEPEST = 200;

    private StrictXml() {}

    private static XMLInputFactory strict() {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /** The root of a file that is well-formed and declares nothing. */
    public static Read<Element> root(String file, String text) {
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
}
