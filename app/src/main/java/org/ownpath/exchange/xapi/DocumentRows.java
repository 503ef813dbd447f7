package org.ownpath.exchange.xapi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** States and profiles as the database keeps them. */
@Component
class DocumentRows {

    private static final String AT = """
            district_id = :district and kind = :kind and activity is not distinct from :activity
              and agent is not distinct from cast(:agent as uuid)
            """;
    private static final String ANY_REGISTRATION =
            " and (cast(:registration as uuid) is null or registration = cast(:registration as uuid)) ";
    private static final String SAME_REGISTRATION =
            " and registration is not distinct from cast(:registration as uuid) and name = :name ";

    private final JdbcClient database;

    DocumentRows(JdbcClient database) {
        this.database = database;
    }

    Optional<LearningDocument> document(LearningDocument.Place place, String name) {
        return at("select * from exchange.learning_document where " + AT + SAME_REGISTRATION, place)
                .param("name", name)
                .query(DocumentRows::document)
                .optional();
    }

    List<String> names(LearningDocument.Place place, Optional<Instant> since) {
        return at(
                        "select distinct name from exchange.learning_document where " + AT + ANY_REGISTRATION
                                + " and (cast(:since as timestamptz) is null or updated_at > :since) order by name",
                        place)
                .param("since", since.map(Timestamp::from).orElse(null))
                .query(String.class)
                .list();
    }

    void write(Viewer by, LearningDocument.Place place, String name, LearningDocument document) {
        at("""
                insert into exchange.learning_document (district_id, kind, activity, agent, registration, name,
                    content_type, content, etag, updated_at, sent_by, student_id)
                values (:district, :kind, :activity, cast(:agent as uuid), cast(:registration as uuid), :name, :type, :content,
                    :etag, :at, :by, cast(:student as uuid))
                on conflict (district_id, kind, activity, agent, registration, name) do update
                set content_type = excluded.content_type, content = excluded.content, etag = excluded.etag,
                    updated_at = excluded.updated_at, sent_by = excluded.sent_by, student_id = excluded.student_id""", place)
                .param("name", name)
                .param("type", document.contentType())
                .param("content", document.content().content())
                .param("etag", document.etag())
                .param("at", Timestamp.from(document.updatedAt()))
                .param("by", by.account().value())
                .param(
                        "student",
                        place.owner()
                                .flatMap(LearningDocument.Owner::student)
                                .map(student -> student.value())
                                .orElse(null))
                .update();
    }

    void delete(LearningDocument.Place place, String name) {
        at("delete from exchange.learning_document where " + AT + SAME_REGISTRATION, place)
                .param("name", name)
                .update();
    }

    void deleteAll(LearningDocument.Place place) {
        at("delete from exchange.learning_document where " + AT + ANY_REGISTRATION, place)
                .update();
    }

    private JdbcClient.StatementSpec at(String sql, LearningDocument.Place place) {
        return database.sql(sql)
                .param("district", DistrictScope.require().value())
                .param("kind", place.kind().code())
                .param("activity", place.activity().orElse(null))
                .param("agent", place.owner().map(owner -> owner.key().value()).orElse(null))
                .param("registration", place.registration().orElse(null));
    }

    private static LearningDocument document(ResultSet row, int n) throws SQLException {
        return new LearningDocument(
                row.getString("content_type"),
                Bytes.of(row.getBytes("content")),
                row.getString("etag"),
                row.getTimestamp("updated_at").toInstant());
    }
}
