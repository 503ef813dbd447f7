package org.ownpath.exchange.lti.tools;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tools, the offers by which they register, and whom and which classes each knows, as the database keeps them. */
@Component
class ToolRows {

    private final JdbcClient database;

    ToolRows(JdbcClient database) {
        this.database = database;
    }

    List<Tool> inUse() {
        return database.sql("select * from exchange.lti_tool where ended_at is null order by name, made_at")
                .query(ToolRows::tool)
                .list();
    }

    Optional<Tool> find(ToolId id) {
        return database.sql("select * from exchange.lti_tool where id = ?")
                .param(id.value())
                .query(ToolRows::tool)
                .optional();
    }

    /** The one that is connected and calls itself so. */
    Optional<Tool> connected(String clientId) {
        try {
            return find(ToolId.of(clientId)).filter(found -> found.endedAt().isEmpty());
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    Optional<Tool> ofAccount(AccountId account) {
        return database.sql("select * from exchange.lti_tool where speaks_as = ? and ended_at is null")
                .param(account.value())
                .query(ToolRows::tool)
                .optional();
    }

    void insert(Viewer by, Tool tool) {
        Tool.Addresses addresses = tool.addresses();
        database.sql("""
                insert into exchange.lti_tool (id, district_id, name, initiation, keys, redirects, target, picker,
                    tells_names, speaks_as, made_by, made_at)
                values (:id, :district, :name, :initiation, :keys, :redirects, :target, :picker, :names, :account, :by, :at)""")
                .param("id", tool.id().value())
                .param("district", by.district().value())
                .param("name", tool.name())
                .param("initiation", addresses.initiation())
                .param("keys", addresses.keys())
                .param("redirects", addresses.redirects().toArray(String[]::new))
                .param("target", addresses.target())
                .param("picker", addresses.picker().orElse(null), Types.VARCHAR)
                .param("names", tool.described().tellsNames())
                .param("account", tool.account().value())
                .param("by", by.account().value())
                .param("at", Timestamp.from(tool.madeAt()))
                .update();
    }

    boolean end(ToolId id, Instant now) {
        database.sql("delete from exchange.lti_access where tool_id = ?")
                .param(id.value())
                .update();
        return database.sql("update exchange.lti_tool set ended_at = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), id.value())
                        .update()
                == 1;
    }

    void offer(Viewer by, SecretToken token, Instant expires) {
        database.sql("""
                insert into exchange.lti_tool_offer (token_hash, district_id, made_by, expires_at) values (?, ?, ?, ?)""")
                .params(token.hash(), by.district().value(), by.account().value(), Timestamp.from(expires))
                .update();
    }

    /** Who made an offer that is open still. */
    Optional<AccountId> offeredBy(SecretToken token, Instant now) {
        return database.sql("""
                select made_by from exchange.lti_tool_offer
                where token_hash = ? and tool_id is null and expires_at > ?""")
                .params(token.hash(), Timestamp.from(now))
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    /** Whether this is the one tool that takes an offer. */
    boolean takeOffer(SecretToken token, ToolId tool) {
        return database.sql("update exchange.lti_tool_offer set tool_id = ? where token_hash = ? and tool_id is null")
                        .params(tool.value(), token.hash())
                        .update()
                == 1;
    }

    /** By which name a tool knows somebody, from now on if it did not yet. */
    UUID knownAs(ToolId tool, PersonId person, Instant now) {
        database.sql("""
                insert into exchange.lti_person (tool_id, district_id, person_id, known_as, since) values (?, ?, ?, ?, ?)
                on conflict (tool_id, person_id) do nothing""")
                .params(
                        tool.value(),
                        DistrictScope.require().value(),
                        person.value(),
                        UUID.randomUUID(),
                        Timestamp.from(now))
                .update();
        return database.sql("select known_as from exchange.lti_person where tool_id = ? and person_id = ?")
                .params(tool.value(), person.value())
                .query(UUID.class)
                .single();
    }

    /** Whom a tool calls so. */
    Optional<PersonId> person(ToolId tool, String knownAs) {
        return database.sql("select person_id from exchange.lti_person where tool_id = ? and known_as::text = ?")
                .params(tool.value(), knownAs)
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .optional();
    }

    void openedIn(ToolId tool, GroupId group) {
        database.sql("""
                insert into exchange.lti_class (tool_id, district_id, group_id) values (?, ?, ?) on conflict do nothing""")
                .params(tool.value(), DistrictScope.require().value(), group.value())
                .update();
    }

    boolean wasOpenedIn(ToolId tool, GroupId group) {
        return database.sql("select exists (select from exchange.lti_class where tool_id = ? and group_id = ?)")
                .params(tool.value(), group.value())
                .query(Boolean.class)
                .single();
    }

    private static Tool tool(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Tool(
                new ToolId(row.getObject("id", UUID.class)),
                new Tool.Described(
                        row.getString("name"),
                        new Tool.Addresses(
                                row.getString("initiation"),
                                row.getString("keys"),
                                List.of((String[]) row.getArray("redirects").getArray()),
                                row.getString("target"),
                                Optional.ofNullable(row.getString("picker"))),
                        row.getBoolean("tells_names")),
                new AccountId(row.getObject("speaks_as", UUID.class)),
                row.getTimestamp("made_at").toInstant(),
                ended == null ? Optional.empty() : Optional.of(ended.toInstant()));
    }
}
