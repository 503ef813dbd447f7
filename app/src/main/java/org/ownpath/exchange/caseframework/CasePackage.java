package org.ownpath.exchange.caseframework;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.framework.FrameworkDraft;
import org.ownpath.framework.Scale;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a CASE 1.0 or 1.1 package; links to what is outside the package are left alone. */
public final class CasePackage {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_TITLE = 80;

    private final String file;
    private final String subject;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> parents = new HashMap<>();
    private final List<FrameworkDraft.Edge> edges = new ArrayList<>();
    private final Map<String, List<String>> descriptions = new HashMap<>();

    private CasePackage(String file, String subject) {
        this.file = file;
        this.subject = subject;
    }

    /** Reads the package. Options: {@code title}, {@code subject} for items that name none. */
    public static Read<FrameworkDraft> read(Source source, Map<String, String> options) {
        try {
            CasePackage reader = new CasePackage(
                    source.name(), options.getOrDefault("subject", "").strip());
            return reader.read(
                    JSON.readTree(source.text()),
                    options.getOrDefault("title", "").strip());
        } catch (JacksonException e) {
            return new Read.Unreadable<>(List.of(new Problem(
                    source.name(),
                    e.getLocation() == null ? 0 : Math.max(0, e.getLocation().getLineNr()),
                    "",
                    "The file is no valid JSON: " + e.getOriginalMessage() + ". Download the package again.")));
        }
    }

    private Read<FrameworkDraft> read(JsonNode root, String title) {
        JsonNode document = root.path("CFDocument");
        String id = text(document, "identifier");
        if (id.isEmpty()) {
            return new Read.Unreadable<>(List.of(Problem.ofFile(
                    file,
                    "The file has no CFDocument with an identifier. "
                            + "Give a CASE package (CFPackage), not a list of documents.")));
        }
        root.path("CFItems").forEach(item -> ids.add(text(item, "identifier")));
        root.path("CFAssociations").forEach(this::association);
        Optional<Scale> scale = OwnExtension.scale(document);
        if (scale.isPresent()) {
            descriptions.putAll(OwnExtension.descriptions(root.path("CFRubrics")));
        }
        Set<String> headings = new HashSet<>(parents.values());
        List<FrameworkDraft.Item> items = new ArrayList<>();
        String documentSubject = first(document.path("subject")).orElse(subject.isEmpty() ? "General" : subject);
        root.path("CFItems").forEach(item -> items.add(item(item, headings, documentSubject)));
        if (items.isEmpty()) {
            problems.add(Problem.ofFile(file, "The package has no CFItems. Choose a framework that has items."));
        }
        return Read.of(
                problems,
                () -> new FrameworkDraft(
                        id,
                        title.isEmpty() ? find(document, "title").orElse(id) : title,
                        find(document, "publisher").or(() -> find(document, "creator")),
                        find(document, "officialSourceURL").or(() -> find(document, "uri")),
                        find(document, "notes"),
                        scale.orElse(Scale.FOUR_POINT),
                        items,
                        edges));
    }

    private void association(JsonNode association) {
        String from = text(association.path("originNodeURI"), "identifier");
        String to = text(association.path("destinationNodeURI"), "identifier");
        if (!ids.contains(from) || !ids.contains(to)) {
            return;
        }
        String type = text(association, "associationType");
        if (type.equals("isChildOf")) {
            parents.putIfAbsent(from, to);
        } else if (type.equals("precedes")) {
            edges.add(new FrameworkDraft.Edge(new FrameworkDraft.Origin(file, 0), from, to));
        }
    }

    private FrameworkDraft.Item item(JsonNode item, Set<String> headings, String documentSubject) {
        String id = text(item, "identifier");
        String statement = text(item, "fullStatement");
        if (id.isEmpty() || statement.isEmpty()) {
            problems.add(Problem.ofFile(
                    file,
                    "Item '" + id + "' with statement '" + statement
                            + "' lacks an identifier or a fullStatement. Add it."));
        }
        Optional<String> parent = Optional.ofNullable(parents.get(id));
        return new FrameworkDraft.Item(
                new FrameworkDraft.Origin(file, 0),
                id,
                find(item, "humanCodingScheme"),
                first(item.path("subject")).orElse(documentSubject),
                OwnExtension.strand(item),
                level(item.path("educationLevel")),
                find(item, "abbreviatedStatement").orElseGet(() -> shortened(statement)),
                statement,
                descriptions.getOrDefault(id, List.of()),
                parent,
                OwnExtension.assessable(item).orElse(!headings.contains(id)));
    }

    private static OptionalInt level(JsonNode levels) {
        for (JsonNode level : levels) {
            OptionalInt read = GradeLevel.read(level.asString(""));
            if (read.isPresent()) {
                return read;
            }
        }
        return OptionalInt.empty();
    }

    private static Optional<String> first(JsonNode texts) {
        return texts.isArray() && !texts.isEmpty()
                ? Optional.of(texts.path(0).asString("")).filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static String shortened(String statement) {
        return statement.length() <= LONGEST_TITLE ? statement : statement.substring(0, LONGEST_TITLE - 1) + "…";
    }

    private static Optional<String> find(JsonNode node, String name) {
        return Optional.of(text(node, name)).filter(text -> !text.isEmpty());
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("").strip();
    }
}
