package org.ownpath.portal.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.pathway.Activity;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What of the catalogue is to be shown.
 *
 * @param q words that are in it; blank for any
 * @param kind the code of a kind; blank for all
 * @param subject blank for all
 * @param where "in" or "out" of school; blank for both
 * @param state "unvetted" or "link" for what the school has to look at; blank for all
 */
public record CatalogueFilter(String q, String kind, String subject, String where, String state) {

    /** The address of what is shown, of another kind. */
    public String ofKind(String other) {
        return new CatalogueFilter(q, other, subject, where, state).address();
    }

    /** The address of what is shown, from the activity with this number on. */
    public String from(int first) {
        return address() + (address().contains("?") ? "&" : "?") + "from=" + first;
    }

    private String address() {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/activities");
        Map<String, String> chosen = new LinkedHashMap<>();
        chosen.put("q", q);
        chosen.put("kind", kind);
        chosen.put("subject", subject);
        chosen.put("where", where);
        chosen.put("state", state);
        chosen.values().removeIf(String::isBlank);
        chosen.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(chosen).toUriString();
    }

    /** Whether more than a kind is chosen. */
    public boolean narrowed() {
        return !(q + subject + where + state).isBlank();
    }

    boolean keeps(Activity activity, Curriculum curriculum) {
        Activity.Described d = activity.described();
        List<Competency> competencies = curriculum.all(d.competencies());
        boolean ofSubject = subject.isBlank()
                || competencies.stream().anyMatch(c -> c.subject().equals(subject));
        boolean placed = where.isBlank() || d.held().inSchool() == where.equals("in");
        boolean stated = switch (state) {
            case "unvetted" -> !activity.vetted();
            case "link" -> activity.linkMissing();
            default -> true;
        };
        return ofSubject
                && placed
                && stated
                && (kind.isBlank() || d.kind().code().equals(kind))
                && says(d, competencies);
    }

    private boolean says(Activity.Described d, List<Competency> competencies) {
        String sought = q.strip().toLowerCase(Locale.ROOT);
        return sought.isEmpty()
                || Stream.concat(
                                Stream.concat(Stream.of(d.title(), d.about(), d.provider()), d.tags().stream()),
                                competencies.stream().map(Competency::title))
                        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(sought));
    }
}
