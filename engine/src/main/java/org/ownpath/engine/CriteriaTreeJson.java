package org.ownpath.engine;

import java.util.ArrayList;
import java.util.List;
import org.ownpath.engine.CriteriaTree.AllOf;
import org.ownpath.engine.CriteriaTree.AnyOf;
import org.ownpath.engine.CriteriaTree.Child;
import org.ownpath.engine.CriteriaTree.Node;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON form of a tree's node: one of {@code {"child": id}}, {@code {"all": [...]}} and {@code {"any": [...]}}. */
final class CriteriaTreeJson {

    private static final List<String> NODE = List.of("child", "all", "any");

    private CriteriaTreeJson() {}

    static Node read(JsonFields holder, String name) {
        return read(holder.object(name, NODE), (int) Limit.LEVELS.high());
    }

    private static Node read(JsonFields node, int levelsLeft) {
        if (levelsLeft == 0 || NODE.stream().filter(node::has).count() != 1) {
            throw new RuleFormatException(
                    node.path(),
                    levelsLeft == 0
                            ? "The tree is deeper than " + Limit.LEVELS.high() + " levels."
                            : "A node is one thing.",
                    "Write one of child, all and any.");
        }
        if (node.has("child")) {
            return new Child(node.name("child"));
        }
        String group = node.has("all") ? "all" : "any";
        List<Node> parts = new ArrayList<>();
        for (JsonFields part : node.objects(group, NODE)) {
            parts.add(read(part, levelsLeft - 1));
        }
        return group.equals("all") ? new AllOf(parts) : new AnyOf(parts);
    }

    static ObjectNode write(Node node) {
        ObjectNode json = RuleJson.MAPPER.createObjectNode();
        if (node instanceof Child child) {
            json.put("child", child.id());
        } else if (node instanceof AllOf all) {
            write(all.parts(), json.putArray("all"));
        } else if (node instanceof AnyOf any) {
            write(any.parts(), json.putArray("any"));
        }
        return json;
    }

    private static void write(List<Node> parts, ArrayNode json) {
        parts.forEach(part -> json.add(write(part)));
    }
}
