package org.ownpath.exchange.badges;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/** A badge's picture (SVG) with the credential inside, as Open Badges 3.0 bakes it. */
final class BakedPicture {

    private static final String ELEMENT = "openbadges:credential";

    private BakedPicture() {}

    /** The credential that is inside a picture; whatever is no such picture is given back as it is. */
    static String opened(String text) {
        if (!text.startsWith("<")) {
            return text;
        }
        Document picture = Jsoup.parse(text, Parser.xmlParser());
        Element baked = picture.getElementsByTag(ELEMENT).first();
        if (baked == null) {
            return text;
        }
        return baked.attr("verify").isBlank()
                ? baked.wholeText().strip()
                : baked.attr("verify").strip();
    }

    /** The picture with a credential inside. */
    static String baked(String svg, String credential) {
        String inside = "<" + ELEMENT + "><![CDATA[" + credential + "]]></" + ELEMENT + ">";
        int afterTag = svg.indexOf('>') + 1;
        return svg.substring(0, afterTag - 1)
                + " xmlns:openbadges=\"https://purl.imsglobal.org/ob/v3p0\">"
                + inside
                + svg.substring(afterTag);
    }
}
