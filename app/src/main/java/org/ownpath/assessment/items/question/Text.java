package org.ownpath.assessment.items.question;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text of a question: plain words or a little HTML, with mathematics between backticks. Whatever could run, load or
 * disguise something is taken out when a text is made, so that no text that exists can harm whoever reads it.
 *
 * @param source clean HTML; mathematics is still as it was typed
 */
public record Text(@JsonValue String source) {

    private static final Pattern GAP = Pattern.compile("\\[\\[(\\d{1,3})]]");
    private static final Pattern MARKED = Pattern.compile(Markup.GAP_BEGINS + "(\\d{1,3})" + Markup.GAP_ENDS);

    /** Cleans the source. */
    @JsonCreator
    public Text {
        source = Markup.clean(source);
    }

    /** The text that somebody typed. */
    public static Text of(String typed) {
        return new Text(typed);
    }

    /** As it was typed, to be edited again. */
    public String typed() {
        return Markup.typed(source);
    }

    /** To be shown: safe HTML, mathematics as MathML, gaps left out. */
    public String html() {
        return MARKED.matcher(Markup.html(source)).replaceAll("");
    }

    /** Words only, mathematics as it is read aloud: for lists to pick from and for summaries. */
    public String plain() {
        return GAP.matcher(Markup.plain(source)).replaceAll("___");
    }

    /** The numbers of the gaps, [[1]] and so on, as they occur. */
    public List<Integer> gaps() {
        List<Integer> gaps = new ArrayList<>();
        around(number -> {
            gaps.add(number);
            return new Sheet.Reading("");
        });
        return gaps;
    }

    /** The text in pieces, with something in the place of each gap. */
    List<Sheet.Part> around(IntFunction<Sheet.Part> gap) {
        String html = Markup.html(source);
        List<Sheet.Part> parts = new ArrayList<>();
        Matcher gaps = MARKED.matcher(html);
        int from = 0;
        while (gaps.find()) {
            parts.add(new Sheet.Reading(html.substring(from, gaps.start())));
            parts.add(gap.apply(Integer.parseInt(gaps.group(1))));
            from = gaps.end();
        }
        parts.add(new Sheet.Reading(html.substring(from)));
        return parts;
    }

    void check(List<String> problems) {
        if (source.isBlank()) {
            problems.add("There is no question. Write what is asked.");
        }
    }
}
