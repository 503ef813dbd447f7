package org.ownpath.portal.assessment;

import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.Tasks;
import org.ownpath.evidence.Artifacts;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.TaskId;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The files that go with a task: for teachers, for students who may choose it, and with a demonstration that goes by it. */
@Controller
class TaskFiles {

    private final Tasks tasks;
    private final Demonstrations demonstrations;
    private final Lines lines;
    private final Artifacts artifacts;

    TaskFiles(Tasks tasks, Demonstrations demonstrations, Lines lines, Artifacts artifacts) {
        this.tasks = tasks;
        this.demonstrations = demonstrations;
        this.lines = lines;
        this.artifacts = artifacts;
    }

    @Allows(Permission.MAKE_TASKS)
    @GetMapping("/tasks/{task}/files/{resource:[0-9a-f]{64}}")
    ResponseEntity<Resource> inLibrary(
            @AuthenticationPrincipal Viewer viewer, @PathVariable TaskId task, @PathVariable String resource) {
        Task found = TaskPages.found(tasks, viewer, task);
        return Files.handOut(artifacts, found.content().files(), resource);
    }

    @Allows(Permission.ASK_TO_SHOW)
    @GetMapping("/show/tasks/{task}/files/{resource:[0-9a-f]{64}}")
    ResponseEntity<Resource> offered(@PathVariable TaskId task, @PathVariable String resource) {
        return Files.handOut(artifacts, Files.of(tasks.offered(task)), resource);
    }

    @Allows(Permission.SEE_A_STUDENT)
    @GetMapping("/demonstrations/{demonstration}/resources/{resource:[0-9a-f]{64}}")
    ResponseEntity<Resource> ofDemonstration(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable DemonstrationId demonstration,
            @PathVariable String resource) {
        Demonstration found = lines.one(viewer, demonstration).demonstration();
        return Files.handOut(artifacts, Files.of(demonstrations.task(found)), resource);
    }
}
