package org.ownpath.exchange.caseframework;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.exchange.ImsRefused;
import org.springframework.http.HttpStatus;

/**
 * A page of the list of documents, as a request asks for it.
 *
 * @param sort a field; empty for the framework's own order
 * @param fields the fields that are wanted; empty for all
 */
record DocumentList(int limit, int offset, String sort, boolean descending, List<String> fields) {

    static final int USUAL = 100;
    private static final int MOST = 1000;
    private static final Set<String> SORTABLE =
            Set.of("title", "identifier", "lastChangeDateTime", "creator", "publisher", "uri");
    private static final Set<String> FIELDS = Set.of(
            "identifier",
            "uri",
            "lastChangeDateTime",
            "CFPackageURI",
            "frameworkType",
            "caseVersion",
            "creator",
            "title",
            "officialSourceURL",
            "publisher",
            "description",
            "subject",
            "subjectURI",
            "language",
            "version",
            "adoptionStatus",
            "statusStartDate",
            "statusEndDate",
            "licenseURI",
            "notes",
            "extensions");

    /** Reads the parameters. Throws {@link ImsRefused} at those that the standard has an error for. */
    static DocumentList of(Map<String, String> asked) {
        if (asked.containsKey("filter")) {
            throw new ImsRefused(
                    HttpStatus.BAD_REQUEST,
                    "invalid_selection_field",
                    "Lists are not filtered here. Ask without 'filter': a district has few documents.");
        }
        String sort = asked.getOrDefault("sort", "");
        if (!sort.isEmpty() && !SORTABLE.contains(sort)) {
            throw new ImsRefused(
                    HttpStatus.BAD_REQUEST,
                    "invalid_sort_field",
                    "'" + sort + "' is no field to sort by. Use one of " + SORTABLE + ".");
        }
        List<String> fields =
                asked.containsKey("fields") ? List.of(asked.get("fields").split(",", -1)) : List.of();
        Optional<String> unknown =
                fields.stream().filter(field -> !FIELDS.contains(field)).findFirst();
        if (unknown.isPresent()) {
            throw new ImsRefused(
                    HttpStatus.BAD_REQUEST,
                    "invalid_selection_field",
                    "'" + unknown.get() + "' is no field of a document.");
        }
        return new DocumentList(
                number(asked, "limit", USUAL, 1, MOST),
                number(asked, "offset", 0, 0, Integer.MAX_VALUE),
                sort,
                asked.getOrDefault("orderBy", "asc").equals("desc"),
                fields);
    }

    /** The documents of this page. */
    List<Map<String, Object>> page(List<Map<String, Object>> all) {
        List<Map<String, Object>> sorted = new ArrayList<>(all);
        if (!sort.isEmpty()) {
            Comparator<Map<String, Object>> order =
                    Comparator.comparing(document -> String.valueOf(document.getOrDefault(sort, "")));
            sorted.sort(descending ? order.reversed() : order);
        }
        return sorted.stream().skip(offset).limit(limit).map(this::chosen).toList();
    }

    private Map<String, Object> chosen(Map<String, Object> document) {
        if (fields.isEmpty()) {
            return document;
        }
        Map<String, Object> chosen = new LinkedHashMap<>(document);
        chosen.keySet().retainAll(fields);
        return chosen;
    }

    private static int number(Map<String, String> asked, String name, int usual, int least, int most) {
        String text = asked.getOrDefault(name, String.valueOf(usual));
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw new ImsRefused(
                    HttpStatus.BAD_REQUEST,
                    "invalid_selection_field",
                    "'" + text + "' is no " + name + ". Give a whole number from " + least + " on.");
        }
        return Math.min(most, Integer.parseInt(text));
    }
}
