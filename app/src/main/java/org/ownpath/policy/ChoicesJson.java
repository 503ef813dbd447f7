package org.ownpath.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ownpath.engine.RuleFormatException;
import org.ownpath.engine.RuleJson;
import org.ownpath.shared.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Design choices as JSON: as a draft is kept, and as one district hands them to another. */
public final class ChoicesJson {

    private static final String FORMAT = "ownpath design choices 1";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final List<Problem> problems = new ArrayList<>();
    private final String file;

    private ChoicesJson(String file) {
        this.file = file;
    }

    /** A draft that was read, or why the file cannot be taken. */
    public record Read(ChoiceDraft draft, List<Problem> problems) {}

    /** All of a draft. */
    public static String write(ChoiceDraft draft) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", FORMAT);
        ArrayNode settings = root.putArray("settings");
        draft.settings().forEach(change -> settings.add(written(change)));
        ArrayNode rules = root.putArray("rules");
        draft.rules().forEach(change -> rules.add(written(change)));
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
    }

    /** Reads a file that somebody brought, with every problem in it. */
    public static Read read(String file, String json) {
        ChoicesJson reading = new ChoicesJson(file);
        ChoiceDraft draft = reading.draft(json);
        return new Read(reading.problems.isEmpty() ? draft : ChoiceDraft.EMPTY, List.copyOf(reading.problems));
    }

    /** Reads what {@link #write} wrote. What has left the catalogue since is left out. */
    static ChoiceDraft kept(String json) {
        return new ChoicesJson("draft").draft(json);
    }

    private static <V> ObjectNode written(ChoiceDraft.SettingChange<V> change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("setting", change.setting().id());
        node.put("scope", change.scope().code());
        node.set(
                "value",
                change.value().map(change.setting().values()::write).orElse(JsonNodeFactory.instance.nullNode()));
        node.put("locked", change.locked());
        return node;
    }

    private static ObjectNode written(ChoiceDraft.RuleChange change) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("scope", change.scope().code());
        node.put("title", change.title());
        node.set("rule", JSON.readTree(RuleJson.write(change.rule())));
        node.put("locked", change.locked());
        node.put("ended", change.ended());
        return node;
    }

    private ChoiceDraft draft(String json) {
        Optional<JsonNode> root = parse(json);
        ChoiceDraft draft = ChoiceDraft.EMPTY;
        if (root.isEmpty()) {
            return draft;
        }
        for (JsonNode each : root.get().path("settings")) {
            Optional<ChoiceDraft.SettingChange<?>> change = setting(each);
            draft = change.isPresent() ? draft.with(change.get()) : draft;
        }
        for (JsonNode each : root.get().path("rules")) {
            Optional<ChoiceDraft.RuleChange> change = rule(each);
            draft = change.isPresent() ? draft.with(change.get()) : draft;
        }
        return draft;
    }

    private Optional<JsonNode> parse(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (FORMAT.equals(root.path("format").asString(""))) {
                return Optional.of(root);
            }
            refuse("It does not say \"format\": \"" + FORMAT
                    + "\". Choose a file that was exported under Design choices.");
        } catch (JacksonException notJson) {
            refuse("This is not JSON: " + notJson.getOriginalMessage()
                    + ". Choose a file that was exported under Design choices.");
        }
        return Optional.empty();
    }

    private Optional<ChoiceDraft.SettingChange<?>> setting(JsonNode node) {
        String id = node.path("setting").asString("");
        Optional<Setting<?>> known = Settings.find(id);
        if (known.isEmpty()) {
            refuse("There is no setting '" + id + "'. Take it out, or use a newer version of Ownpath.");
            return Optional.empty();
        }
        return scope(node, id).flatMap(scope -> setting(known.get(), scope, node));
    }

    private <V> Optional<ChoiceDraft.SettingChange<?>> setting(Setting<V> setting, Scope scope, JsonNode node) {
        JsonNode value = node.path("value");
        Optional<String> refusal =
                value.isNull() ? Optional.empty() : setting.values().refusal(value);
        refusal.ifPresent(why -> refuse("Setting '" + setting.id() + "', " + scope.code() + ": " + why));
        return refusal.isPresent()
                ? Optional.empty()
                : Optional.of(new ChoiceDraft.SettingChange<>(
                        setting,
                        scope,
                        value.isNull()
                                ? Optional.empty()
                                : Optional.of(setting.values().read(value)),
                        node.path("locked").asBoolean(false)));
    }

    private Optional<ChoiceDraft.RuleChange> rule(JsonNode node) {
        try {
            return scope(node, "rule")
                    .map(scope -> new ChoiceDraft.RuleChange(
                            scope,
                            node.path("title").asString("A rule of our own"),
                            RuleJson.read(node.path("rule").toString()),
                            node.path("locked").asBoolean(false),
                            node.path("ended").asBoolean(false)));
        } catch (RuleFormatException unreadable) {
            refuse("Rule '" + node.path("title").asString("") + "': " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private Optional<Scope> scope(JsonNode node, String of) {
        String code = node.path("scope").asString("");
        Optional<Scope> scope = Scope.of(code);
        if (scope.isEmpty()) {
            refuse("'" + code + "' of '" + of
                    + "' is no scope. Give \"district\", \"subject:\" with its name, or the like.");
        }
        return scope;
    }

    private void refuse(String why) {
        problems.add(Problem.ofFile(file, why));
    }
}
