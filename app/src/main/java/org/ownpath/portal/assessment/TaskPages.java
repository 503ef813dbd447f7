package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Exemplars;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.Tasks;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Fields;
import org.ownpath.portal.Names;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Roster;
import org.ownpath.shared.TaskId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The library of tasks: finding one, sharing it, making another from it. */
@Controller
public class TaskPages {

    private final Tasks tasks;
    private final Exemplars exemplars;
    private final Artifacts artifacts;
    private final Frameworks frameworks;
    private final Roster roster;

    TaskPages(Tasks tasks, Exemplars exemplars, Artifacts artifacts, Frameworks frameworks, Roster roster) {
        this.tasks = tasks;
        this.exemplars = exemplars;
        this.artifacts = artifacts;
        this.frameworks = frameworks;
        this.roster = roster;
    }

    /** A task as the library lists it. */
    public record Entry(Task task, String owner, boolean own, List<Competency> competencies) {

        /** The subjects that it gives evidence in. */
        public String subjects() {
            return competencies.stream().map(Competency::subject).distinct().collect(Collectors.joining(", "));
        }
    }

    @Allows(Permission.MAKE_TASKS)
    @GetMapping("/tasks")
    String library(
            @AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String subject, Model model) {
        List<Entry> all = entries(viewer, tasks.library(viewer));
        model.addAttribute(
                "entries",
                all.stream()
                        .filter(entry -> subject.isEmpty()
                                || entry.competencies().stream()
                                        .anyMatch(c -> c.subject().equals(subject)))
                        .toList());
        model.addAttribute("subject", subject);
        model.addAttribute("subjects", frameworks.curriculum().subjects());
        return "portal/assessment/library";
    }

    @Allows(Permission.MAKE_TASKS)
    @GetMapping("/tasks/{task}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable TaskId task, Model model) {
        Task found = found(viewer, task);
        model.addAttribute("entry", entries(viewer, List.of(found)).get(0));
        model.addAttribute("parallels", tasks.parallels(viewer, found));
        model.addAttribute("exemplars", exemplars.of(task));
        model.addAttribute("files", artifacts.of(found.content().files()));
        if (!model.containsAttribute("typed")) {
            model.addAttribute("typed", new Exemplars.Exemplar(Exemplars.next(), "", "", "", false));
        }
        if (!model.containsAttribute("problems")) {
            model.addAttribute("problems", List.of());
        }
        return "portal/assessment/task";
    }

    @Allows(Permission.MAKE_TASKS)
    @PostMapping("/tasks/{task}/exemplars")
    String keepExemplar(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable TaskId task,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        found(viewer, task);
        Exemplars.Exemplar typed = new Exemplars.Exemplar(
                Fields.id(Fields.text(fields, "id"), UUID::fromString).orElseGet(Exemplars::next),
                Fields.text(fields, "level"),
                Fields.text(fields, "body"),
                Fields.text(fields, "why"),
                fields.containsKey("students"));
        Reply reply = exemplars.keep(viewer, task, typed);
        if (reply instanceof Reply.Refused refused) {
            response.setStatus(422);
            model.addAttribute("typed", typed);
            model.addAttribute("problems", refused.reasons());
            return show(viewer, task, model);
        }
        flash.addFlashAttribute("notice", "Kept as an exemplar.");
        return "redirect:/tasks/" + task;
    }

    @Allows(Permission.CHANGE_TASKS)
    @PostMapping("/tasks/{task}/sharing")
    String share(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable TaskId task,
            @RequestParam(defaultValue = "false") boolean shared,
            RedirectAttributes flash) {
        found(viewer, task);
        tasks.share(viewer, task, shared);
        flash.addFlashAttribute("notice", shared ? "Shared: students can choose it now." : "It is yours alone again.");
        return "redirect:/tasks/" + task;
    }

    @Allows(Permission.MAKE_TASKS)
    @PostMapping("/tasks/{task}/copies")
    String copy(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable TaskId task,
            @RequestParam(defaultValue = "false") boolean parallel,
            RedirectAttributes flash) {
        TaskId copy = tasks.copy(viewer, found(viewer, task), parallel ? Tasks.Copy.PARALLEL : Tasks.Copy.CLONE);
        flash.addFlashAttribute("notice", "This one is yours. Adapt it, then share it.");
        return "redirect:/tasks/" + copy + "/editions";
    }

    @Allows(Permission.CHANGE_TASKS)
    @PostMapping("/tasks/{task}/retirement")
    String retire(@AuthenticationPrincipal Viewer viewer, @PathVariable TaskId task, RedirectAttributes flash) {
        found(viewer, task);
        tasks.retire(viewer, task);
        flash.addFlashAttribute("notice", "It is out of use. What was shown with it stays.");
        return "redirect:/tasks";
    }

    private Task found(Viewer viewer, TaskId id) {
        return found(tasks, viewer, id);
    }

    /** The task of an address, if the viewer may see it. */
    static Task found(Tasks tasks, Viewer viewer, TaskId id) {
        return tasks.task(viewer, id)
                .orElseThrow(() -> new NotFound("This task is not in the library here. Look among those that are."));
    }

    private List<Entry> entries(Viewer viewer, List<Task> found) {
        Names names = Names.of(roster, found.stream().map(Task::owner).collect(Collectors.toSet()));
        Curriculum curriculum = frameworks.curriculum();
        return found.stream()
                .map(task -> new Entry(
                        task,
                        names.of(task.owner()),
                        tasks.owns(viewer, task),
                        curriculum.all(task.content().rubric().competencies())))
                .toList();
    }
}
