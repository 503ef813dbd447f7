package org.ownpath.exchange.badges;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.credential.BadgeId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of endorsements. */
@Component
class EndorsementRows {

    private final JdbcClient database;
    private final Turns turns;

    EndorsementRows(JdbcClient database, Turns turns) {
        this.database = database;
        this.turns = turns;
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
                    (id, district_id, badge_id, about, endorser_name, words, document, kept_by, kept_at, status_index)
                values (:id, :district, :badge, :about, :name, :words, :document, :by, :at, :place)
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
                .param(
                        "place",
                        endorsement.place().isPresent() ? endorsement.place().getAsInt() : null)
                .update();
    }

    /** The first place in the list that nobody has; held until the transaction ends. */
    int freePlace() {
        turns.take("endorsements of " + DistrictScope.require());
        return database.sql("select coalesce(max(status_index) + 1, 0) from exchange.endorsement")
                .query(Integer.class)
                .single();
    }

    boolean takeBack(Viewer viewer, EndorsementId id, String reason, Instant now) {
        return database.sql("""
                update exchange.endorsement set taken_back_at = ?, taken_back_by = ?, reason = ?
                where id = ? and status_index is not null and taken_back_at is null""")
                        .params(Timestamp.from(now), viewer.account().value(), reason, id.value())
                        .update()
                == 1;
    }

    List<Integer> takenBack() {
        return database.sql("select status_index from exchange.endorsement where taken_back_at is not null")
                .query(Integer.class)
                .list();
    }

    private static Endorsement endorsement(ResultSet row, int n) throws SQLException {
        return new Endorsement(
                new EndorsementId(row.getObject("id", UUID.class)),
                row.getString("about"),
                row.getString("endorser_name"),
                row.getString("words"),
                row.getString("document"),
                row.getTimestamp("kept_at").toInstant(),
                row.getObject("status_index") == null
                        ? OptionalInt.empty()
                        : OptionalInt.of(row.getInt("status_index")),
                Optional.ofNullable(row.getTimestamp("taken_back_at")).map(Timestamp::toInstant));
    }
}
