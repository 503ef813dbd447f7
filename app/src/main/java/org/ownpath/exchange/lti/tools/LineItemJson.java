package org.ownpath.exchange.lti.tools;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.ownpath.exchange.StrictJson;
import org.ownpath.exchange.lti.LtiAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Line items as tools write and read them. */
record LineItemJson(ObjectNode json) {

    private static final int LONGEST = 200;

    static ObjectNode of(LineItem item, LtiAddress address) {
        ObjectNode json = StrictJson.empty();
        LineItem.Described described = item.described();
        json.put("id", address.of("/services/lineitems/" + item.id()));
        json.put("label", described.label());
        json.put("scoreMaximum", described.maximum());
        json.put("resourceId", described.resource());
        json.put("tag", described.tag());
        item.link().ifPresent(link -> json.put("resourceLinkId", link.toString()));
        described.starts().ifPresent(starts -> json.put("startDateTime", starts.toString()));
        described.ends().ifPresent(ends -> json.put("endDateTime", ends.toString()));
        return json;
    }

    static String of(List<LineItem> items, LtiAddress address) {
        ArrayNode array = StrictJson.empty().putArray("items");
        items.forEach(item -> array.add(of(item, address)));
        return array.toString();
    }

    /** The content that it is for. */
    Optional<ToolLinkId> link() {
        String said = json.path("resourceLinkId").asString("");
        try {
            return said.isEmpty() ? Optional.empty() : Optional.of(ToolLinkId.of(said));
        } catch (IllegalArgumentException e) {
            throw ToolRefused.because("resourceLinkId names no content of this tool.");
        }
    }

    LineItem.Described described() {
        String label = text("label");
        double maximum = json.path("scoreMaximum").asDouble(0);
        if (label.isBlank()) {
            throw ToolRefused.because("label is missing.");
        }
        if (!json.path("scoreMaximum").isNumber() || !(maximum > 0) || !Double.isFinite(maximum)) {
            throw ToolRefused.because("scoreMaximum has to be a number above 0.");
        }
        return new LineItem.Described(
                label, maximum, text("resourceId"), text("tag"), moment("startDateTime"), moment("endDateTime"));
    }

    private String text(String name) {
        JsonNode said = json.path(name);
        String text = said.asString("");
        if (text.length() > LONGEST || text.indexOf(0) >= 0 || said.isContainer()) {
            throw ToolRefused.because(name + " has to be a text of up to " + LONGEST + " characters.");
        }
        return text;
    }

    private Optional<Instant> moment(String name) {
        String said = text(name);
        return said.isEmpty() ? Optional.empty() : Optional.of(moment(name, said));
    }

    /** A moment with its time zone. */
    static Instant moment(String name, String said) {
        try {
            return OffsetDateTime.parse(said).toInstant();
        } catch (DateTimeException e) {
            throw ToolRefused.because(
                    name + " has to be a moment with its time zone, such as 2026-10-01T09:30:00.123Z.");
        }
    }
}
