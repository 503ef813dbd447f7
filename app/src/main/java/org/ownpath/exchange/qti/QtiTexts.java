package org.ownpath.exchange.qti;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.ownpath.assessment.items.question.Picture;
import org.ownpath.assessment.items.question.Text;
import org.ownpath.exchange.PackedFiles;

/** Texts of an item: what is around its interactions, with pictures of the package inside of the text. */
final class QtiTexts {

    private static final Set<String> PICTURES = Set.of("object", "img");
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d{0,3}");

    /** How mathematics that was typed here is kept in MathML, so that it can be edited again. */
    static final String TYPED = "application/x-ownpath";

    /** The class of a block that only wraps a text. */
    static final String WRAPPING = "ownpath-text";

    private final String file;
    private final PackedFiles archive;

    QtiTexts(String file, PackedFiles archive) {
        this.file = file;
        this.archive = archive;
    }

    /** The content of an element. */
    Text of(Element element) {
        return text(element.clone());
    }

    /** What is asked: the body without the interaction, and the prompt of the interaction. */
    Text around(Element body, Element interaction) {
        Element copy = body.clone();
        copy.getAllElements().stream()
                .filter(element -> !element.equals(copy) && QtiXml.name(element).endsWith("Interaction"))
                .forEach(QtiTexts::removeWithWhatHeldIt);
        Optional<Element> prompt = QtiXml.children(interaction, "prompt").findFirst();
        prompt.ifPresent(found -> copy.appendElement("p").html(found.html()));
        return text(copy);
    }

    private static void removeWithWhatHeldIt(Element interaction) {
        Element parent = interaction.parent();
        interaction.remove();
        while (parent != null && parent.parent() != null && parent.childrenSize() == 0 && !parent.hasText()) {
            Element above = parent.parent();
            parent.remove();
            parent = above;
        }
    }

    /** The body with [[1]], [[2]] in the places of these elements. */
    Text withGaps(Element body, List<Element> gaps) {
        List<Element> originals = body.getAllElements();
        Element copy = body.clone();
        List<Element> copies = copy.getAllElements();
        for (int i = 0; i < gaps.size(); i++) {
            Element gap = copies.get(originals.indexOf(gaps.get(i)));
            gap.replaceWith(new TextNode("[[" + (i + 1) + "]]"));
        }
        return text(copy);
    }

    private Text text(Element element) {
        element.getAllElements().stream()
                .filter(each -> QtiXml.name(each).equals("rubricBlock")
                        || QtiXml.name(each).equals("feedbackInline")
                        || QtiXml.name(each).equals("feedbackBlock")
                        || QtiXml.name(each).equals("modalFeedback"))
                .forEach(Element::remove);
        element.select("div." + WRAPPING).unwrap();
        element.select("annotation[encoding=" + TYPED + "]").forEach(annotation -> {
            Element math = annotation.closest("math");
            if (math != null) {
                math.replaceWith(new TextNode("`" + annotation.wholeText() + "`"));
            }
        });
        element.getAllElements()
                .forEach(each ->
                        each.tagName(each.tagName().substring(each.tagName().indexOf(':') + 1)));
        element.select("object[data], img[src]").forEach(this::embed);
        return Text.of(element.html());
    }

    /** The picture of an interaction, measured as the item measures it. */
    Optional<Picture> picture(Element interaction) {
        return interaction.getAllElements().stream()
                .filter(child -> PICTURES.contains(QtiXml.name(child)))
                .findFirst()
                .flatMap(this::pictured);
    }

    private Optional<Picture> pictured(Element element) {
        String path = path(element);
        String words = alternative(element).isEmpty() ? "The picture of the question" : alternative(element);
        Optional<Picture> found = path.startsWith("data:")
                ? Picture.ofSource(path, words)
                : content(path).flatMap(content -> Picture.of(content, words));
        return found.map(picture -> SIZE.matcher(element.attr("width")).matches()
                        && SIZE.matcher(element.attr("height")).matches()
                ? picture.measured(Integer.parseInt(element.attr("width")), Integer.parseInt(element.attr("height")))
                : picture);
    }

    private static String path(Element picture) {
        return QtiXml.name(picture).equals("object") ? picture.attr("data") : picture.attr("src");
    }

    private static String alternative(Element picture) {
        return (QtiXml.name(picture).equals("object") ? picture.text() : picture.attr("alt")).strip();
    }

    private void embed(Element picture) {
        String path = path(picture);
        if (path.startsWith("data:")) {
            return;
        }
        String alternative = alternative(picture);
        Element embedded = new Element("img").attr("alt", alternative);
        content(path)
                .ifPresent(content -> embedded.attr(
                        "src",
                        "data:image/" + type(path) + ";base64,"
                                + Base64.getEncoder().encodeToString(content)));
        picture.replaceWith(embedded);
    }

    private Optional<byte[]> content(String path) {
        if (path.contains("://") || type(path).isEmpty()) {
            return Optional.empty();
        }
        return archive.bytes(PackedFiles.resolve(file, path)).filter(content -> content.length <= Picture.LARGEST);
    }

    private static String type(String path) {
        String end = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return switch (end) {
            case "png", "gif", "jpeg" -> end;
            case "jpg" -> "jpeg";
            default -> "";
        };
    }
}
