package org.ownpath.exchange.badges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.credential.BadgeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of endorsements. */
@Component
class EndorsementRows {

    private final JdbcClient database;

    EndorsementRows(JdbcClient database) {
        this.database = database;
    }

    /** Those that the district gave, newest first. */
    List<Endorsement> given() {
        return database.sql("select * from exchange.endorsement where badge_id is null order by kept_at desc")
                .query(EndorsementRows::endorsement)
                .list();
    }

    /** Those that others gave to a badge of the district, newest first. */
    List<Endorsement> of(BadgeId badge) {
        return database.sql("select * from exchange.endorsement where badge_id = ? order by kept_at desc")
                .param(badge.value())
                .query(EndorsementRows::endorsement)
                .list();
    }

    /** Brought twice, it is there once. */
    void insert(Viewer viewer, Optional<BadgeId> badge, Endorsement endorsement) {
        database.sql("""
                insert into exchange.endorsement
                    (id, district_id, badge_id, about, endorser_name, words, document, kept_by, kept_at)
                values (:id, :district, :badge, :about, :name, :words, :document, :by, :at)
                on conflict do nothing""")
                .param("id", endorsement.id().value())
                .param("district", viewer.district().value())
                .param("badge", badge.map(BadgeId::value).orElse(null))
                .param("about", endorsement.about())
                .param("name", endorsement.endorser())
                .param("words", endorsement.words())
                .param("document", endorsement.document())
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(endorsement.at()))
                .update();
    }

    private static Endorsement endorsement(ResultSet row, int n) throws SQLException {
        return new Endorsement(
                new EndorsementId(row.getObject("id", UUID.class)),
                row.getString("about"),
                row.getString("endorser_name"),
                row.getString("words"),
                row.getString("document"),
                row.getTimestamp("kept_at").toInstant());
    }
}
