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
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who is on the way to a tool, who picks content there, and what lets a tool use the services. All of it passes. */
@Component
class LaunchRows {

    private final JdbcClient database;

    LaunchRows(JdbcClient database) {
        this.database = database;
    }

    /** Somebody on the way to a tool: to some content, or to pick content. */
    record Underway(ToolId tool, Optional<ToolLinkId> link, Optional<UUID> pick, PersonId person) {}

    /** What somebody wants of what they pick. */
    record Pick(UUID id, ToolId tool, AccountId by, ToolLink.Counting counting, boolean answered, String said) {}

    /** What a tool may do for an hour. */
    record Opened(ToolId tool, List<String> scopes) {}

    void insert(SecretToken token, Underway underway, Instant now, Instant expires) {
        database.sql("delete from exchange.lti_launch where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
        database.sql("""
                insert into exchange.lti_launch (hash, district_id, tool_id, link_id, pick_id, person_id, expires_at)
                values (:hash, :district, :tool, :link, :pick, :person, :expires)""")
                .param("hash", token.hash())
                .param("district", DistrictScope.require().value())
                .param("tool", underway.tool().value())
                .param("link", underway.link().map(ToolLinkId::value).orElse(null), Types.OTHER)
                .param("pick", underway.pick().orElse(null), Types.OTHER)
                .param("person", underway.person().value())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** Whoever comes by such a token, once. */
    Optional<Underway> take(SecretToken token, Instant now) {
        return database.sql("delete from exchange.lti_launch where hash = ? and expires_at > ? returning *")
                .params(token.hash(), Timestamp.from(now))
                .query((row, n) -> new Underway(
                        new ToolId(row.getObject("tool_id", UUID.class)),
                        Optional.ofNullable(uuid(row, "link_id")).map(ToolLinkId::new),
                        Optional.ofNullable(uuid(row, "pick_id")),
                        new PersonId(row.getObject("person_id", UUID.class))))
                .optional();
    }

    void insert(Viewer by, Pick pick, Instant expires) {
        ToolLink.Counting counting = pick.counting();
        database.sql("""
                insert into exchange.lti_pick (id, district_id, tool_id, picked_by, competency_id, steps, form, depth,
                    context, purpose, expires_at)
                values (:id, :district, :tool, :by, :competency, :steps::jsonb, :form, :depth, :context, :purpose, :expires)""")
                .param("id", pick.id())
                .param("district", by.district().value())
                .param("tool", pick.tool().value())
                .param("by", by.account().value())
                .param("competency", counting.competency().value())
                .param("steps", EvidenceRule.Step.written(counting.steps()))
                .param("form", counting.nature().form().code())
                .param("depth", counting.nature().depth().code())
                .param("context", counting.nature().context().code())
                .param("purpose", counting.nature().purpose().code())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    Optional<Pick> pick(UUID id) {
        return database.sql("select * from exchange.lti_pick where id = ?")
                .param(id)
                .query(LaunchRows::pick)
                .optional();
    }

    /** Whether this is the answer to a pick that is open still. */
    boolean answer(UUID pick, Instant now) {
        return database.sql("""
                update exchange.lti_pick set answered_at = ? where id = ? and answered_at is null and expires_at > ?""")
                        .params(Timestamp.from(now), pick, Timestamp.from(now))
                        .update()
                == 1;
    }

    /** What became of what was picked, in words. */
    void say(UUID pick, String words) {
        database.sql("update exchange.lti_pick set said = ? where id = ?")
                .params(words, pick)
                .update();
    }

    void open(SecretToken token, Opened opened, Instant now, Instant expires) {
        database.sql("delete from exchange.lti_access where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
        database.sql("""
                insert into exchange.lti_access (token_hash, district_id, tool_id, scopes, expires_at)
                values (?, ?, ?, ?, ?)""")
                .params(
                        token.hash(),
                        DistrictScope.require().value(),
                        opened.tool().value(),
                        opened.scopes().toArray(String[]::new),
                        Timestamp.from(expires))
                .update();
    }

    Optional<Opened> opened(SecretToken token, Instant now) {
        return database.sql("select tool_id, scopes from exchange.lti_access where token_hash = ? and expires_at > ?")
                .params(token.hash(), Timestamp.from(now))
                .query((row, n) -> new Opened(new ToolId(row.getObject("tool_id", UUID.class)), List.of((String[])
                        row.getArray("scopes").getArray())))
                .optional();
    }

    private static Pick pick(ResultSet row, int n) throws SQLException {
        return new Pick(
                row.getObject("id", UUID.class),
                new ToolId(row.getObject("tool_id", UUID.class)),
                new AccountId(row.getObject("picked_by", UUID.class)),
                LinkRows.counting(row),
                row.getTimestamp("answered_at") != null,
                row.getString("said"));
    }

    private static @Nullable UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }
}
