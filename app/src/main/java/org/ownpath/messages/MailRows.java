package org.ownpath.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SchoolTime;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored e-mails: written once, then only their fate changes. */
@Component
class MailRows {

    private final JdbcClient database;

    MailRows(JdbcClient database) {
        this.database = database;
    }

    void add(Mail mail) {
        database.sql("""
                insert into messages.mail (id, district_id, reader_id, to_address, language, subject, body, stop_address,
                                           written_at, next_try_at, tries, kind)
                values (:id, :district, :reader, :to, :language, :subject, :body, :stop, :at, :at, 0, :kind)""")
                .param("id", mail.id())
                .param("district", DistrictScope.require().value())
                .param("reader", mail.reader().value())
                .param("to", mail.to())
                .param("language", mail.letter().language())
                .param("subject", mail.letter().subject())
                .param("body", mail.letter().body())
                .param("stop", mail.stopAddress())
                .param("kind", mail.kind().code())
                .param("at", Timestamp.from(mail.writtenAt()))
                .update();
    }

    /** When news was last written to somebody; the beginning of time when nothing was. */
    LocalDateTime last(PersonId reader) {
        return database.sql("select max(written_at) from messages.mail where reader_id = ? and kind = 'news'")
                .param(reader.value())
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)).map(Timestamp::toInstant))
                .single()
                .map(SchoolTime::local)
                .orElse(LocalDateTime.of(1970, 1, 1, 0, 0));
    }

    /** The next one to be sent, held until the transaction ends; what another process holds is left out. */
    Optional<Mail> takeDue(Instant now) {
        return database.sql("""
                select * from messages.mail
                where sent_at is null and given_up_at is null and next_try_at <= ?
                order by next_try_at limit 1 for update skip locked""")
                .param(Timestamp.from(now))
                .query(MailRows::mail)
                .optional();
    }

    void sent(Mail mail, Instant now) {
        database.sql("update messages.mail set sent_at = ?, tries = tries + 1, problem = null where id = ?")
                .params(Timestamp.from(now), mail.id())
                .update();
    }

    void failed(Mail mail, String problem, Optional<Instant> again, Instant now) {
        database.sql("""
                update messages.mail
                set tries = tries + 1, problem = :problem, next_try_at = coalesce(:again::timestamptz, next_try_at),
                    given_up_at = case when :again::timestamptz is null then :now::timestamptz end
                where id = :id""")
                .param("problem", problem)
                .param("again", again.map(Timestamp::from).orElse(null))
                .param("now", Timestamp.from(now))
                .param("id", mail.id())
                .update();
    }

    List<Mail> latest(int limit) {
        return database.sql("select * from messages.mail order by written_at desc, id desc limit ?")
                .param(limit)
                .query(MailRows::mail)
                .list();
    }

    private static Mail mail(ResultSet row, int n) throws SQLException {
        return new Mail(
                row.getObject("id", UUID.class),
                new PersonId(row.getObject("reader_id", UUID.class)),
                row.getString("to_address"),
                new Mail.Letter(row.getString("language"), row.getString("subject"), row.getString("body")),
                row.getString("stop_address"),
                row.getTimestamp("written_at").toInstant(),
                new Mail.Fate(
                        row.getInt("tries"),
                        Optional.ofNullable(row.getTimestamp("sent_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getTimestamp("given_up_at")).map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("problem"))),
                Mail.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
    }
}
