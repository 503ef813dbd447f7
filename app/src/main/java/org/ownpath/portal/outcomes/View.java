package org.ownpath.portal.outcomes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.insight.Span;
import org.ownpath.portal.Dates;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What a page of outcomes is about, and the addresses of the others about the same.
 *
 * @param subject empty for all subjects together
 * @param error what was wrong with what was asked for
 */
public record View(
        Span span, Optional<String> subject, List<String> subjects, Optional<String> error, boolean wholeDistrict) {

    /** Keeps its own copy of the subjects. */
    public View {
        subjects = List.copyOf(subjects);
    }

    /** "Mathematics" or "all subjects". */
    public String subjectWords() {
        return subject.orElse("all subjects");
    }

    /** The first day, "24 November 2026". */
    public String sinceWords() {
        return Dates.words(span.start());
    }

    /** The address of a page about the same span and subject; further parameters follow by name and
     * value.  */
    public String href(String path, String... more) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path).queryParam("since", span.from());
        span.asOf().earlier().ifPresent(moment -> address.queryParam("asof", span.today()));
        Map<String, Object> values = new HashMap<>();
        subject.ifPresent(s -> values.put("subject", s));
        for (int i = 0; i < more.length; i += 2) {
            values.put(more[i], more[i + 1]);
        }
        values.keySet().forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }

    /** Another address as of the same day. */
    public String asOf(String address) {
        String joint = address.contains("?") ? "&" : "?";
        return span.asOf().earlier().isEmpty() ? address : address + joint + "asof=" + span.today();
    }

    View of(String onlySubject) {
        return new View(span, Optional.of(onlySubject), subjects, error, wholeDistrict);
    }
}
