package org.ownpath.exchange.xapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Finds what a statement that was checked names. For one statement. */
final class Naming {

    private final JsonNode statement;
    private final List<Mention> mentions = new ArrayList<>();

    private Naming(JsonNode statement) {
        this.statement = statement;
    }

    static NewStatement.Named of(JsonNode statement) {
        return new Naming(statement).named();
    }

    private NewStatement.Named named() {
        JsonNode actor = statement.path("actor");
        JsonNode object = statement.path("object");
        String type = object.path("objectType").asString("Activity");
        String verb = statement.path("verb").path("id").asString();
        Optional<Identifier> learner = Identifier.of(actor);
        members(actor, Mention.Kind.AGENT);
        switch (type) {
            case "Agent", "Group" -> agent(object, Mention.Kind.AGENT);
            case "SubStatement" -> related(object);
            default -> {
                // an activity is a key of the statement itself, and what a reference leads to is found where it is kept
            }
        }
        context(statement.path("context"));
        Optional<UUID> refersTo = type.equals("StatementRef")
                ? Optional.of(UUID.fromString(object.path("id").asString()))
                : Optional.empty();
        return new NewStatement.Named(
                learner.map(Identifier::key)
                        .orElseGet(
                                () -> Key.of("anonymous " + statement.path("id").asString())),
                Key.of(verb),
                type.equals("Activity") ? Optional.of(Key.of(object.path("id").asString())) : Optional.empty(),
                registration(statement.path("context")),
                refersTo,
                verb.equals(StatementCheck.VOIDED) ? refersTo : Optional.empty(),
                ofOne(actor) ? learner : Optional.empty(),
                mentions.stream().distinct().toList());
    }

    static boolean ofOne(JsonNode actor) {
        return !actor.path("objectType")
                .asString("Agent")
                .toLowerCase(Locale.ROOT)
                .equals("group");
    }

    private static Optional<UUID> registration(JsonNode context) {
        return Optional.ofNullable(context.get("registration"))
                .map(JsonNode::asString)
                .map(UUID::fromString);
    }

    private void related(JsonNode within) {
        agent(within.path("actor"), Mention.Kind.RELATED_AGENT);
        JsonNode object = within.path("object");
        String type = object.path("objectType").asString("Activity");
        if (type.equals("Activity")) {
            activity(object);
        } else if (type.equals("Agent") || type.equals("Group")) {
            agent(object, Mention.Kind.RELATED_AGENT);
        }
        context(within.path("context"));
    }

    private void context(JsonNode context) {
        agent(context.path("instructor"), Mention.Kind.RELATED_AGENT);
        agent(context.path("team"), Mention.Kind.RELATED_AGENT);
        context.path("contextAgents").forEach(each -> agent(each.path("agent"), Mention.Kind.RELATED_AGENT));
        context.path("contextGroups").forEach(each -> agent(each.path("group"), Mention.Kind.RELATED_AGENT));
        ContextCheck.RELATIONS.forEach(
                relation -> context.path("contextActivities").path(relation).forEach(this::activity));
    }

    private void activity(JsonNode activity) {
        mentions.add(new Mention(
                Mention.Kind.RELATED_ACTIVITY, Key.of(activity.path("id").asString())));
    }

    private void agent(JsonNode agent, Mention.Kind kind) {
        Identifier.of(agent).ifPresent(identifier -> mentions.add(new Mention(kind, identifier.key())));
        members(agent, kind);
    }

    private void members(JsonNode group, Mention.Kind kind) {
        group.path("member")
                .forEach(member -> Identifier.of(member)
                        .ifPresent(identifier -> mentions.add(new Mention(kind, identifier.key()))));
    }
}
