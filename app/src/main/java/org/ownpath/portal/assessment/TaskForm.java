package org.ownpath.portal.assessment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ownpath.assessment.Criterion;
import org.ownpath.assessment.Rubric;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.TaskDraft;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Scale;
import org.ownpath.portal.Fields;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.TaskId;
import org.springframework.util.MultiValueMap;

/**
 * A task while it is being written, with everything as it was typed.
 *
 * @param edition the edition that is being changed; 0 for a new task
 * @param attached files for the student to use
 * @param slots places for criteria; those left blank are no criteria
 */
public record TaskForm(
        String id,
        int edition,
        Typed typed,
        List<Artifacts.Artifact> attached,
        List<Competency> competencies,
        List<Slot> slots) {

    private static final int SPARE = 2;
    private static final int MOST = 9;

    /** The texts. */
    public record Typed(String title, String instructions, String parts, String resources, String form, String depth) {}

    /** A place for a criterion. */
    public record Slot(int number, String name, Set<String> competencies, List<Criterion.Level> levels) {

        /** The name of one of its fields. */
        public String field(String part) {
            return "c" + number + "." + part;
        }

        boolean blank() {
            return name.isBlank()
                    && levels.stream().allMatch(level -> level.words().isBlank());
        }
    }

    /** A new task about these: a criterion for each, in the words of the framework, to be adapted. */
    static TaskForm about(List<Competency> competencies, Curriculum curriculum) {
        Typed nothing = new Typed("", "", "", "", Form.PERFORMANCE_TASK.code(), Depth.APPLY.code());
        return new TaskForm(
                TaskId.next().toString(),
                0,
                nothing,
                List.of(),
                competencies,
                slots(Rubric.of(competencies, curriculum), competencies, curriculum));
    }

    static TaskForm of(Task task, Curriculum curriculum, List<Artifacts.Artifact> attached) {
        TaskDraft content = task.content();
        List<Competency> competencies = curriculum.all(content.rubric().competencies());
        Typed typed = new Typed(
                content.title(),
                content.instructions(),
                String.join("\n", content.parts()),
                content.resources(),
                content.form().code(),
                content.depth().code());
        return new TaskForm(
                task.id().toString(),
                task.edition(),
                typed,
                attached,
                competencies,
                slots(content.rubric(), competencies, curriculum));
    }

    static TaskForm of(MultiValueMap<String, String> fields, Curriculum curriculum, List<Artifacts.Artifact> attached) {
        List<Competency> competencies = chosen(fields, curriculum);
        Typed typed = new Typed(
                Fields.text(fields, "title"),
                Fields.text(fields, "instructions"),
                Fields.text(fields, "parts"),
                Fields.text(fields, "resources"),
                Fields.text(fields, "form"),
                Fields.text(fields, "depth"));
        String edition = Fields.text(fields, "edition");
        return new TaskForm(
                Fields.text(fields, "id"),
                edition.matches("\\d{1,6}") ? Integer.parseInt(edition) : 0,
                typed,
                attached,
                competencies,
                IntStream.rangeClosed(1, MOST)
                        .filter(number -> fields.containsKey("c" + number + ".name"))
                        .mapToObj(number -> slot(number, fields, competencies, curriculum))
                        .toList());
    }

    static List<Competency> chosen(MultiValueMap<String, String> fields, Curriculum curriculum) {
        return fields.getOrDefault("competency", List.of()).stream()
                .distinct()
                .flatMap(text -> Fields.id(text, CompetencyId::of).stream())
                .flatMap(id -> curriculum.competency(id).stream())
                .toList();
    }

    /** What the form says; problems gets what it does not say. */
    Optional<TaskDraft> draft(List<String> problems) {
        Optional<Form> form = Form.ofCode(typed.form());
        Optional<Depth> depth = Depth.ofCode(typed.depth());
        if (form.isEmpty() || depth.isEmpty()) {
            problems.add("Form or depth is missing. Choose one of those shown.");
            return Optional.empty();
        }
        List<Criterion> criteria = new ArrayList<>();
        for (Slot slot : slots) {
            if (!slot.blank()) {
                List<CompetencyId> shown = competencies.stream()
                        .map(Competency::id)
                        .filter(id -> slot.competencies().contains(id.toString()))
                        .toList();
                criteria.add(new Criterion(criteria.size() + 1, slot.name().strip(), shown, slot.levels()));
            }
        }
        return Optional.of(new TaskDraft(
                typed.title(),
                typed.instructions(),
                typed.parts().lines().toList(),
                typed.resources(),
                attached.stream().map(Artifacts.Artifact::hash).toList(),
                form.get(),
                depth.get(),
                new Rubric(criteria)));
    }

    private static List<Slot> slots(Rubric rubric, List<Competency> competencies, Curriculum curriculum) {
        List<Slot> slots = new ArrayList<>();
        for (Criterion criterion : rubric.criteria()) {
            Set<String> shown = criterion.competencies().stream()
                    .map(CompetencyId::toString)
                    .collect(java.util.stream.Collectors.toSet());
            slots.add(new Slot(slots.size() + 1, criterion.name(), shown, criterion.levels()));
        }
        List<Criterion.Level> blank = Rubric.levels(scale(competencies, curriculum), List.of());
        for (int spare = 0; spare < SPARE && slots.size() < MOST; spare++) {
            slots.add(new Slot(slots.size() + 1, "", Set.of(), blank));
        }
        return slots;
    }

    private static Slot slot(
            int number, MultiValueMap<String, String> fields, List<Competency> competencies, Curriculum curriculum) {
        String prefix = "c" + number + ".";
        Set<String> shown = Set.copyOf(fields.getOrDefault(prefix + "competency", List.of()));
        Scale scale = scale(
                competencies.stream()
                        .sorted(java.util.Comparator.comparing(c -> !shown.contains(c.id().toString())))
                        .toList(),
                curriculum);
        List<String> words = IntStream.range(0, scale.levels().size())
                .mapToObj(level -> Fields.text(fields, prefix + level).strip())
                .toList();
        return new Slot(number, Fields.text(fields, prefix + "name"), shown, Rubric.levels(scale, words));
    }

    private static Scale scale(List<Competency> competencies, Curriculum curriculum) {
        return competencies.stream().findFirst().map(curriculum::scaleOf).orElse(Scale.FOUR_POINT);
    }
}
