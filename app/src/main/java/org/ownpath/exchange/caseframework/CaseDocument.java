package org.ownpath.exchange.caseframework;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A framework in the words of CASE 1.1: its package, and each part of it by its identifier.
 *
 * @param document the CFDocument
 * @param items CFItems, in the framework's order
 */
record CaseDocument(
        Map<String, Object> document,
        List<Map<String, Object>> items,
        List<Map<String, Object>> associations,
        List<Map<String, Object>> subjects,
        List<Map<String, Object>> itemTypes,
        List<Map<String, Object>> rubrics) {

    /** All of it, as one answer. */
    Map<String, Object> asPackage() {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("CFDocument", document);
        whole.put("CFItems", items);
        whole.put("CFAssociations", associations);
        whole.put("CFDefinitions", Map.of("CFSubjects", subjects, "CFItemTypes", itemTypes));
        whole.put("CFRubrics", rubrics);
        return whole;
    }

    /** Where its package lies. */
    Map<String, Object> packageLink() {
        return Map.of(
                "title",
                title(),
                "identifier",
                identifier(document),
                "uri",
                String.valueOf(document.get("uri")).replace("/CFDocuments/", "/CFPackages/"));
    }

    /** How its parts name it. */
    Map<String, Object> link() {
        return Map.of("title", title(), "identifier", identifier(document), "uri", String.valueOf(document.get("uri")));
    }

    /** The document by itself: it says where its package is. */
    Map<String, Object> alone() {
        return with(document, "CFPackageURI", packageLink());
    }

    /** An item or an association by itself: it says of which document it is. */
    Map<String, Object> alone(Map<String, Object> part) {
        return with(part, "CFDocumentURI", link());
    }

    /** The associations that an item is in, at either end. */
    List<Map<String, Object>> associationsOf(String item) {
        return associations.stream()
                .filter(each -> names(each, "originNodeURI", item) || names(each, "destinationNodeURI", item))
                .map(this::alone)
                .toList();
    }

    static Optional<Map<String, Object>> find(List<Map<String, Object>> among, String identifier) {
        return among.stream()
                .filter(each -> identifier(each).equals(identifier))
                .findFirst();
    }

    static String identifier(Map<String, Object> part) {
        return String.valueOf(part.get("identifier"));
    }

    private String title() {
        return String.valueOf(document.get("title"));
    }

    private static boolean names(Map<String, Object> association, String end, String item) {
        return association.get(end) instanceof Map<?, ?> link && item.equals(link.get("identifier"));
    }

    private static Map<String, Object> with(Map<String, Object> part, String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>();
        for (Map.Entry<String, Object> each : new ArrayList<>(part.entrySet())) {
            more.put(each.getKey(), each.getValue());
            if (each.getKey().equals("uri")) {
                more.put(name, value);
            }
        }
        return more;
    }
}
