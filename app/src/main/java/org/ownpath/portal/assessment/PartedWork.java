package org.ownpath.portal.assessment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Work on a task that has parts: an answer to each, kept as one text with a heading for each part.
 *
 * @param answers one for each part, in their order; blank where nothing is written yet
 * @param rest what belongs to no part
 */
public record PartedWork(List<String> parts, List<String> answers, String rest) {

    /** Finds the answers in a text that was put together of them. */
    public static PartedWork of(List<String> parts, String body) {
        List<StringBuilder> texts = new ArrayList<>();
        for (int i = 0; i <= parts.size(); i++) {
            texts.add(new StringBuilder());
        }
        int at = 0;
        for (String line : body.lines().toList()) {
            int heading = headings(parts).indexOf(line.strip());
            if (heading >= 0) {
                at = heading + 1;
            } else {
                texts.get(at).append(line).append('\n');
            }
        }
        List<String> all = texts.stream().map(text -> text.toString().strip()).toList();
        return new PartedWork(parts, all.subList(1, all.size()), all.get(0));
    }

    /** With the answers as they came, as many as there are parts. */
    static PartedWork of(List<String> parts, List<String> answers, String rest) {
        List<String> padded = new ArrayList<>(answers);
        padded.addAll(Collections.nCopies(Math.max(0, parts.size() - answers.size()), ""));
        return new PartedWork(parts, padded.subList(0, parts.size()), rest);
    }

    /** One text of all that is written. */
    String body() {
        StringBuilder body = new StringBuilder(rest.strip());
        for (int i = 0; i < parts.size(); i++) {
            if (!answers.get(i).isBlank()) {
                body.append(body.isEmpty() ? "" : "\n\n")
                        .append(headings(parts).get(i))
                        .append('\n')
                        .append(answers.get(i).strip());
            }
        }
        return body.toString();
    }

    private static List<String> headings(List<String> parts) {
        List<String> headings = new ArrayList<>();
        for (String part : parts) {
            headings.add("# " + (headings.size() + 1) + ". " + part);
        }
        return headings;
    }
}
