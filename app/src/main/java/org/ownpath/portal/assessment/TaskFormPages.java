package org.ownpath.portal.assessment;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Reply;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.TaskDraft;
import org.ownpath.assessment.Tasks;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.Fields;
import org.ownpath.portal.teacher.Attachments;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.TaskId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Writing a task and changing one, with the files that go with it. */
@Controller
class TaskFormPages {

    private final Access access;
    private final Tasks tasks;
    private final Frameworks frameworks;
    private final Attachments attachments;

    TaskFormPages(Access access, Tasks tasks, Frameworks frameworks, Attachments attachments) {
        this.access = access;
        this.tasks = tasks;
        this.frameworks = frameworks;
        this.attachments = attachments;
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
            @RequestParam(required = false, name = "file") List<MultipartFile> files,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        access.requireStaff(viewer);
        Optional<TaskId> id = Fields.id(Fields.text(fields, "id"), TaskId::of);
        PieceId number = new PieceId(id.orElseGet(TaskId::next).value());
        Attachments.Taken taken =
                attachments.take(viewer, Attachments.Sent.of(number, files, fields, Set.of()), session);
        TaskForm form = TaskForm.of(fields, frameworks.curriculum(), taken.files());
        List<String> problems = new ArrayList<>(taken.problems());
        if (id.isEmpty()) {
            problems.add("The form lost its number on the way. Open it anew.");
        }
        Optional<TaskDraft> draft = form.draft(problems);
        if (draft.isPresent() && problems.isEmpty()) {
            problems.addAll(tasks.make(viewer, id.orElseThrow(), draft.get()).reasons());
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return form(form, problems, model);
        }
        flash.addFlashAttribute("notice", "Kept. Share it when students may choose it.");
        return "redirect:/tasks/" + form.id();
    }

    @Allows(Permission.CHANGE_TASKS)
    @GetMapping("/tasks/{task}/editions")
    String change(@AuthenticationPrincipal Viewer viewer, @PathVariable TaskId task, Model model) {
        return form(open(own(viewer, task)), List.of(), model);
    }

    @Allows(Permission.CHANGE_TASKS)
    @PostMapping("/tasks/{task}/editions")
    String revise(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable TaskId task,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false, name = "file") List<MultipartFile> files,
            HttpSession session,
            HttpServletResponse response,
            Model model,
            RedirectAttributes flash) {
        Set<String> owned = Set.copyOf(own(viewer, task).content().files());
        Attachments.Taken taken =
                attachments.take(viewer, Attachments.Sent.of(new PieceId(task.value()), files, fields, owned), session);
        TaskForm form = TaskForm.of(fields, frameworks.curriculum(), taken.files());
        List<String> problems = new ArrayList<>(taken.problems());
        Optional<TaskDraft> draft = form.draft(problems);
        if (draft.isPresent() && problems.isEmpty()) {
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

    private TaskForm open(Task task) {
        return TaskForm.of(
                task, frameworks.curriculum(), attachments.files(task.content().files()));
    }

    private String form(TaskForm form, List<String> problems, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("problems", problems);
        return "portal/assessment/task-form";
    }

    private Task own(Viewer viewer, TaskId id) {
        Task task = TaskPages.found(tasks, viewer, id);
        if (!tasks.owns(viewer, task)) {
            throw new NotAllowed("Only whoever made this task can change it. Copy it and change the copy.");
        }
        return task;
    }
}
