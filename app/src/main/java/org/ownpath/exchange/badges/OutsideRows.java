package org.ownpath.exchange.badges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Credentials of other issuers as the database keeps them. */
@Component
class OutsideRows {

    private static final String CREDENTIAL = """
            select c.*, r.accepted, r.words, r.reviewed_at
            from exchange.outside_credential c left join exchange.outside_review r on r.credential_id = c.id
            """;

    private final JdbcClient database;

    OutsideRows(JdbcClient database) {
        this.database = database;
    }

    /**
     * What was made of a credential.
     *
     * @param piece the evidence; empty where it was not taken
     */
    record Reviewed(Optional<PieceId> piece, String words, Instant at) {}

    List<OutsideCredential> of(StudentId student) {
        return database.sql(CREDENTIAL + "where c.student_id = ? order by c.brought_at desc")
                .param(student.value())
                .query(OutsideRows::credential)
                .list();
    }

    Optional<OutsideCredential> credential(OutsideId id) {
        return database.sql(CREDENTIAL + "where c.id = ?")
                .param(id.value())
                .query(OutsideRows::credential)
                .optional();
    }

    List<OutsideCredential> waiting() {
        return database.sql(CREDENTIAL + "where r.credential_id is null order by c.brought_at limit 500")
                .query(OutsideRows::credential)
                .list();
    }

    OutsideId insert(Viewer viewer, StudentId student, Verdict.Checked checked, Instant now) {
        Claim claim = checked.claim();
        byte[] hash = new SecretToken(checked.content()).hash();
        database.sql("""
                insert into exchange.outside_credential (id, district_id, student_id, content, content_hash, kind, name,
                    description, issuer_id, issuer_name, holder, issued_at, brought_by, brought_at)
                values (:id, :district, :student, :content, :hash, :kind, :name, :description, :issuer, :issuerName,
                    :holder, :issued, :by, :at)
                on conflict (student_id, content_hash) do nothing""")
                .param("id", OutsideId.next().value())
                .param("district", viewer.district().value())
                .param("student", student.value())
                .param("content", checked.content())
                .param("hash", hash)
                .param("kind", claim.kind().words())
                .param("name", claim.name())
                .param("description", claim.description())
                .param("issuer", claim.issuer().id())
                .param("issuerName", claim.issuer().name())
                .param("holder", claim.to().orElse(null))
                .param("issued", Timestamp.from(claim.dates().from().orElse(now)))
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(now))
                .update();
        return new OutsideId(
                database.sql("select id from exchange.outside_credential where student_id = ? and content_hash = ?")
                        .params(student.value(), hash)
                        .query(UUID.class)
                        .single());
    }

    void review(Viewer viewer, OutsideId id, Reviewed reviewed) {
        database.sql("""
                insert into exchange.outside_review
                    (credential_id, district_id, accepted, words, piece_id, reviewed_by, reviewed_at)
                values (:id, :district, :accepted, :words, :piece, :by, :at)""")
                .param("id", id.value())
                .param("district", viewer.district().value())
                .param("accepted", reviewed.piece().isPresent())
                .param("words", reviewed.words())
                .param("piece", reviewed.piece().map(PieceId::value).orElse(null))
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(reviewed.at()))
                .update();
    }

    private static OutsideCredential credential(ResultSet row, int n) throws SQLException {
        Timestamp reviewed = row.getTimestamp("reviewed_at");
        return new OutsideCredential(
                new OutsideId(row.getObject("id", UUID.class)),
                new StudentId(row.getObject("student_id", UUID.class)),
                row.getString("content"),
                new OutsideCredential.About(
                        row.getString("name"),
                        row.getString("description"),
                        row.getString("issuer_name"),
                        Optional.ofNullable(row.getString("holder"))),
                row.getTimestamp("issued_at").toInstant(),
                row.getTimestamp("brought_at").toInstant(),
                reviewed == null
                        ? Optional.empty()
                        : Optional.of(new OutsideCredential.Review(
                                row.getBoolean("accepted"), row.getString("words"), reviewed.toInstant())));
    }
}
