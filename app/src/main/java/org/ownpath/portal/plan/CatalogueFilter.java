package org.ownpath.portal.plan;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.pathway.Activity;

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
