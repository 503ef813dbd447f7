package org.ownpath.portal.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.pathway.Activity;
import org.ownpath.pathway.ActivityKind;
import org.ownpath.portal.Fields;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The form that describes an activity.
 *
 * @param fresh whether it is not in the catalogue yet
 */
public record ActivityForm(
        ActivityId id,
        boolean fresh,
        Curriculum curriculum,
        MultiValueMap<String, String> fields,
        List<String> problems) {

    static ActivityForm of(Activity activity, Curriculum curriculum) {
        Activity.Described described = activity.described();
        Activity.Held held = described.held();
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("kind", described.kind().code());
        fields.set("title", described.title());
        fields.set("about", described.about());
        fields.set("provider", described.provider());
        fields.set("where", held.inSchool() ? "in" : "out");
        fields.set("place", held.place());
        fields.set("meets", held.meets());
        fields.set("first", held.firstDay().map(LocalDate::toString).orElse(""));
        fields.set("last", held.lastDay().map(LocalDate::toString).orElse(""));
        fields.set("link", described.link().orElse(""));
        fields.set("tags", String.join(", ", described.tags()));
        described.competencies().forEach(c -> fields.add("competency", c.toString()));
        return new ActivityForm(activity.id(), false, curriculum, fields, List.of());
    }

    /** What was written in a field. */
    public String text(String field) {
        return Fields.stripped(fields, field);
    }

    /** The competencies to choose from, by subject. */
    public Map<String, List<Competency>> bySubject() {
        Map<String, List<Competency>> bySubject = new LinkedHashMap<>();
        curriculum.subjects().forEach(subject -> bySubject.put(subject, curriculum.ofSubject(subject)));
        return bySubject;
    }

    /** Those that were chosen. */
    public List<Competency> chosen() {
        List<String> ids = fields.getOrDefault("competency", List.of());
        return curriculum.inUse().stream()
                .filter(c -> ids.contains(c.id().toString()))
                .toList();
    }

    /** What is described; empty when the kind or a day cannot be read. */
    Optional<Activity.Described> described() {
        try {
            Activity.Held held = new Activity.Held(
                    text("where").equals("in"), text("place"), text("meets"), day("first"), day("last"));
            List<CompetencyId> competencies =
                    chosen().stream().map(Competency::id).toList();
            return ActivityKind.ofCode(text("kind"))
                    .map(kind -> new Activity.Described(
                            kind,
                            text("title"),
                            text("about"),
                            text("provider"),
                            held,
                            Optional.of(text("link")).filter(link -> !link.isEmpty()),
                            competencies,
                            tags()));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Optional<LocalDate> day(String field) {
        return Optional.of(text(field)).filter(text -> !text.isEmpty()).map(LocalDate::parse);
    }

    private List<String> tags() {
        return Arrays.stream(text("tags").split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    ActivityForm with(List<String> found) {
        return new ActivityForm(id, fresh, curriculum, fields, found);
    }
}
