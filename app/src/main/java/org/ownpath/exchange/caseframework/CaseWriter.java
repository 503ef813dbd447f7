package org.ownpath.exchange.caseframework;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.Scale;

/**
 * Says a framework in CASE 1.1. What the standard has no place for (the scale's cut, strands, whether something is assessed)
 * stands in {@code extensions}, under {@value #OWN}, so that a framework which comes back is what it was.
 */
final class CaseWriter {

    static final String OWN = "ownpath";

    private final String root;
    private final FrameworkDraft draft;
    private final String publisher;
    private final CaseIds ids;
    private final String changed;

    private CaseWriter(String root, FrameworkDraft draft, String publisher, CaseIds ids, Instant changed) {
        this.root = root;
        this.draft = draft;
        this.publisher = publisher;
        this.ids = ids;
        this.changed = changed.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /**
     * The framework as CASE says it.
     *
     * @param root where the service lies: what stands before /CFDocuments
     * @param publisher whose it is where the framework names nobody
     */
    static CaseDocument write(String root, FrameworkDraft draft, String publisher, CaseIds ids, Instant changed) {
        return new CaseWriter(root, draft, publisher, ids, changed).write();
    }

    private CaseDocument write() {
        return new CaseDocument(
                document(),
                draft.items().stream().map(this::item).toList(),
                associations(),
                subjects(),
                List.of(itemType(true), itemType(false)),
                rubrics());
    }

    private Map<String, Object> document() {
        String id = ids.ofFramework();
        Map<String, Object> document = part("CFDocuments", id);
        document.put("frameworkType", "Competency framework");
        document.put("caseVersion", "1.1");
        document.put("creator", draft.publisher().orElse(publisher));
        document.put("title", draft.title());
        document.put("officialSourceURL", draft.sourceUri().orElse(String.valueOf(document.get("uri"))));
        document.put("publisher", draft.publisher().orElse(publisher));
        document.put(
                "subject",
                draft.items().stream()
                        .map(FrameworkDraft.Item::subject)
                        .distinct()
                        .toList());
        draft.notice().ifPresent(notice -> document.put("notes", notice));
        document.put("adoptionStatus", "Adopted");
        document.put("extensions", Map.of(OWN, Map.of("scale", scale(draft.scale()))));
        return document;
    }

    private static Map<String, Object> scale(Scale scale) {
        return Map.of(
                "name",
                scale.name(),
                "mastery",
                scale.mastery(),
                "levels",
                scale.levels().stream().map(CaseWriter::level).toList());
    }

    private static Map<String, Object> level(Scale.Level level) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("value", level.value());
        told.put("name", level.name());
        if (level.label() != null) {
            told.put("label", level.label());
        }
        return told;
    }

    private Map<String, Object> item(FrameworkDraft.Item item) {
        Map<String, Object> told = part("CFItems", ids.ofItem(item.sourceId()));
        told.put("fullStatement", item.statement());
        told.put("abbreviatedStatement", item.title());
        item.code().ifPresent(code -> told.put("humanCodingScheme", code));
        told.put("CFItemType", item.assessable() ? "Competency" : "Heading");
        told.put("CFItemTypeURI", link(itemType(item.assessable())));
        told.put("subject", List.of(item.subject()));
        told.put("subjectURI", List.of(link(subject(item.subject()))));
        item.level()
                .ifPresent(level -> told.put(
                        "educationLevel", List.of(level == 0 ? "KG" : String.format(Locale.ROOT, "%02d", level))));
        Map<String, Object> own = new LinkedHashMap<>();
        own.put("assessable", item.assessable());
        item.strand().ifPresent(strand -> own.put("strand", strand));
        told.put("extensions", Map.of(OWN, own));
        return told;
    }

    private List<Map<String, Object>> associations() {
        List<Map<String, Object>> associations = new ArrayList<>();
        int place = 0;
        for (FrameworkDraft.Item item : draft.items()) {
            String parent = item.parent().map(ids::ofItem).orElse(ids.ofFramework());
            Map<String, Object> child = association("isChildOf", ids.ofItem(item.sourceId()), parent);
            child.put("sequenceNumber", ++place);
            associations.add(child);
        }
        draft.prerequisites()
                .forEach(edge ->
                        associations.add(association("precedes", ids.ofItem(edge.before()), ids.ofItem(edge.after()))));
        return associations;
    }

