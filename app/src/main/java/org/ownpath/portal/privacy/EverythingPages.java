package org.ownpath.portal.privacy;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.access.privacy.PersonalRecords;
import org.ownpath.evidence.Artifacts;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.portal.NotFound;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.StudyGroup;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PersonId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import tools.jackson.databind.json.JsonMapper;

/** Everything that is kept about a person as a zip to take along, and erasing a person. */
@Controller
class EverythingPages {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PersonalRecords records;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Artifacts artifacts;
    private final TemplateEngine templates;

    EverythingPages(
            PersonalRecords records,
            Roster roster,
            Frameworks frameworks,
            Artifacts artifacts,
            TemplateEngine templates) {
        this.records = records;
        this.roster = roster;
        this.frameworks = frameworks;
        this.artifacts = artifacts;
        this.templates = templates;
    }

    @Allows(Permission.KEEP_OWN_ACCOUNT)
    @GetMapping("/account/everything.zip")
    void mine(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response) throws IOException {
        send(viewer, viewer.person(), response);
    }

    @Allows(Permission.TAKE_RECORDS_ALONG)
    @GetMapping("/people/{person}/everything.zip")
    void theirs(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, HttpServletResponse response)
            throws IOException {
        person(person);
        send(viewer, person, response);
    }

    @Allows(Permission.ERASE_PEOPLE)
    @GetMapping("/people/{person}/erasure")
    String ask(@AuthenticationPrincipal Viewer viewer, @PathVariable PersonId person, Model model) {
        access(viewer);
        model.addAttribute("person", person(person));
        model.addAttribute("error", "");
        return "portal/privacy/erasure";
    }

    @Allows(Permission.ERASE_PEOPLE)
    @PostMapping("/people/{person}/erasure")
    String erase(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable PersonId person,
            @RequestParam(defaultValue = "") String name,
            Model model,
            RedirectAttributes flash) {
        access(viewer);
        Person found = person(person);
        if (!name.strip().equalsIgnoreCase(found.fullName())) {
            model.addAttribute("person", found);
            model.addAttribute("error", "Type the whole name as it stands above, to be sure that it is this person.");
            return "portal/privacy/erasure";
        }
        records.forget(viewer, person);
        flash.addFlashAttribute(
                "notice", found.fullName() + " is erased. What was shown is still counted, and names nobody.");
        return "redirect:/people";
    }

    private void send(Viewer viewer, PersonId person, HttpServletResponse response) throws IOException {
        List<PersonalRecords.Chapter> chapters = records.of(viewer, person);
        Everything everything = new Everything(
                roster.person(person).map(Person::fullName).orElse(viewer.displayName()), chapters, names(chapters));
        response.setContentType("application/zip");
        response.setHeader("Content-Disposition", "attachment; filename=\"everything.zip\"");
        response.setHeader("Cache-Control", "no-store");
        try (ZipOutputStream zip = new ZipOutputStream(response.getOutputStream(), StandardCharsets.UTF_8)) {
            StringOutput page = new StringOutput();
            templates.render("documents/everything.jte", Map.of("everything", everything), page);
            put(zip, "everything.html", page.toString());
            Map<String, Object> json = new java.util.LinkedHashMap<>();
            chapters.forEach(chapter -> json.put(chapter.table().name(), chapter.rows()));
            put(zip, "everything.json", JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json));
            putFiles(zip, chapters);
        }
    }

    private void putFiles(ZipOutputStream zip, List<PersonalRecords.Chapter> chapters) throws IOException {
        List<String> hashes = chapters.stream()
                .flatMap(chapter -> chapter.rows().stream())
                .flatMap(row -> row.get("artifacts") instanceof Collection<?> many
                        ? many.stream().map(String::valueOf)
                        : java.util.stream.Stream.empty())
                .distinct()
                .toList();
        for (Artifacts.Artifact artifact : artifacts.of(hashes)) {
            Path content = artifacts.content(artifact);
            if (Files.exists(content)) {
                zip.putNextEntry(new ZipEntry("files/" + artifact.hash().substring(0, 8) + " " + artifact.fileName()));
                Files.copy(content, zip);
                zip.closeEntry();
            }
        }
    }

    private Map<UUID, String> names(List<PersonalRecords.Chapter> chapters) {
        Map<UUID, String> names = new HashMap<>();
        List<UUID> ids = Everything.ids(chapters);
        Curriculum curriculum = frameworks.curriculum();
        ids.forEach(id -> curriculum.competency(new CompetencyId(id)).ifPresent(c -> names.put(id, c.title())));
        for (StudyGroup group : roster.groups()) {
            names.put(group.id().value(), group.name());
        }
        roster.people(ids.stream().map(PersonId::new).toList())
                .forEach((id, person) -> names.put(id.value(), person.fullName()));
        return names;
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static void access(Viewer viewer) {
        if (!viewer.is(org.ownpath.access.Role.ADMINISTRATOR)) {
            throw new org.ownpath.access.NotAllowed("Only an administrator erases somebody.");
        }
    }

    private Person person(PersonId person) {
        return roster.person(person)
                .orElseThrow(() -> new NotFound("This person is not on the roster. Search for the name."));
    }
}
