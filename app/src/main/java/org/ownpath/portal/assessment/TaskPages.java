package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Exemplars;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.TaskDraft;
import org.ownpath.assessment.Tasks;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
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

/** The library of tasks: finding one, writing one, sharing it, making another from it. */
@Controller
public class TaskPages {

    private final Access access;
    private final Tasks tasks;
    private final Exemplars exemplars;
    private final Frameworks frameworks;
    private final Roster roster;

    TaskPages(Access access, Tasks tasks, Exemplars exemplars, Frameworks frameworks, Roster roster) {
        this.access = access;
        this.tasks = tasks;
        this.exemplars = exemplars;
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
    @GetMapping("/tasks/new")
    String open(
            @AuthenticationPrincipal Viewer viewer, @RequestParam MultiValueMap<String, String> fields, Model model) {
        access.requireStaff(viewer);
        Curriculum curriculum = frameworks.curriculum();
        List<Competency> chosen = TaskForm.chosen(fields, curriculum);
        if (chosen.isEmpty()) {
            Map<String, List<Competency>> bySubject = new LinkedHashMap<>();
            curriculum.subjects().forEach(subject -> bySubject.put(subject, curriculum.ofSubject(subject)));
            model.addAttribute("bySubject", bySubject);
            return "portal/assessment/task-about";
        }
        return form(TaskForm.about(chosen, curriculum), List.of(), model);
    }

    @Allows(Permission.MAKE_TASKS)
    @PostMapping("/tasks")
    String make(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.requireStaff(viewer);
        TaskForm form = TaskForm.of(fields, frameworks.curriculum());
        Optional<TaskId> id = AskForm.read(form.id(), TaskId::of);
        List<String> problems = new ArrayList<>();
        if (id.isEmpty()) {
            problems.add("The form lost its number on the way. Open it anew.");
        }
        Optional<TaskDraft> draft = form.draft(problems);
        if (draft.isPresent() && id.isPresent()) {
            problems.addAll(tasks.make(viewer, id.get(), draft.get()).reasons());
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(form, problems, model);
        }
        flash.addFlashAttribute("notice", "Kept. Share it when students may choose it.");
        return "redirect:/tasks/" + form.id();
    }

    @Allows(Permission.MAKE_TASKS)
    @GetMapping("/tasks/{task}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable TaskId task, Model model) {
        Task found = found(viewer, task);
        model.addAttribute("entry", entries(viewer, List.of(found)).get(0));
        model.addAttribute("parallels", tasks.parallels(viewer, found));
        model.addAttribute("exemplars", exemplars.of(task));
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
                AskForm.read(AskForm.text(fields, "id"), UUID::fromString).orElseGet(Exemplars::next),
                AskForm.text(fields, "level"),
                AskForm.text(fields, "body"),
                AskForm.text(fields, "why"),
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
    @GetMapping("/tasks/{task}/editions")
    String change(@AuthenticationPrincipal Viewer viewer, @PathVariable TaskId task, Model model) {
        return form(TaskForm.of(own(viewer, task), frameworks.curriculum()), List.of(), model);
    }

    @Allows(Permission.CHANGE_TASKS)
    @PostMapping("/tasks/{task}/editions")
    String revise(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable TaskId task,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        own(viewer, task);
        TaskForm form = TaskForm.of(fields, frameworks.curriculum());
        List<String> problems = new ArrayList<>();
        Optional<TaskDraft> draft = form.draft(problems);
        if (draft.isPresent()) {
            Reply reply = tasks.revise(viewer, new Task.Edition(task, form.edition()), draft.get());
            problems.addAll(reply.reasons());
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(form, problems, model);
        }
        flash.addFlashAttribute("notice", "Kept as edition " + (form.edition() + 1) + ".");
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

    private String form(TaskForm form, List<String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "portal/assessment/task-form";
    }

    private Task own(Viewer viewer, TaskId id) {
        Task task = found(viewer, id);
        if (!tasks.owns(viewer, task)) {
            throw new NotAllowed("Only whoever made this task can change it. Copy it and change the copy.");
        }
        return task;
    }

    private Task found(Viewer viewer, TaskId id) {
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
