package org.ownpath.assessment.items;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.engine.Depth;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Banks and their questions in the database. */
@Component
class ItemRows {

    private static final String BANK = """
            select b.*, count(i.id) filter (where i.state = 'draft') as drafts,
                   count(i.id) filter (where i.state = 'released') as released
            from assessment.bank b left join assessment.item i on i.bank_id = b.id
            """;

    private static final String ITEM = """
            select i.*, v.question from assessment.item i
            join assessment.item_version v on v.item_id = i.id and v.version = i.version
            """;

    private final JdbcClient database;
    private final Clock clock;

    ItemRows(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    List<Bank> banks() {
        return database.sql(BANK + "group by b.id order by b.subject, b.title")
                .query(ItemRows::bank)
                .list();
    }

    Optional<Bank> bank(BankId id) {
        return database.sql(BANK + "where b.id = ? group by b.id")
                .param(id.value())
                .query(ItemRows::bank)
                .optional();
    }

    BankId add(Viewer viewer, Bank.Words words, boolean open) {
        BankId id = BankId.next();
        database.sql("""
                insert into assessment.bank (id, district_id, title, subject, about, open, created_by, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        viewer.district().value(),
                        words.title(),
                        words.subject(),
                        words.about(),
                        open,
                        viewer.account().value(),
                        now())
                .update();
        return id;
    }

    void open(BankId bank, boolean open) {
        database.sql("update assessment.bank set open = ? where id = ?")
                .params(open, bank.value())
                .update();
    }

    List<Item> items(BankId bank) {
        return database.sql(ITEM + "where i.bank_id = ? order by i.state, i.label")
                .param(bank.value())
                .query(ItemRows::item)
                .list();
    }

    Optional<Item> item(ItemId id) {
        return database.sql(ITEM + "where i.id = ?")
                .param(id.value())
                .query(ItemRows::item)
                .optional();
    }

    boolean labelTaken(BankId bank, String label, Optional<ItemId> but) {
        return database.sql("select count(*) from assessment.item where bank_id = ? and label = ? and id <> ?")
                        .params(bank.value(), label, but.orElseGet(ItemId::next).value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    ItemId add(Viewer viewer, BankId bank, Item.Content content, org.ownpath.engine.estimate.Item curve) {
        ItemId id = ItemId.next();
        database.sql("""
                insert into assessment.item (id, district_id, bank_id, label, competency_id, depth, state, version,
                    discrimination, difficulty, guessing, created_at)
                values (?, ?, ?, ?, ?, ?, 'draft', 1, ?, ?, ?, ?)""")
                .params(
                        id.value(),
                        viewer.district().value(),
                        bank.value(),
                        content.label(),
                        content.competency().value(),
                        code(content.depth()),
                        curve.discrimination(),
                        curve.difficulty(),
                        curve.guessing(),
                        now())
                .update();
        addVersion(viewer, id, 1, content.question());
        return id;
    }

    void change(Viewer viewer, Item item, Item.Content content, org.ownpath.engine.estimate.Item curve) {
        boolean asksAnew = !item.content().question().equals(content.question());
        int version = asksAnew ? item.version() + 1 : item.version();
        if (asksAnew) {
            addVersion(viewer, item.id(), version, content.question());
        }
        database.sql("""
                update assessment.item set competency_id = ?, depth = ?, version = ?,
                    discrimination = ?, difficulty = ?, guessing = ? where id = ?""")
                .params(
                        content.competency().value(),
                        code(content.depth()),
                        version,
                        curve.discrimination(),
                        curve.difficulty(),
                        curve.guessing(),
                        item.id().value())
                .update();
    }

    private void addVersion(Viewer viewer, ItemId id, int version, Question question) {
        database.sql("""
                insert into assessment.item_version
                    (item_id, version, district_id, kind, question, written_by, written_at)
                values (?, ?, ?, ?, ?::jsonb, ?, ?)""")
                .params(
                        id.value(),
                        version,
                        viewer.district().value(),
                        question.kind().code(),
                        Json.write(question),
                        viewer.account().value(),
                        now())
                .update();
    }

    void state(ItemId item, Item.State state) {
        database.sql("update assessment.item set state = ?::assessment.item_state where id = ?")
                .params(state.code(), item.value())
                .update();
    }

    int releaseDrafts(BankId bank) {
        return database.sql("update assessment.item set state = 'released' where bank_id = ? and state = 'draft'")
                .param(bank.value())
                .update();
    }

    void strength(ItemId item, Item.Strength strength) {
        database.sql("""
                update assessment.item set discrimination = ?, difficulty = ?, guessing = ?, calibrated_on = ?
                where id = ?""")
                .params(
                        strength.curve().discrimination(),
                        strength.curve().difficulty(),
                        strength.curve().guessing(),
                        strength.answers(),
                        item.value())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    static String code(Depth depth) {
        return depth.name().toLowerCase(Locale.ROOT);
    }

    static org.ownpath.engine.estimate.Item curve(ResultSet row) throws SQLException {
        return new org.ownpath.engine.estimate.Item(
                row.getDouble("discrimination"), row.getDouble("difficulty"), row.getDouble("guessing"));
    }

    static Depth depth(ResultSet row) throws SQLException {
        return Depth.valueOf(row.getString("depth").toUpperCase(Locale.ROOT));
    }

    private static Bank bank(ResultSet row, int n) throws SQLException {
        return new Bank(
                new BankId(row.getObject("id", UUID.class)),
                new Bank.Words(row.getString("title"), row.getString("subject"), row.getString("about")),
                row.getBoolean("open"),
                row.getInt("drafts"),
                row.getInt("released"));
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        return new Item(
                new ItemId(row.getObject("id", UUID.class)),
                new BankId(row.getObject("bank_id", UUID.class)),
                Item.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("version"),
                new Item.Content(
                        row.getString("label"),
                        new CompetencyId(row.getObject("competency_id", UUID.class)),
                        depth(row),
                        Json.question(row.getString("question"))),
                new Item.Strength(curve(row), row.getInt("calibrated_on")));
    }
}
