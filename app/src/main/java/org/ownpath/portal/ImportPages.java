package org.ownpath.portal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.FromAddress;
import org.ownpath.exchange.ImportJob;
import org.ownpath.exchange.ImportRequest;
import org.ownpath.exchange.Imports;
import org.ownpath.exchange.Read;
import org.ownpath.shared.ImportJobId;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Importing files: choose, see what would change, apply. */
@Controller
public class ImportPages {

    private static final List<String> KINDS = List.of("framework", "roster", "evidence", "questions", "attendance");

    private final Access access;
    private final Imports imports;
    private final FromAddress fromAddress;

    ImportPages(Access access, Imports imports, FromAddress fromAddress) {
        this.access = access;
        this.imports = imports;
        this.fromAddress = fromAddress;
    }

    @Allows(Permission.IMPORT)
    @GetMapping("/imports")
    String list(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("jobs", imports.latest(viewer));
        return "portal/imports";
    }

    @Allows(Permission.IMPORT)
    @PostMapping("/imports")
    String request(
            @AuthenticationPrincipal Viewer viewer,
            @RequestParam String kind,
            @RequestParam List<MultipartFile> files,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String competency,
            Model model)
            throws IOException {
        List<MultipartFile> chosen =
                files.stream().filter(file -> !file.isEmpty()).toList();
        if (chosen.isEmpty() || !KINDS.contains(kind)) {
            model.addAttribute("error", "Choose a kind of import and at least one file that is not empty.");
            return list(viewer, model);
        }
        String name = chosen.size() == 1
                ? name(chosen.get(0))
                : name(chosen.get(0)) + " and " + (chosen.size() - 1) + " more";
        try (InputStream content = chosen.size() == 1 ? chosen.get(0).getInputStream() : together(chosen)) {
            return answer(
                    viewer,
                    imports.request(
                            viewer,
                            new Imports.Request(
                                    kind, name, Map.of("title", title, "subject", subject, "competency", competency)),
                            content),
                    model);
        }
    }

    /** A framework from where its publisher offers it. */
    @Allows(Permission.IMPORT)
    @PostMapping("/imports/addresses")
    String fetch(@AuthenticationPrincipal Viewer viewer, @RequestParam(defaultValue = "") String address, Model model) {
        access.require(viewer, Role.ADMINISTRATOR);
        Read<byte[]> fetched = fromAddress.fetch(address);
        if (fetched instanceof Read.Unreadable<?> unreadable) {
            model.addAttribute("error", unreadable.problems().get(0).toString());
            return list(viewer, model);
        }
        byte[] content = ((Read.Parsed<byte[]>) fetched).value();
        Imports.Request request = new Imports.Request("framework", address.strip(), Map.of());
        return answer(viewer, imports.request(viewer, request, new ByteArrayInputStream(content)), model);
    }

    @Allows(Permission.IMPORT)
    @GetMapping("/imports/{id}")
    String show(@AuthenticationPrincipal Viewer viewer, @PathVariable String id, Model model) {
        model.addAttribute("job", job(viewer, id));
        return "portal/import";
    }

    @Allows(Permission.IMPORT)
    @PostMapping("/imports/{id}/application")
    String apply(@AuthenticationPrincipal Viewer viewer, @PathVariable String id, Model model) {
        return answer(viewer, imports.apply(viewer, job(viewer, id).id()), model);
    }

    @Allows(Permission.IMPORT)
    @PostMapping("/imports/{id}/attempts")
    String retry(@AuthenticationPrincipal Viewer viewer, @PathVariable String id, Model model) {
        return answer(viewer, imports.retry(viewer, job(viewer, id).id()), model);
    }

    @Allows(Permission.IMPORT)
    @PostMapping("/imports/{id}/cancellation")
    String cancel(@AuthenticationPrincipal Viewer viewer, @PathVariable String id) {
        ImportJobId job = job(viewer, id).id();
        imports.cancel(viewer, job);
        return "redirect:/imports/" + job;
    }

    private String answer(Viewer viewer, ImportRequest outcome, Model model) {
        if (outcome instanceof ImportRequest.Accepted accepted) {
            return "redirect:/imports/" + accepted.id();
        }
        model.addAttribute("error", ((ImportRequest.Refused) outcome).reason());
        return list(viewer, model);
    }

    private ImportJob job(Viewer viewer, String id) {
        try {
            return imports.job(viewer, ImportJobId.of(id)).orElseThrow(ImportPages::missing);
        } catch (IllegalArgumentException e) {
            throw missing();
        }
    }

    private static ResponseStatusException missing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no such import.");
    }

    private static InputStream together(List<MultipartFile> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (MultipartFile file : files) {
                zip.putNextEntry(new ZipEntry(name(file)));
                zip.write(file.getBytes());
                zip.closeEntry();
            }
        }
        return new ByteArrayInputStream(bytes.toByteArray());
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null || name.isBlank() ? "file" : name;
    }
}
