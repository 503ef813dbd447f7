package org.ownpath.exchange.lti.platforms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.TaskDraft;
import org.ownpath.assessment.Tasks;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.TaskId;
import org.springframework.stereotype.Component;

/** What of Ownpath a link may open, as the standard says it (Deep Linking 2.0): with a line for its grade. */
@Component
class ContentItems {

    private final Frameworks frameworks;
    private final Tasks tasks;
    private final LtiAddress address;

    ContentItems(Frameworks frameworks, Tasks tasks, LtiAddress address) {
        this.frameworks = frameworks;
        this.tasks = tasks;
        this.address = address;
    }

    /** Each of them; what is not offered to students is left out. */
    List<Map<String, Object>> of(List<Linked> picked) {
        return picked.stream().flatMap(linked -> item(linked).stream()).toList();
    }

    private Optional<Map<String, Object>> item(Linked linked) {
        return linked.fold(new Linked.Cases<>(
                        () -> Optional.of(titled("My path", "What comes next in every subject")),
                        this::item,
                        this::item))
                .map(item -> {
                    item.put("type", "ltiResourceLink");
                    item.put("url", address.of(linked.path()));
                    return item;
                });
    }

    private Optional<Map<String, Object>> item(CompetencyId id) {
        Curriculum curriculum = frameworks.curriculum();
        return curriculum
                .competency(id)
                .map(competency -> graded(
                        titled(competency.title(), competency.statement()),
                        id.toString(),
                        curriculum.scaleOf(competency).highest()));
    }

    private Optional<Map<String, Object>> item(TaskId id) {
        return tasks.offered(id).map(Task::content).map(task -> item(id, task));
    }

    private static Map<String, Object> item(TaskId id, TaskDraft task) {
        return graded(
                titled(task.title(), task.form().words()),
                id.toString(),
                task.rubric().most());
    }

    private static Map<String, Object> titled(String title, String text) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("title", title);
        item.put("text", text);
        return item;
    }

    private static Map<String, Object> graded(Map<String, Object> item, String resource, double most) {
        item.put("lineItem", Map.of("label", item.get("title"), "scoreMaximum", most, "resourceId", resource));
        return item;
    }
}
