package org.ownpath.messages;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored choices, and the links that end e-mails. */
@Component
class ChoiceRows {

    private final JdbcClient database;

    ChoiceRows(JdbcClient database) {
        this.database = database;
    }

    MessageChoice of(Viewer viewer) {
        return of(viewer.person()).orElseGet(() -> MessageChoice.usual(viewer));
    }

    Optional<MessageChoice> of(PersonId person) {
        return database.sql("select * from messages.choice where person_id = ?")
                .param(person.value())
                .query(ChoiceRows::choice)
                .optional();
    }

    void keep(PersonId person, MessageChoice choice, Instant now) {
        database.sql("""
                insert into messages.choice
                    (person_id, district_id, kinds, mail, quiet_from, quiet_until, language, changed_at)
                values (:person, :district, :kinds, :mail, :from, :until, :language, :now)
                on conflict (person_id) do update
                set kinds = excluded.kinds, mail = excluded.mail, quiet_from = excluded.quiet_from,
                    quiet_until = excluded.quiet_until, language = excluded.language, changed_at = excluded.changed_at""")
                .param("person", person.value())
                .param("district", DistrictScope.require().value())
                .param("kinds", choice.kinds().stream().map(NoticeKind::code).toArray(String[]::new))
                .param("mail", choice.mail().code())
                .param("from", choice.quietFrom())
                .param("until", choice.quietUntil())
                .param("language", choice.language())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The token of the link that ends this person's e-mails; the given one where there is none yet. */
    String stopLink(PersonId person, String token) {
        database.sql("""
                insert into messages.stop_link (person_id, district_id, token) values (?, ?, ?)
                on conflict (person_id) do nothing""")
                .params(person.value(), DistrictScope.require().value(), token)
                .update();
        return database.sql("select token from messages.stop_link where person_id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }

    Optional<DistrictId> district(String stopLink) {
        return database.sql("select d.id from messages.district_of_stop_link(?) as d (id) where d.id is not null")
                .param(stopLink)
                .query(UUID.class)
                .optional()
                .map(DistrictId::new);
    }

    Optional<PersonId> person(String stopLink) {
        return database.sql("select person_id from messages.stop_link where token = ?")
                .param(stopLink)
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
    }

    private static MessageChoice choice(ResultSet row, int n) throws SQLException {
        return new MessageChoice(
                Arrays.stream((String[]) row.getArray("kinds").getArray())
                        .map(NoticeKind::ofCode)
                        .collect(Collectors.toSet()),
                MailPace.ofCode(row.getString("mail")).orElseThrow(),
                row.getObject("quiet_from", LocalTime.class),
                row.getObject("quiet_until", LocalTime.class),
                row.getString("language"));
    }
}
