package org.ownpath.portal.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ownpath.framework.Competency;
import org.ownpath.pathway.Aim;
import org.ownpath.pathway.Goal;
import org.ownpath.portal.Fields;
import org.ownpath.roster.Person;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.GradeLevel;
import org.springframework.util.MultiValueMap;

/**
 * The form of a new goal.
 *
 * @param open what does not stand mastered yet, by subject
 * @param fields as they were sent or stand at the start
 */
public record GoalForm(
        GoalId id,
        Person student,
        Map<String, List<Competency>> open,
        MultiValueMap<String, String> fields,
        List<String> problems) {

    /** The kinds of goals, with what each is called. */
    public static final Map<String, String> KINDS = kinds();

    private static final String APART = " / ";

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("competency", "One thing to master");
        kinds.put("level", "A whole level");
        kinds.put("project", "A project");
        return kinds;
    }

    /** "competency", "level" or "project". */
    public String kind() {
        String sent = text("kind");
        return KINDS.containsKey(sent) ? sent : "competency";
    }

    /** What was written in a field. */
    public String text(String field) {
        return Fields.stripped(fields, field);
    }

    /** A level of a subject to choose, with how a form names it. */
    public record LevelChoice(String value, String words) {}

    /** The levels at which something is left to master. */
    public List<LevelChoice> levels() {
        List<LevelChoice> choices = new ArrayList<>();
        open.forEach((subject, competencies) -> {
            Set<Integer> levels = new TreeSet<>();
            competencies.forEach(c -> c.level().ifPresent(levels::add));
            levels.forEach(level ->
                    choices.add(new LevelChoice(subject + APART + level, subject + ", " + GradeLevel.words(level))));
        });
        return choices;
    }

    /** The competencies by "Mathematics, 6th grade". */
    public Map<String, List<Competency>> byLevel() {
        Map<String, List<Competency>> groups = new LinkedHashMap<>();
        open.values().stream()
                .flatMap(List::stream)
                .forEach(c -> groups.computeIfAbsent(
                                c.subject()
                                        + (c.level().isPresent()
                                                ? ", "
                                                        + GradeLevel.words(
                                                                c.level().getAsInt())
                                                : ""),
                                first -> new ArrayList<>())
                        .add(c));
        return groups;
    }

    /** Those that were chosen. */
    public List<Competency> chosen() {
        List<String> ids = fields.getOrDefault("competency", List.of());
        return open.values().stream()
                .flatMap(List::stream)
                .filter(c -> ids.contains(c.id().toString()))
                .toList();
    }

    /** What is wished; empty when a day cannot be read. */
    Optional<Goal.Wish> wish() {
        try {
            return Optional.of(
                    new Goal.Wish(aim(), text("reason"), LocalDate.parse(text("by")), LocalDate.parse(text("review"))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private Aim aim() {
        List<CompetencyId> chosen = chosen().stream().map(Competency::id).toList();
        if (kind().equals("level")) {
            String[] parts = text("level").split(APART);
            int level = parts.length == 2 ? GradeLevel.read(parts[1]).orElse(-1) : -1;
            return new Aim.WholeLevel(parts[0], level);
        }
        return kind().equals("project") || chosen.size() != 1
                ? new Aim.Project(text("title"), chosen)
                : new Aim.OneCompetency(chosen.get(0));
    }

    GoalForm with(List<String> found) {
        return new GoalForm(id, student, open, fields, found);
    }
}
