package org.ownpath.assessment.items.question;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.safety.Safelist;

/** HTML of texts: what is let through, and how typed mathematics and gaps become what is shown. */
final class Markup {

    /** Stands for the beginning of a gap; taken out of whatever is typed, so that it can only be ours. */
    static final char GAP_BEGINS = '\uE000';

    /** Stands for the end of a gap. */
    static final char GAP_ENDS = '\uE001';

    private static final Pattern RESERVED = Pattern.compile("[\uE000\uE001]");
    private static final Pattern TYPED_MATHEMATICS = Pattern.compile("`([^`]{1,400})`|\\$\\$(.{1,400}?)\\$\\$");
    private static final Pattern GAP = Pattern.compile("\\[\\[(\\d{1,3})]]");
    private static final Pattern PICTURE = Pattern.compile("data:image/(png|jpeg|gif);base64,[A-Za-z0-9+/=]+");
    private static final String[] MATHML = {
        "math",
        "mrow",
        "mi",
        "mn",
        "mo",
        "ms",
        "mtext",
        "mspace",
        "mfrac",
        "msup",
        "msub",
        "msubsup",
        "msqrt",
        "mroot",
        "mover",
        "munder",
        "munderover",
        "mtable",
        "mtr",
        "mtd",
        "mstyle",
        "mpadded",
        "mphantom"
    };
    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "p",
                    "br",
                    "b",
                    "strong",
                    "i",
                    "em",
                    "u",
                    "sub",
                    "sup",
                    "small",
                    "code",
                    "pre",
                    "blockquote",
                    "span")
            .addTags("div", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "img", "hr")
            .addTags(MATHML)
            .addAttributes("th", "scope")
            .addAttributes("img", "src", "alt")
            .addProtocols("img", "src", "data")
            .addAttributes("math", "alttext", "display");

    private Markup() {}

    /** Only what is allowed, as HTML. */
    static String clean(String source) {
        String typed = RESERVED.matcher(source).replaceAll("");
        Document document = document(Jsoup.clean(
                protectedMathematics(typed), "", ALLOWED, new Document.OutputSettings().prettyPrint(false)));
        document.select("img").stream()
                .filter(image -> !PICTURE.matcher(image.attr("src")).matches())
                .forEach(Element::remove);
        for (Element element : document.body().getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                attribute.setValue(attribute.getValue().replace("[[", "[ ["));
            }
        }
        return document.body().html().strip();
    }

    /** A sign of comparison between backticks is no tag. */
    private static String protectedMathematics(String typed) {
        return TYPED_MATHEMATICS
                .matcher(typed)
                .replaceAll(found -> Matcher.quoteReplacement(
                        found.group().replace("<", "&lt;").replace(">", "&gt;")));
    }

    /** Text without any tag is edited as what it says. */
    static String typed(String source) {
        return source.contains("<") ? source : Parser.unescapeEntities(source, false);
    }

    /** Mathematics becomes MathML, gaps become marks, and lines of a text without tags become paragraphs. */
    static String html(String source) {
        Document document = document(source.contains("<") ? source : source.replace("\n", "<br>"));
        for (TextNode text : List.copyOf(textNodes(document))) {
            String written = written(text.getWholeText());
            if (!written.equals(Parser.unescapeEntities(written, false)) || written.indexOf('<') >= 0) {
                text.before(written);
                text.remove();
            } else {
                text.text(written);
            }
        }
        return document.body().html();
    }

    private static String written(String text) {
        StringBuilder html = new StringBuilder();
        Matcher typed = TYPED_MATHEMATICS.matcher(text);
        int from = 0;
        while (typed.find()) {
            html.append(marked(text.substring(from, typed.start())));
            html.append(Formula.mathml(typed.group(1) == null ? typed.group(2) : typed.group(1)));
            from = typed.end();
        }
        return html.append(marked(text.substring(from))).toString();
    }

    private static String marked(String text) {
        return GAP.matcher(org.jsoup.nodes.Entities.escape(text)).replaceAll(GAP_BEGINS + "$1" + GAP_ENDS);
    }

    /** Words only. */
    static String plain(String source) {
        Document document = document(html(source));
        document.select("math")
                .forEach(math -> math.replaceWith(
                        new TextNode(math.attr("alttext").isEmpty() ? math.text() : math.attr("alttext"))));
        document.select("img").forEach(image -> image.replaceWith(new TextNode(image.attr("alt"))));
        return document.text()
                .replaceAll(GAP_BEGINS + "(\\d{1,3})" + GAP_ENDS, "[[$1]]")
                .strip();
    }

    private static List<TextNode> textNodes(Document document) {
        return document.body().nodeStream(TextNode.class).toList();
    }

    private static Document document(String html) {
        Document document = Jsoup.parseBodyFragment(html);
        document.outputSettings().prettyPrint(false);
        return document;
    }
}
