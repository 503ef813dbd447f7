package org.ownpath.exchange.oneroster.rest;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SchoolTime;
import org.ownpath.engine.State;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Standing;
import org.ownpath.roster.RosterSources.SourcedClass;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;

/**
 * The gradebook of one class: a line item for each competency that anybody in it has shown, a result for each student who
 * has. What each says is written down in docs/oneroster.md.
 */
final class ClassGradebook {

    private final SourcedClass group;
    private final Curriculum curriculum;
    private final Map<StudentId, String> students;
    private final Map<CompetencyId, List<Standing>> shown;

    ClassGradebook(
            SourcedClass group, Curriculum curriculum, Map<StudentId, String> students, List<Standing> standings) {
        this.group = group;
        this.curriculum = curriculum;
        this.students = students;
        this.shown = standings.stream()
                .filter(standing ->
                        standing.value().isPresent() && standing.lastShownAt().isPresent())
                .collect(Collectors.groupingBy(Standing::competency));
    }

    /** All of it, in the order in which a system can take it. */
    List<GradebookRow> rows() {
        List<Competency> competencies = curriculum.all(shown.keySet()).stream()
                .filter(competency ->
                        group.subjects().isEmpty() || group.subjects().contains(competency.subject()))
                .sorted(Comparator.comparing(Competency::subject).thenComparing(Competency::position))
                .toList();
        List<GradebookRow> rows = new ArrayList<>();
        if (competencies.isEmpty()) {
            return rows;
        }
        rows.add(category());
        Map<String, GradebookRow> scales = new TreeMap<>();
        competencies.forEach(competency -> scales.computeIfAbsent(
                scaleId(curriculum.scaleOf(competency)), id -> scale(id, curriculum.scaleOf(competency))));
        rows.addAll(scales.values());
        competencies.forEach(competency -> rows.add(lineItem(competency)));
        competencies.forEach(competency -> rows.addAll(results(competency)));
        return rows;
    }

    private GradebookRow category() {
        String id = named("category");
        Map<String, Object> json = begun(id);
        json.put("title", "Mastery");
        return new GradebookRow("categories", id, "Mastery", Optional.empty(), newest(), json);
    }

    private GradebookRow scale(String id, Scale scale) {
        Map<String, Object> json = begun(id);
        json.put("title", scale.name());
        json.put("type", "mastery");
        json.put("class", reference("class", group.key()));
        json.put(
                "scoreScaleValue",
                scale.levels().stream()
                        .map(level -> Map.of("itemValueLHS", level.symbol(), "itemValueRHS", level.name()))
                        .toList());
        return new GradebookRow("scoreScales", id, scale.name(), Optional.empty(), newest(), json);
    }

    private GradebookRow lineItem(Competency competency) {
        Scale scale = curriculum.scaleOf(competency);
        String id = lineItemId(competency);
        String day = SchoolTime.day(lastShown(competency)).toString();
        Map<String, Object> json = begun(id);
        json.put("title", competency.title());
        json.put("description", competency.statement());
        json.put("assignDate", day);
        json.put("dueDate", day);
        json.put("class", reference("class", group.key()));
        group.schoolKey().ifPresent(school -> json.put("school", reference("org", school)));
        json.put("category", reference("category", named("category")));
        json.put("scoreScale", reference("scoreScale", scaleId(scale)));
        json.put("resultValueMin", scale.lowest());
        json.put("resultValueMax", scale.highest());
        return new GradebookRow(
                "lineItems",
                id,
                competency.title() + ", " + group.name(),
                Optional.empty(),
                lastShown(competency),
                json);
    }

    private List<GradebookRow> results(Competency competency) {
        return shown.getOrDefault(competency.id(), List.of()).stream()
                .filter(standing -> students.containsKey(standing.student()))
                .map(standing -> result(competency, standing))
                .sorted(Comparator.comparing(GradebookRow::sourcedId))
                .toList();
    }

    private GradebookRow result(Competency competency, Standing standing) {
        String student = String.valueOf(students.get(standing.student()));
        String id = named("result", lineItemId(competency), student);
        boolean mastered = standing.state() == State.MASTERED || standing.state() == State.NEEDS_REFRESH;
        Map<String, Object> json = begun(id);
        json.put("lineItem", reference("lineItem", lineItemId(competency)));
        json.put("student", reference("user", student));
        json.put("class", reference("class", group.key()));
        json.put("scoreScale", reference("scoreScale", scaleId(curriculum.scaleOf(competency))));
        json.put("scoreStatus", mastered ? "fully graded" : "partially graded");
        json.put("score", Math.round(standing.value().orElse(0) * 100) / 100.0);
        json.put("textScore", words(standing.state()));
        json.put(
                "scoreDate",
                SchoolTime.day(standing.lastShownAt().orElse(Instant.EPOCH)).toString());
        json.put("inProgress", String.valueOf(!mastered));
        return new GradebookRow(
                "results",
                id,
                competency.title() + ", " + group.name(),
                Optional.of(standing.student()),
                standing.lastShownAt().orElse(Instant.EPOCH),
                json);
    }

    private static String words(State state) {
        return switch (state) {
            case MASTERED -> "Mastered";
            case NEEDS_REFRESH -> "Mastered, to be refreshed";
            case NOT_YET -> "Not yet";
            default -> "Too little shown yet";
        };
    }

    private Instant newest() {
        return curriculum.all(shown.keySet()).stream()
                .map(this::lastShown)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private Instant lastShown(Competency competency) {
        return shown.getOrDefault(competency.id(), List.of()).stream()
                .flatMap(standing -> standing.lastShownAt().stream())
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    private static Map<String, Object> begun(String id) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("sourcedId", id);
        json.put("status", "active");
        return json;
    }

    private String lineItemId(Competency competency) {
        return named("lineItem", group.key(), competency.id().toString());
    }

    private String scaleId(Scale scale) {
        return named("scale", group.key(), scale.name());
    }

    private static Map<String, Object> reference(String type, String id) {
        Map<String, Object> reference = new LinkedHashMap<>();
        reference.put("sourcedId", id);
        reference.put("type", type);
        return reference;
    }

    /** The same for ever, so that a second sending changes what the first made and adds nothing. */
    private static String named(String... names) {
        String all = DistrictScope.require() + "|" + String.join("|", names);
        return UUID.nameUUIDFromBytes(all.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
