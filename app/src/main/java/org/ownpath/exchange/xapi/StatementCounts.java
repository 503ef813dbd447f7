package org.ownpath.exchange.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The front door to counts over statements: how many there are, and with which average score, by verb, activity, actor, day
 * or week. Only for those who may read all statements. What was voided is not counted. A question that takes longer than
 * five seconds is given up.
 */
@Component
public class StatementCounts {

    /** The most lines of a page. */
    public static final int MOST = 500;

    private static final String GIVEN_UP = "57014";
    private static final String SCORE = "avg((s.body->'result'->'score'->>'scaled')::double precision)";

    private final JdbcClient database;
    private final LearningRecords records;
    private final Access access;
    private final TransactionTemplate transaction;

    StatementCounts(
            JdbcClient database, LearningRecords records, Access access, PlatformTransactionManager transactions) {
        this.database = database;
        this.records = records;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** By what statements are put together. */
    public enum By {
        VERB("s.verb", "o.body->'verb'->>'id'", word("o.body->'verb'->'display'")),
        ACTIVITY("s.activity", "o.body->'object'->>'id'", word("o.body->'object'->'definition'->'name'")),
        ACTOR(
                "s.actor",
                "coalesce(o.body->'actor'->'account'->>'name', o.body->'actor'->>'mbox', "
                        + "o.body->'actor'->>'mbox_sha1sum', o.body->'actor'->>'openid', 'a group')",
                "o.body->'actor'->>'name'"),
        DAY("(s.stored_at at time zone 'UTC')::date", "g.day::text", "null"),
        WEEK("date_trunc('week', s.stored_at at time zone 'UTC')::date", "g.week::text", "null");

        private final String key;
        private final String shown;
        private final String called;

        By(String key, String shown, String called) {
            this.key = key;
            this.shown = shown;
            this.called = called;
        }

        /** A text of several languages: in English, or in whichever there is. */
        private static String word(String languages) {
            return "coalesce(" + languages + "->>'en-US', (select w.value from jsonb_each_text(" + languages
                    + ") w limit 1))";
        }

        /** As a request names it. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What is counted.
     *
     * @param by in which order lines are put together; none: all in one
     * @param agent by its identifier, as JSON
     * @param since stored after
     * @param until stored no later than
     * @param scores whether the average score is wanted, for which each statement has to be read
     */
    public record Wish(
            List<By> by,
            Optional<String> agent,
            Optional<String> verb,
            Optional<String> activity,
            Optional<UUID> registration,
            Optional<Instant> since,
            Optional<Instant> until,
            boolean scores) {

        /** Keeps its own copy, each once. */
        public Wish {
            by = by.stream().distinct().toList();
        }
    }

    /**
     * A line.
     *
     * @param of what it is of, by the codes of the wish
     * @param called what one of its statements calls that, where it does
     * @param score the average of the scaled scores that were told; empty where none was or it was not wanted
     */
    public record Line(Map<String, String> of, Map<String, String> called, long statements, OptionalDouble score) {}

    /**
     * A verb or an activity that came.
     *
     * @param code the address by which programs know it
     * @param called what one of its statements calls it; empty where it does not
     */
    public record Kind(String code, String called) {}

    /** What came of a question. */
    public sealed interface Counted {

        /** The lines, those with most statements first, and whether there are more. */
        record Lines(List<Line> lines, boolean more) implements Counted {
            /** Keeps its own copy. */
            public Lines {
                lines = List.copyOf(lines);
            }
        }

        /** It cannot be answered, and what to ask instead. */
        record Refused(String why) implements Counted {}
    }

    /** Counts; the page begins after so many lines. */
    public Counted count(Viewer viewer, Wish wish, int from, int most) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        int limit = Math.max(1, Math.min(MOST, most));
        try {
            List<Line> lines = Objects.requireNonNull(transaction.execute(status -> {
                database.sql("set local statement_timeout = '5s'").update();
                return new Question(wish).run(Math.max(0, from), limit + 1);
            }));
            return new Counted.Lines(lines.subList(0, Math.min(limit, lines.size())), lines.size() > limit);
        } catch (XapiRefused refused) {
            return new Counted.Refused(refused.why());
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException sql && GIVEN_UP.equals(sql.getSQLState())) {
                return new Counted.Refused(
                        "That is more than can be counted in 5 seconds. Ask for less: by since, until or an activity.");
            }
            throw e;
        }
    }

