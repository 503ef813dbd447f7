package org.ownpath.exchange.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds statements in the order in which they were stored. The narrowest thing that is asked for leads, through an index
 * that has this order, and the others are looked up for each that it finds, so that a page costs about its length.
 */
@Component
class StatementSearch {

    private static final String STANDING = """
             and (s.verb = ? or not exists (select 1 from exchange.voiding v
                  where v.district_id = s.district_id and v.statement_id = s.id))""";

    private final JdbcClient database;

    StatementSearch(JdbcClient database) {
        this.database = database;
    }

    /** One more than the page has, if there are more. */
    List<Kept> page(Asked asked) {
        return new Query(asked).run();
    }

    /** The statement with this id, voided or not as asked. */
    Optional<Kept> one(UUID id, boolean voided, Optional<UUID> sentBy) {
        return database.sql("""
                select s.id, s.body::text as body, s.stored_at, s.seq from exchange.statement s
                where s.id = :id and s.district_id = (select access.current_district())
                  and (s.verb <> :voids and exists (select 1 from exchange.voiding v
                       where v.district_id = s.district_id and v.statement_id = s.id)) = :voided
                  and (cast(:sender as uuid) is null or s.sent_by = cast(:sender as uuid))""")
                .param("id", id)
                .param("voids", Key.of(StatementCheck.VOIDED).value())
                .param("voided", voided)
                .param("sender", sentBy.orElse(null))
                .query(StatementSearch::kept)
                .optional();
    }

    private static Kept kept(ResultSet row, int n) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("body"),
                new Asked.Mark(row.getTimestamp("stored_at").toInstant(), row.getLong("seq")));
    }

    /** One query under construction. */
    private final class Query {

        private final Asked asked;
        private final StringBuilder sql =
                new StringBuilder("select s.id, s.body::text as body, s.stored_at, s.seq from (");
        private final List<Object> values = new ArrayList<>();
        private final String order;

        Query(Asked asked) {
            this.asked = asked;
            this.order = asked.ascending() ? " order by stored_at, seq" : " order by stored_at desc, seq desc";
        }

        List<Kept> run() {
            Asked.Filter filter = asked.filter();
            if (filter.registration().isPresent()) {
                lead("s.registration = ?", filter.registration().get(), Mention.Kind.REGISTRATION);
            } else if (filter.agent().isPresent()) {
                leadByAgent(filter.agent().get());
            } else if (filter.activity().isPresent()) {
                lead("s.activity = ?", filter.activity().get().value(), activityKinds());
            } else if (filter.verb().isPresent()) {
                lead("s.verb = ?", filter.verb().get().value(), Mention.Kind.VERB);
            } else {
                own(asked.sentBy().isPresent() ? "s.sent_by = ?" : "true", asked.sentBy());
            }
            sql.append(") f join exchange.statement s using (seq, stored_at)")
                    .append(order)
                    .append(" limit ?");
            values.add(asked.limit() + 1);
            return database.sql(sql.toString())
                    .params(values)
                    .query(StatementSearch::kept)
                    .list();
        }

        private void leadByAgent(Asked.Who who) {
            lead("s.actor = ?", who.key().value(), agentKinds());
            if (asked.filter().relatedAgents() && who.account().isPresent()) {
                sql.append(" union ");
                own("s.sent_by = ?", who.account());
            }
        }

        private void lead(String column, UUID key, Mention.Kind... kinds) {
            own(column, Optional.of(key));
            for (Mention.Kind kind : kinds) {
                sql.append(" union ");
                mentioned(key, kind);
            }
        }

        /** Those that have it themselves. */
        private void own(String column, Optional<UUID> key) {
            sql.append("(select s.stored_at, s.seq from exchange.statement s"
                            + " where s.district_id = (select access.current_district()) and ")
                    .append(column);
            key.ifPresent(values::add);
            range("s.");
            others();
            cut("s.");
        }

        /** Those that name it otherwise. */
        private void mentioned(UUID key, Mention.Kind kind) {
            sql.append("(select m.stored_at, m.seq from exchange.statement_mention m"
                    + " join exchange.statement s on s.seq = m.seq"
                    + " where m.district_id = (select access.current_district()) and m.kind = ? and m.key = ?");
            values.add(kind.number());
            values.add(key);
            range("m.");
            others();
            cut("m.");
        }

        private void cut(String table) {
            sql.append(
                    asked.ascending()
                            ? " order by " + table + "stored_at, " + table + "seq limit ?)"
                            : " order by " + table + "stored_at desc, " + table + "seq desc limit ?)");
            values.add(asked.limit() + 1);
        }

        private void range(String table) {
            asked.range().since().ifPresent(since -> {
                sql.append(" and ").append(table).append("stored_at > ?");
                values.add(Timestamp.from(since));
            });
            asked.range().until().ifPresent(until -> {
                sql.append(" and ").append(table).append("stored_at <= ?");
                values.add(Timestamp.from(until));
            });
            asked.after().ifPresent(mark -> {
                sql.append(" and (" + table + "stored_at, " + table + "seq) " + (asked.ascending() ? ">" : "<")
                        + " (?, ?)");
                values.add(Timestamp.from(mark.storedAt()));
                values.add(mark.seq());
            });
        }

        /** Everything that is asked for, the leading thing too: it costs nothing to be found again. */
        private void others() {
            Asked.Filter filter = asked.filter();
            filter.registration().ifPresent(id -> either("s.registration", id, Mention.Kind.REGISTRATION));
            filter.agent().ifPresent(who -> {
                if (!filter.relatedAgents() || who.account().isEmpty()) {
                    either("s.actor", who.key().value(), agentKinds());
                }
            });
            filter.activity().ifPresent(key -> either("s.activity", key.value(), activityKinds()));
            filter.verb().ifPresent(key -> either("s.verb", key.value(), Mention.Kind.VERB));
            asked.sentBy().ifPresent(sender -> {
                sql.append(" and s.sent_by = ?");
                values.add(sender);
            });
            sql.append(" ").append(STANDING);
            values.add(Key.of(StatementCheck.VOIDED).value());
        }

        private void either(String column, UUID key, Mention.Kind... kinds) {
            sql.append(" and (").append(column).append(" = ?");
            values.add(key);
            for (Mention.Kind kind : kinds) {
                sql.append(" or exists (select 1 from exchange.statement_mention o where o.district_id = s.district_id"
                        + " and o.kind = ? and o.key = ? and o.stored_at = s.stored_at and o.seq = s.seq)");
                values.add(kind.number());
                values.add(key);
            }
            sql.append(")");
        }

        private Mention.Kind[] agentKinds() {
            return asked.filter().relatedAgents()
                    ? new Mention.Kind[] {Mention.Kind.AGENT, Mention.Kind.RELATED_AGENT}
                    : new Mention.Kind[] {Mention.Kind.AGENT};
        }

        private Mention.Kind[] activityKinds() {
            return asked.filter().relatedActivities()
                    ? new Mention.Kind[] {Mention.Kind.ACTIVITY, Mention.Kind.RELATED_ACTIVITY}
                    : new Mention.Kind[] {Mention.Kind.ACTIVITY};
        }
    }
}
