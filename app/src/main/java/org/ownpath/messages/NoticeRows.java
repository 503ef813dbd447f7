package org.ownpath.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored notices. */
@Component
class NoticeRows {

    private final JdbcClient database;

    NoticeRows(JdbcClient database) {
        this.database = database;
    }

    /** Keeps these notices, but for those that their readers have been told already. */
    void add(List<Notice> notices) {
        if (notices.isEmpty()) {
            return;
        }
        database.sql("""
                insert into messages.notice (id, district_id, reader_id, kind, student_id, subject, matter, key, at)
                select t.id, :district, t.reader, t.kind, t.student, t.subject, t.matter, t.key, t.at
                from unnest(:ids::uuid[], :readers::uuid[], :kinds::text[], :students::uuid[], :subjects::text[],
                            :matters::text[], :keys::text[], :ats::timestamptz[])
                     as t (id, reader, kind, student, subject, matter, key, at)
                order by t.reader, t.key
                on conflict (reader_id, key) do nothing""")
                .param("district", DistrictScope.require().value())
                .param("ids", column(notices, notice -> notice.id().toString()))
                .param("readers", column(notices, notice -> notice.reader().toString()))
                .param("kinds", column(notices, notice -> notice.kind().code()))
                .param("students", column(notices, notice -> notice.student().toString()))
                .param("subjects", column(notices, Notice::subject))
                .param("matters", column(notices, Notice::matter))
                .param("keys", column(notices, Notice::key))
                .param("ats", column(notices, notice -> notice.at().toString()))
                .update();
    }

    /** The latest of a reader, the latest first. Those that were not read come before others when there is no room for all. */
    List<Notice> of(PersonId reader, int limit) {
        return database.sql("""
                select * from (select * from messages.notice where reader_id = ?
                               order by read_at is null desc, at desc, id desc limit ?) as kept
                order by at desc, id desc""")
                .params(reader.value(), limit)
                .query(NoticeRows::notice)
                .list();
    }

    Optional<Notice> find(PersonId reader, UUID id) {
        return database.sql("select * from messages.notice where reader_id = ? and id = ?")
                .params(reader.value(), id)
                .query(NoticeRows::notice)
                .optional();
    }

    /** How many a reader has not read, by the student they are about. */
    Map<StudentId, Integer> unread(PersonId reader) {
        Map<StudentId, Integer> unread = new HashMap<>();
        database.sql("""
                select student_id, count(*) from messages.notice
                where reader_id = ? and read_at is null group by student_id""").param(reader.value()).query((ResultSet row) -> {
            unread.put(new StudentId(row.getObject(1, UUID.class)), row.getInt(2));
        });
        return unread;
    }

    /** Notes that these were read; those that were before keep their moment. */
    void read(Collection<UUID> notices, Instant now) {
        database.sql("update messages.notice set read_at = :now where id = any(:ids) and read_at is null")
                .param("now", Timestamp.from(now))
                .param("ids", notices.toArray(UUID[]::new))
                .update();
    }

    /** Who has something since then that was neither read nor written to them. */
    List<PersonId> waiting(Instant since) {
        return database.sql("""
                select distinct reader_id from messages.notice
                where mail_id is null and read_at is null and at > ?""")
                .param(Timestamp.from(since))
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /** What one reader has waiting, held until the transaction ends; what somebody else holds is left out. */
    List<Notice> take(PersonId reader, Instant since) {
        return database.sql("""
                select * from messages.notice
                where reader_id = :reader and mail_id is null and read_at is null and at > :since
                order by at for update skip locked""")
                .param("reader", reader.value())
                .param("since", Timestamp.from(since))
                .query(NoticeRows::notice)
                .list();
    }

    void written(Collection<Notice> notices, UUID mail) {
        database.sql("update messages.notice set mail_id = :mail where id = any(:ids)")
                .param("mail", mail)
                .param("ids", notices.stream().map(Notice::id).toArray(UUID[]::new))
                .update();
    }

    private static String[] column(List<Notice> notices, Function<Notice, String> value) {
        return notices.stream().map(value).toArray(String[]::new);
    }

    private static Notice notice(ResultSet row, int n) throws SQLException {
        return new Notice(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("reader_id", UUID.class)),
                NoticeKind.ofCode(row.getString("kind")),
                new StudentId(row.getObject("student_id", UUID.class)),
                row.getString("subject"),
                row.getString("matter"),
                row.getTimestamp("at").toInstant(),
                Optional.ofNullable(row.getTimestamp("read_at")).map(Timestamp::toInstant));
    }
}
