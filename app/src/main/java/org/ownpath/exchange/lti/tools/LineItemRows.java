package org.ownpath.exchange.lti.tools;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Line items, as the database keeps them. */
@Component
class LineItemRows {

    private final JdbcClient database;

    LineItemRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * Which line items are asked for; what is empty does not matter.
     *
     * @param from how many to pass over
     */
    record Asked(String link, String resource, String tag, int from, int most) {}

    void insert(LineItem item, Instant now) {
        described("""
                insert into exchange.lti_line_item (id, district_id, tool_id, link_id, label, maximum, resource_id, tag,
                    starts_at, ends_at, made_at)
                values (:id, :district, :tool, :link, :label, :maximum, :resource, :tag, :starts, :ends, :at)""", item)
                .param("district", DistrictScope.require().value())
                .param("tool", item.tool().value())
                .param("link", item.link().map(ToolLinkId::value).orElse(null), Types.OTHER)
                .param("at", Timestamp.from(now))
                .update();
    }

    void change(LineItem item) {
        described("""
                update exchange.lti_line_item set label = :label, maximum = :maximum, resource_id = :resource, tag = :tag,
                    starts_at = :starts, ends_at = :ends
                where id = :id""", item).update();
    }

    boolean end(UUID id, Instant now) {
        return database.sql("update exchange.lti_line_item set ended_at = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    Optional<LineItem> find(ToolId tool, UUID id) {
        return database.sql("select * from exchange.lti_line_item where tool_id = ? and id = ? and ended_at is null")
                .params(tool.value(), id)
                .query(LineItemRows::item)
                .optional();
    }

    /** The only one of some content, for the claim of its opening; empty where it has none or several. */
    Optional<LineItem> ofLink(ToolLinkId link) {
        List<LineItem> items = database.sql(
                        "select * from exchange.lti_line_item where link_id = ? and ended_at is null limit 2")
                .param(link.value())
                .query(LineItemRows::item)
                .list();
        return items.size() == 1 ? Optional.of(items.get(0)) : Optional.empty();
    }

    List<LineItem> of(ToolId tool, Asked asked) {
        return database.sql("""
                select * from exchange.lti_line_item
                where tool_id = :tool and ended_at is null
                  and (:link = '' or link_id::text = :link)
                  and (:resource = '' or resource_id = :resource) and (:tag = '' or tag = :tag)
                order by made_at, id offset :from limit :most""")
                .param("tool", tool.value())
                .param("link", asked.link())
                .param("resource", asked.resource())
                .param("tag", asked.tag())
                .param("from", asked.from())
                .param("most", asked.most())
                .query(LineItemRows::item)
                .list();
    }

    private JdbcClient.StatementSpec described(String sql, LineItem item) {
        LineItem.Described described = item.described();
        return database.sql(sql)
                .param("id", item.id())
                .param("label", described.label())
                .param("maximum", described.maximum())
                .param("resource", described.resource())
                .param("tag", described.tag())
                .param("starts", described.starts().map(Timestamp::from).orElse(null), Types.TIMESTAMP)
                .param("ends", described.ends().map(Timestamp::from).orElse(null), Types.TIMESTAMP);
    }

    private static LineItem item(ResultSet row, int n) throws SQLException {
        UUID link = row.getObject("link_id", UUID.class);
        return new LineItem(
                row.getObject("id", UUID.class),
                new ToolId(row.getObject("tool_id", UUID.class)),
                link == null ? Optional.empty() : Optional.of(new ToolLinkId(link)),
                new LineItem.Described(
                        row.getString("label"),
                        row.getDouble("maximum"),
                        row.getString("resource_id"),
                        row.getString("tag"),
                        instant(row.getTimestamp("starts_at")),
                        instant(row.getTimestamp("ends_at"))));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? Optional.empty() : Optional.of(timestamp.toInstant());
    }
}
