package org.ownpath.assessment.items;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.OfferId;
import org.ownpath.shared.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Offers of tests in the database. */
@Component
class OfferRows {

    private final JdbcClient database;

    OfferRows(JdbcClient database) {
        this.database = database;
    }

    void add(Viewer viewer, Offer offer) {
        Offer.Terms terms = offer.terms();
        database.sql("""
                insert into assessment.test_offer (id, district_id, bank_id, group_id, title, competencies, items,
                    minutes, offered_by, account_id, offered_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(Arrays.asList(
                        offer.id().value(),
                        viewer.district().value(),
                        terms.bank().value(),
                        terms.group().value(),
                        terms.title(),
                        AttemptRows.ids(terms.competencies().stream()
                                .map(CompetencyId::value)
                                .toList()),
                        terms.items()
                                .map(items -> AttemptRows.ids(
                                        items.stream().map(ItemId::value).toList()))
                                .orElse(null),
                        terms.minutes().isPresent() ? (Integer) terms.minutes().getAsInt() : null,
                        offer.by().value(),
                        viewer.account().value(),
                        Timestamp.from(offer.at())))
                .update();
    }

    Optional<Offer> find(OfferId id) {
        return database.sql("select * from assessment.test_offer where id = ?")
                .param(id.value())
                .query(OfferRows::offer)
                .optional();
    }

    /** The newest first. */
    List<Offer> of(Collection<GroupId> groups) {
        return database.sql("""
                select * from assessment.test_offer where group_id = any(?) order by offered_at desc""")
                .param(AttemptRows.ids(groups.stream().map(GroupId::value).toList()))
                .query(OfferRows::offer)
                .list();
    }

    void close(OfferId id, Instant at) {
        database.sql("update assessment.test_offer set closed_at = ? where id = ? and closed_at is null")
                .params(Timestamp.from(at), id.value())
                .update();
    }

    private static Offer offer(ResultSet row, int n) throws SQLException {
        int minutes = row.getInt("minutes");
        OptionalInt limit = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(minutes);
        return new Offer(
                new OfferId(row.getObject("id", UUID.class)),
                new Offer.Terms(
                        new BankId(row.getObject("bank_id", UUID.class)),
                        new GroupId(row.getObject("group_id", UUID.class)),
                        row.getString("title"),
                        AttemptRows.uuids(row.getArray("competencies")).stream()
                                .map(CompetencyId::new)
                                .toList(),
                        Optional.ofNullable(row.getArray("items"))
                                .map(AttemptRows::uuids)
                                .map(items -> items.stream().map(ItemId::new).toList()),
                        limit),
                new PersonId(row.getObject("offered_by", UUID.class)),
                row.getTimestamp("offered_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("closed_at")).map(Timestamp::toInstant));
    }
}