    /**
     * The verbs or activities that came, the first by name, at most {@link #MOST}. They are looked up one after another where
     * the index keeps them in order, so that nothing is counted for it.
     *
     * @param by {@link By#VERB} or {@link By#ACTIVITY}
     */
    public List<Kind> kinds(Viewer viewer, By by) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        if (by != By.VERB && by != By.ACTIVITY) {
            throw new IllegalArgumentException(by + " has no index in which to look up its kinds");
        }
        String first =
                "(select %s from exchange.statement s where s.district_id = (select access.current_district()) and "
                        + "%s order by 1 limit 1)";
        return database.sql("with recursive known(key) as (select " + first.formatted(by.key, by.key + " is not null")
                        + " union all select " + first.formatted(by.key, by.key + " > known.key")
                        + " from known where known.key is not null)"
                        + " select " + by.shown + " as code, coalesce(" + by.called + ", '') as called"
                        + " from known cross join lateral (select s.body from exchange.statement s"
                        + " where s.district_id = (select access.current_district()) and " + by.key + " = known.key"
                        + " order by s.stored_at, s.seq limit 1) o order by 2, 1 limit ?")
                .param(MOST)
                .query((row, n) -> new Kind(row.getString("code"), row.getString("called")))
                .list();
    }

    /** One question under construction. */
    private final class Question {

        private final Wish wish;
        private final StringBuilder where = new StringBuilder();
        private final List<Object> values = new ArrayList<>();

        Question(Wish wish) {
            this.wish = wish;
            wish.agent()
                    .ifPresent(
                            agent -> and("s.actor = ?", records.who(agent).key().value()));
            wish.verb().ifPresent(verb -> and("s.verb = ?", Key.of(verb).value()));
            wish.activity().ifPresent(iri -> and("s.activity = ?", Key.of(iri).value()));
            wish.registration().ifPresent(id -> and("s.registration = ?", id));
            wish.since().ifPresent(since -> and("s.stored_at > ?", Timestamp.from(since)));
            wish.until().ifPresent(until -> and("s.stored_at <= ?", Timestamp.from(until)));
        }

        private void and(String condition, Object value) {
            where.append(" and ").append(condition);
            values.add(value);
        }

        List<Line> run(int from, int limit) {
            StringBuilder keys = new StringBuilder();
            StringBuilder groups = new StringBuilder();
            StringBuilder shown = new StringBuilder();
            for (By by : wish.by()) {
                keys.append(by.key).append(" as ").append(by.code()).append(", ");
                groups.append(groups.isEmpty() ? " group by " : ", ").append(by.key);
                shown.append(by.shown).append(" as ").append(by.code()).append(", ");
                shown.append(by.called).append(" as called_").append(by.code()).append(", ");
            }
            String sql = "select " + shown + "g.statements, g.score from (select " + keys
                    + """
                    count(*) as statements, min(s.seq) as one, %s as score
                    from exchange.statement s
                    where s.district_id = (select access.current_district()) and s.seq not in (
                        select x.seq from exchange.voiding v
                        join exchange.statement x on x.district_id = v.district_id and x.id = v.statement_id
                        where v.district_id = (select access.current_district()))""".formatted(wish.scores() ? SCORE : "null::double precision")
                    + where + groups
                    + " order by count(*) desc, min(s.seq) limit ? offset ?) g"
                    + " left join exchange.statement o on o.seq = g.one order by g.statements desc, g.one";
            values.add(limit);
            values.add(from);
            return database.sql(sql).params(values).query(this::line).list();
        }

        private Line line(ResultSet row, int n) throws SQLException {
            Map<String, String> of = new LinkedHashMap<>();
            Map<String, String> called = new LinkedHashMap<>();
            for (By by : wish.by()) {
                of.put(by.code(), Objects.requireNonNullElse(row.getString(by.code()), ""));
                Optional.ofNullable(row.getString("called_" + by.code()))
                        .ifPresent(name -> called.put(by.code(), name));
            }
            double score = row.getDouble("score");
            OptionalDouble average = row.wasNull() ? OptionalDouble.empty() : OptionalDouble.of(score);
            return new Line(of, called, row.getLong("statements"), average);
        }
    }
}
