package org.ownpath.exchange.qti;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * XML of packages. Names are read as version 2 writes them, whichever version the file is of: {@code qti-order-interaction}
 * is {@code orderInteraction}.
 */
final class QtiXml {

    private QtiXml() {}

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
