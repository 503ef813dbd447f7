package org.ownpath.exchange.oneroster.rest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ownpath.access.Access;
import org.ownpath.access.Allows;
import org.ownpath.access.HomeAddress;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.ImsRefused;
import org.ownpath.roster.RosterSources.SourcedClass;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The gradebook service of OneRoster 1.2, to read: the same that is sent to systems which want to be sent it. */
@RestController
@RequestMapping(path = GradebookEndpoints.ROOT, produces = MediaType.APPLICATION_JSON_VALUE)
class GradebookEndpoints {

    static final String ROOT = "/ims/oneroster/gradebook/v1p2";

    private static final int USUAL = 100;
    private static final int MOST = 1000;

    private final Gradebook gradebook;
    private final Access access;
    private final HomeAddress home;

    GradebookEndpoints(Gradebook gradebook, Access access, HomeAddress home) {
        this.gradebook = gradebook;
        this.access = access;
        this.home = home;
    }

    @Allows(Permission.READ_GRADEBOOKS)
    @GetMapping("/{gradebook:categories|scoreScales|lineItems|results}")
    ResponseEntity<Map<String, Object>> all(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable("gradebook") String kind,
            @RequestParam Map<String, String> asked) {
        return list(viewer, kind, asked, new Wanted("/" + kind, group -> true, row -> true));
    }

    @Allows(Permission.READ_GRADEBOOKS)
    @GetMapping("/{gradebook:categories|scoreScales|lineItems|results}/{sourced}")
    ResponseEntity<Map<String, Object>> one(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable("gradebook") String kind,
            @PathVariable String sourced) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        return gradebook.classes(Optional.empty()).stream()
                .flatMap(group -> gradebook.of(group).stream())
                .filter(row -> row.kind().equals(kind) && row.sourcedId().equals(sourced))
                .findFirst()
                .map(row -> ResponseEntity.ok(Map.<String, Object>of(GradebookRow.one(kind), told(row))))
                .orElseThrow(() -> ImsRefused.unknown("There is nothing of this sourcedId among " + kind + "."));
    }

    @Allows(Permission.READ_GRADEBOOKS)
    @GetMapping("/classes/{classKey}/{gradebook:categories|scoreScales|lineItems|results}")
    ResponseEntity<Map<String, Object>> ofClass(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String classKey,
            @PathVariable("gradebook") String kind,
            @RequestParam Map<String, String> asked) {
        return list(viewer, kind, asked, new Wanted("/classes/" + classKey + "/" + kind, known(classKey), row -> true));
    }

    @Allows(Permission.READ_GRADEBOOKS)
    @GetMapping("/classes/{classKey}/lineItems/{sourced}/results")
    ResponseEntity<Map<String, Object>> ofLineItem(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String classKey,
            @PathVariable String sourced,
            @RequestParam Map<String, String> asked) {
        String path = "/classes/" + classKey + "/lineItems/" + sourced + "/results";
        return list(
                viewer, "results", asked, new Wanted(path, known(classKey), row -> names(row, "lineItem", sourced)));
    }

    @Allows(Permission.READ_GRADEBOOKS)
    @GetMapping("/classes/{classKey}/students/{studentKey}/results")
    ResponseEntity<Map<String, Object>> ofStudent(
            @AuthenticationPrincipal Viewer viewer,
            @PathVariable String classKey,
            @PathVariable String studentKey,
            @RequestParam Map<String, String> asked) {
        String path = "/classes/" + classKey + "/students/" + studentKey + "/results";
        return list(
                viewer, "results", asked, new Wanted(path, known(classKey), row -> names(row, "student", studentKey)));
    }

    /** Which rows an address asks for. */
    private record Wanted(String path, Predicate<SourcedClass> classes, Predicate<GradebookRow> rows) {}

    private Predicate<SourcedClass> known(String classKey) {
        return group -> group.key().equals(classKey);
    }

    private ResponseEntity<Map<String, Object>> list(
            Viewer viewer, String kind, Map<String, String> asked, Wanted wanted) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        if (asked.containsKey("filter") || asked.containsKey("sort")) {
            throw new ImsRefused(
                    HttpStatus.BAD_REQUEST,
                    asked.containsKey("filter") ? "invalid_filter_field" : "invalid_sort_field",
                    "Lists are neither filtered nor sorted here. Ask for one class, or for all in pages.");
        }
        int limit = number(asked, "limit", USUAL, 1);
        int offset = number(asked, "offset", 0, 0);
        List<SourcedClass> classes = gradebook.classes(Optional.empty()).stream()
                .filter(wanted.classes())
                .toList();
        if (classes.isEmpty() && wanted.path().startsWith("/classes/")) {
            throw ImsRefused.unknown("No class has this sourcedId here. Import the roster that has it.");
        }
        Map<String, GradebookRow> rows = new LinkedHashMap<>();
        for (SourcedClass group : classes) {
            gradebook.of(group).stream()
                    .filter(row -> row.kind().equals(kind))
                    .filter(wanted.rows())
                    .forEach(row -> rows.putIfAbsent(row.sourcedId(), row));
            if (rows.size() > (long) offset + limit) {
                break;
            }
        }
        List<Map<String, Object>> page = new ArrayList<>(rows.values())
                .stream()
                        .skip(offset)
                        .limit(limit)
                        .map(GradebookEndpoints::told)
                        .toList();
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok();
        if (rows.size() > (long) offset + limit) {
            answer.header(
                    HttpHeaders.LINK,
                    "<" + home.of(ROOT + wanted.path()) + "?limit=" + limit + "&offset=" + (offset + limit)
                            + ">; rel=\"next\"");
        }
        return answer.body(Map.of(kind, page));
    }

    private static Map<String, Object> told(GradebookRow row) {
        Map<String, Object> told = new LinkedHashMap<>(row.json());
        told.put("dateLastModified", row.changed().toString());
        return told;
    }

    private static boolean names(GradebookRow row, String what, String key) {
        return row.json().get(what) instanceof Map<?, ?> reference && key.equals(reference.get("sourcedId"));
    }

    private static int number(Map<String, String> asked, String name, int usual, int least) {
        String text = asked.getOrDefault(name, String.valueOf(usual));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw new ImsRefused(
                    HttpStatus.BAD_REQUEST,
                    "invaliddata",
                    "'" + text + "' is no " + name + ". Give a whole number from " + least + " on.");
        }
        return name.equals("limit") ? Math.min(MOST, Integer.parseInt(text)) : Integer.parseInt(text);
    }

    @ExceptionHandler(ImsRefused.class)
    ResponseEntity<Map<String, Object>> refused(ImsRefused refused) {
        return refused.answer();
    }
}
