package org.ownpath.pathway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored catalogue. */
@Component
class ActivityRows {

    /** What was said of another link is not said of this one. */
    private static final String ACTIVITY = """
            select a.*, v.fit, v.words as vetted_words, v.by as vetted_by, v.at as vetted_at,
                   c.alive, c.answer, c.checked_at
            from pathway.activity a
            left join lateral (select * from pathway.vetting v where v.activity_id = a.id
                               and v.link is not distinct from a.link order by v.at desc limit 1) v on true
            left join pathway.link_check c on c.link = a.link
            """;

    private final JdbcClient database;

    ActivityRows(JdbcClient database) {
        this.database = database;
    }

    /** Stores an activity; false when it is there already. */
    boolean add(ActivityId id, Activity.Described described, PersonId by, Instant at) {
        return described("""
                insert into pathway.activity
                    (id, district_id, kind, title, about, provider, in_school, place, meets, first_day, last_day, link,
                     competencies, tags, added_by, added_at)
                values (:id, :district, :kind, :title, :about, :provider, :inSchool, :place, :meets, :first, :last,
                        :link, :competencies, :tags, :by, :at) on conflict (id) do nothing""", id, described)
                        .param("district", DistrictScope.require().value())
                        .param("by", by.value())
                        .param("at", Timestamp.from(at))
                        .update()
                > 0;
    }

    void change(ActivityId id, Activity.Described described) {
        described("""
                update pathway.activity set kind = :kind, title = :title, about = :about, provider = :provider,
                    in_school = :inSchool, place = :place, meets = :meets, first_day = :first, last_day = :last,
                    link = :link, competencies = :competencies, tags = :tags
                where id = :id""", id, described).update();
    }

    private JdbcClient.StatementSpec described(String sql, ActivityId id, Activity.Described described) {
        Activity.Held held = described.held();
        return database.sql(sql)
                .param("id", id.value())
                .param("kind", described.kind().code())
                .param("title", described.title())
                .param("about", described.about())
                .param("provider", described.provider())
                .param("inSchool", held.inSchool())
                .param("place", held.place())
                .param("meets", held.meets())
                .param("first", held.firstDay().orElse(null), Types.DATE)
                .param("last", held.lastDay().orElse(null), Types.DATE)
                .param("link", described.link().orElse(null), Types.VARCHAR)
                .param("competencies", GoalRows.ids(described.competencies()))
                .param("tags", described.tags().toArray(String[]::new));
    }

    void retire(ActivityId id, Instant at) {
        database.sql("update pathway.activity set retired_at = ? where id = ? and retired_at is null")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    Optional<Activity> find(ActivityId id) {
        return database.sql(ACTIVITY + "where a.id = ?")
                .param(id.value())
                .query(ActivityRows::activity)
                .optional();
    }

    /** Those with these ids. */
    Map<ActivityId, Activity> find(Collection<ActivityId> ids) {
        return database
                .sql(ACTIVITY + "where a.id = any(?)")
                .param(ids.stream().map(ActivityId::value).toArray(UUID[]::new))
                .query(ActivityRows::activity)
                .list()
                .stream()
                .collect(Collectors.toMap(Activity::id, activity -> activity));
    }

    /** All that are not retired, by title. */
    List<Activity> all() {
        return database.sql(ACTIVITY + "where a.retired_at is null order by a.title, a.id")
                .query(ActivityRows::activity)
                .list();
    }

    void addVetting(Activity activity, Activity.Vetting vetting) {
        database.sql("""
                insert into pathway.vetting (id, district_id, activity_id, link, fit, words, by, at)
                values (:id, :district, :activity, :link, :fit, :words, :by, :at)""")
                .param("id", TimeOrdered.next())
                .param("district", DistrictScope.require().value())
                .param("activity", activity.id().value())
                .param("link", activity.described().link().orElse(null), Types.VARCHAR)
                .param("fit", vetting.fit())
                .param("words", vetting.words())
                .param("by", vetting.by().value())
                .param("at", Timestamp.from(vetting.at()))
                .update();
    }

    /** Links in use that were not asked since then, those never asked first. */
    List<String> linksToAsk(Instant since, int most) {
        return database.sql("""
                select a.link from pathway.activity a left join pathway.link_check c on c.link = a.link
                where a.link is not null and a.retired_at is null and (c.checked_at is null or c.checked_at < ?)
                group by a.link, c.checked_at order by c.checked_at nulls first, a.link limit ?""")
                .params(Timestamp.from(since), most)
                .query(String.class)
                .list();
    }

    void answered(String link, Activity.Answer answer) {
        database.sql("""
                insert into pathway.link_check (district_id, link, alive, answer, checked_at) values (?, ?, ?, ?, ?)
                on conflict (district_id, link)
                do update set alive = excluded.alive, answer = excluded.answer, checked_at = excluded.checked_at""")
                .params(
                        DistrictScope.require().value(),
                        link,
                        answer.alive(),
                        answer.words(),
                        Timestamp.from(answer.at()))
                .update();
    }

    private static Activity activity(ResultSet row, int n) throws SQLException {
        return new Activity(
                new ActivityId(row.getObject("id", UUID.class)),
                new Activity.Described(
                        ActivityKind.ofCode(row.getString("kind")).orElseThrow(),
                        row.getString("title"),
                        row.getString("about"),
                        row.getString("provider"),
                        new Activity.Held(
                                row.getBoolean("in_school"),
                                row.getString("place"),
                                row.getString("meets"),
                                Optional.ofNullable(row.getObject("first_day", LocalDate.class)),
                                Optional.ofNullable(row.getObject("last_day", LocalDate.class))),
                        Optional.ofNullable(row.getString("link")),
                        GoalRows.ids(row, "competencies"),
                        List.of((String[]) row.getArray("tags").getArray())),
                person(row, "added_by"),
                row.getTimestamp("retired_at") != null,
                row.getString("vetted_words") == null ? Optional.empty() : Optional.of(vetting(row)),
                row.getString("answer") == null ? Optional.empty() : Optional.of(answer(row)));
    }

    private static Activity.Vetting vetting(ResultSet row) throws SQLException {
        return new Activity.Vetting(
                row.getBoolean("fit"),
                row.getString("vetted_words"),
                person(row, "vetted_by"),
                row.getTimestamp("vetted_at").toInstant());
    }

    private static Activity.Answer answer(ResultSet row) throws SQLException {
        return new Activity.Answer(
                row.getBoolean("alive"),
                row.getString("answer"),
                row.getTimestamp("checked_at").toInstant());
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }
}