    private Map<String, Object> association(String type, String from, String to) {
        Map<String, Object> told = part("CFAssociations", ids.ofPart(type, from, to));
        told.put("associationType", type);
        told.put("originNodeURI", node(from));
        told.put("destinationNodeURI", node(to));
        return told;
    }

    private Map<String, Object> node(String id) {
        String where = id.equals(ids.ofFramework()) ? "CFDocuments" : "CFItems";
        return Map.of("title", id, "identifier", id, "uri", root + "/" + where + "/" + id, "targetType", "CASE");
    }

    private List<Map<String, Object>> subjects() {
        return draft.items().stream()
                .map(FrameworkDraft.Item::subject)
                .distinct()
                .map(this::subject)
                .toList();
    }

    private Map<String, Object> subject(String name) {
        Map<String, Object> told = part("CFSubjects", ids.ofPart("subject", name));
        told.put("title", name);
        told.put("hierarchyCode", "1");
        return told;
    }

    private Map<String, Object> itemType(boolean assessable) {
        String title = assessable ? "Competency" : "Heading";
        Map<String, Object> told = part("CFItemTypes", ids.ofPart("type", title));
        told.put("title", title);
        told.put("description", assessable ? "Something that a student can come to know or do" : "Groups others");
        told.put("hierarchyCode", assessable ? "2" : "1");
        return told;
    }

    /** What work looks like at each level, as one rubric with a criterion for each competency. */
    private List<Map<String, Object>> rubrics() {
        String id = ids.ofPart("rubric");
        List<Map<String, Object>> criteria = new ArrayList<>();
        for (FrameworkDraft.Item item : draft.items()) {
            if (!item.descriptions().isEmpty()) {
                criteria.add(criterion(id, item, criteria.size() + 1));
            }
        }
        if (criteria.isEmpty()) {
            return List.of();
        }
        Map<String, Object> rubric = part("CFRubrics", id);
        rubric.put("title", draft.scale().name());
        rubric.put("CFRubricCriteria", criteria);
        return List.of(rubric);
    }

    private Map<String, Object> criterion(String rubric, FrameworkDraft.Item item, int position) {
        String about = ids.ofItem(item.sourceId());
        String id = ids.ofPart("criterion", about);
        Map<String, Object> told = within("CFRubricCriteria", id, rubric);
        told.put("CFItemURI", Map.of("title", item.title(), "identifier", about, "uri", root + "/CFItems/" + about));
        told.put("position", position);
        told.put("rubricId", rubric);
        List<Map<String, Object>> levels = new ArrayList<>();
        for (int i = 0; i < item.descriptions().size(); i++) {
            Map<String, Object> level =
                    within("CFRubricCriterionLevels", ids.ofPart("level", about, String.valueOf(i)), rubric);
            level.put("description", item.descriptions().get(i));
            if (i < draft.scale().levels().size()) {
                level.put("quality", draft.scale().levels().get(i).name());
                level.put("score", draft.scale().levels().get(i).value());
            }
            level.put("position", i + 1);
            level.put("rubricCriterionId", id);
            levels.add(level);
        }
        told.put("CFRubricCriterionLevels", levels);
        return told;
    }

    private Map<String, Object> part(String where, String id) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("identifier", id);
        part.put("uri", root + "/" + where + "/" + id);
        part.put("lastChangeDateTime", changed);
        return part;
    }

    /** Criteria and levels have no address of their own: they lie within their rubric. */
    private Map<String, Object> within(String where, String id, String rubric) {
        Map<String, Object> part = part(where, id);
        part.put("uri", root + "/CFRubrics/" + rubric + "#" + id);
        return part;
    }

    private static Map<String, Object> link(Map<String, Object> part) {
        return Map.of(
                "title",
                String.valueOf(part.get("title")),
                "identifier",
                CaseDocument.identifier(part),
                "uri",
                String.valueOf(part.get("uri")));
    }
}
