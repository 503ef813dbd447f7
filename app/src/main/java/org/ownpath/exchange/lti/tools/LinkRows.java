package org.ownpath.exchange.lti.tools;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Contents of tools that are activities, as the database keeps them. */
@Component
class LinkRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    LinkRows(JdbcClient database) {
        this.database = database;
    }

    void insert(Viewer by, ToolLink link, Instant now) {
        ObjectNode custom = JSON.createObjectNode();
        link.content().custom().forEach(custom::put);
        ToolLink.Counting counting = link.counting();
        database.sql("""
                insert into exchange.lti_link (id, district_id, tool_id, activity_id, title, target, custom, competency_id,
                    steps, form, depth, context, purpose, made_by, made_at)
                values (:id, :district, :tool, :activity, :title, :target, :custom::jsonb, :competency, :steps::jsonb,
                    :form, :depth, :context, :purpose, :by, :at)""")
                .param("id", link.id().value())
                .param("district", by.district().value())
                .param("tool", link.tool().value())
                .param("activity", link.activity().value())
                .param("title", link.content().title())
                .param("target", link.content().target())
                .param("custom", custom.toString())
                .param("competency", counting.competency().value())
                .param("steps", EvidenceRule.Step.written(counting.steps()))
                .param("form", counting.nature().form().code())
                .param("depth", counting.nature().depth().code())
                .param("context", counting.nature().context().code())
                .param("purpose", counting.nature().purpose().code())
                .param("by", by.account().value())
                .param("at", Timestamp.from(now))
                .update();
    }

    Optional<ToolLink> find(ToolLinkId id) {
        return database.sql("select * from exchange.lti_link where id = ?")
                .param(id.value())
                .query(LinkRows::link)
                .optional();
    }

    Optional<ToolLink> ofActivity(ActivityId activity) {
        return database.sql("""
                select l.* from exchange.lti_link l join exchange.lti_tool t on t.id = l.tool_id
                where l.activity_id = ? and t.ended_at is null""").param(activity.value()).query(LinkRows::link).optional();
    }

    /** The tools that these activities open, by name; those that open none are left out. */
    Map<ActivityId, String> toolsOf(Collection<ActivityId> activities) {
        Map<ActivityId, String> names = new HashMap<>();
        database.sql("""
                select l.activity_id, t.name from exchange.lti_link l join exchange.lti_tool t on t.id = l.tool_id
                where l.activity_id = any(?) and t.ended_at is null""")
                .param(activities.stream().map(ActivityId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new ActivityId(row.getObject(1, UUID.class)), row.getString(2));
                });
        return names;
    }

    List<ToolLink> ofTool(ToolId tool) {
        return database.sql("select * from exchange.lti_link where tool_id = ? order by made_at desc, id")
                .param(tool.value())
                .query(LinkRows::link)
                .list();
    }

    static ToolLink.Counting counting(ResultSet row) throws SQLException {
        return new ToolLink.Counting(
                new CompetencyId(row.getObject("competency_id", UUID.class)),
                EvidenceRule.Step.read(row.getString("steps")),
                Observation.Nature.ofCodes(
                        row.getString("form"),
                        row.getString("depth"),
                        row.getString("context"),
                        row.getString("purpose")));
    }

    private static ToolLink link(ResultSet row, int n) throws SQLException {
        Map<String, String> custom = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> each :
                JSON.readTree(row.getString("custom")).properties()) {
            custom.put(each.getKey(), each.getValue().asString(""));
        }
        return new ToolLink(
                new ToolLinkId(row.getObject("id", UUID.class)),
                new ToolId(row.getObject("tool_id", UUID.class)),
                new ActivityId(row.getObject("activity_id", UUID.class)),
                new ToolLink.Content(row.getString("title"), row.getString("target"), custom),
                counting(row));
    }
}
