package org.ownpath.exchange.caseframework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.ImsRefused;
import org.ownpath.shared.DistrictId;
import org.springframework.http.CacheControl;
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

/** The services of CASE 1.1, read by other systems. */
@RestController
@RequestMapping(path = "/case/{slug}/ims/case/v1p1", produces = MediaType.APPLICATION_JSON_VALUE)
class CaseEndpoints {

    private static final List<String> NONE_HERE = List.of("CFConcepts", "CFLicenses", "CFAssociationGroupings");

    private final OpenFrameworks frameworks;

    CaseEndpoints(OpenFrameworks frameworks) {
        this.frameworks = frameworks;
    }

    @Allows(Permission.READ_OPEN_FRAMEWORKS)
    @GetMapping("/CFDocuments")
    ResponseEntity<Map<String, Object>> documents(
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @PathVariable String slug,
            @RequestParam Map<String, String> asked) {
        return within(viewer, slug, () -> {
            DocumentList list = DocumentList.of(asked);
            List<Map<String, Object>> all =
                    frameworks.documents().stream().map(CaseDocument::alone).toList();
            ResponseEntity.BodyBuilder answer = ResponseEntity.ok().header("X-Total-Count", String.valueOf(all.size()));
            if (list.offset() + list.limit() < all.size()) {
                answer.header(
                        HttpHeaders.LINK,
                        "<" + frameworks.address() + "/ims/case/v1p1/CFDocuments?limit=" + list.limit() + "&offset="
                                + (list.offset() + list.limit()) + ">; rel=\"next\"");
            }
            return answer.header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .body(Map.of("CFDocuments", list.page(all)));
        });
    }

    @Allows(Permission.READ_OPEN_FRAMEWORKS)
    @GetMapping("/{kind:CF[A-Za-z]+}/{identifier}")
    ResponseEntity<Map<String, Object>> part(
            @AuthenticationPrincipal @Nullable Viewer viewer,
            @PathVariable String slug,
            @PathVariable String kind,
            @PathVariable String identifier) {
        return within(viewer, slug, () -> {
            String id = identifier.toLowerCase(Locale.ROOT);
            if (!CaseIds.isOne(id)) {
                throw new ImsRefused(
                        HttpStatus.BAD_REQUEST, "invalid_uuid", "'" + identifier + "' is no identifier of CASE.");
            }
            Map<String, Object> found = find(kind, id)
                    .orElseThrow(() -> ImsRefused.unknown(
                            "There is no such part of " + kind + " here. Look in the list of documents."));
            return ResponseEntity.ok()
                    .cacheControl(CacheControl.noCache())
                    .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                    .body(found);
        });
    }

    private Optional<Map<String, Object>> find(String kind, String id) {
        return switch (kind) {
            case "CFDocuments" -> document(id).map(CaseDocument::alone);
            case "CFPackages" -> document(id).map(CaseDocument::asPackage);
            case "CFItems" -> item(id);
            case "CFItemAssociations" -> item(id).map(item -> both(item, id));
            case "CFAssociations" ->
                first(whole -> CaseDocument.find(whole.associations(), id).map(whole::alone));
            case "CFSubjects" -> set("CFSubjects", id, CaseDocument::subjects);
            case "CFItemTypes" -> set("CFItemTypes", id, CaseDocument::itemTypes);
            case "CFRubrics" -> first(whole -> CaseDocument.find(whole.rubrics(), id));
            default -> {
                if (!NONE_HERE.contains(kind)) {
                    throw ImsRefused.unknown("'" + kind + "' is no service of CASE 1.1.");
                }
                yield Optional.empty();
            }
        };
    }

    private Optional<CaseDocument> document(String id) {
        return frameworks.documents().stream()
                .filter(whole -> CaseDocument.identifier(whole.document()).equals(id))
                .findFirst();
    }

    private Optional<Map<String, Object>> item(String id) {
        return first(whole -> CaseDocument.find(whole.items(), id).map(whole::alone));
    }

    private Map<String, Object> both(Map<String, Object> item, String id) {
        List<Map<String, Object>> associations = new ArrayList<>();
        frameworks.documents().forEach(whole -> associations.addAll(whole.associationsOf(id)));
        Map<String, Object> both = new LinkedHashMap<>();
        both.put("CFItem", item);
        both.put("CFAssociations", associations);
        return both;
    }

    /** Subjects and types are answered as lists, of which the first is the one that was asked for. */
    private Optional<Map<String, Object>> set(
            String name, String id, Function<CaseDocument, List<Map<String, Object>>> among) {
        return first(whole -> CaseDocument.find(among.apply(whole), id).map(found -> Map.of(name, List.of(found))));
    }

    private Optional<Map<String, Object>> first(Function<CaseDocument, Optional<Map<String, Object>>> in) {
        return frameworks.documents().stream()
                .flatMap(whole -> in.apply(whole).stream())
                .findFirst();
    }

    private ResponseEntity<Map<String, Object>> within(
            @Nullable Viewer viewer, String slug, Supplier<ResponseEntity<Map<String, Object>>> work) {
        DistrictId district = frameworks
                .district(slug)
                .orElseThrow(() -> ImsRefused.unknown("No district is called '" + slug + "'. Check the address."));
        return DistrictScope.within(district, () -> {
            boolean own = viewer != null && viewer.district().equals(district);
            if (!own && !frameworks.open()) {
                throw new ImsRefused(
                        HttpStatus.UNAUTHORIZED,
                        "unauthorised_request",
                        "These frameworks are read with a token only. Ask an administrator of the district for one.");
            }
            return work.get();
        });
    }

    @ExceptionHandler(ImsRefused.class)
    ResponseEntity<Map<String, Object>> refused(ImsRefused refused) {
        return refused.answer();
    }
}
