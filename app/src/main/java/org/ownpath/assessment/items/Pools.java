package org.ownpath.assessment.items;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.ItemId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pools that tests draw on: made when a bank has changed and somebody begins a test, and kept in memory. */
@Component
class Pools {

    private final JdbcClient database;
    private final Clock clock;
    private final Cache<UUID, Pool> kept =
            Caffeine.newBuilder().maximumSize(500).build();

    Pools(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** What a bank has in tests now. */
    Pool now(BankId bank) {
        String fingerprint = fingerprint(bank);
        return find(bank, fingerprint).orElseGet(() -> {
            make(bank, fingerprint);
            return find(bank, fingerprint).orElseThrow();
        });
    }

    private Optional<Pool> find(BankId bank, String fingerprint) {
        return database.sql("select id from assessment.pool where bank_id = ? and fingerprint = ?")
                .params(bank.value(), fingerprint)
                .query(UUID.class)
                .optional()
                .map(this::of);
    }

    private String fingerprint(BankId bank) {
        return database.sql("""
                select md5(coalesce(string_agg(concat_ws(' ', id, version, competency_id, depth, discrimination,
                    difficulty, guessing), ',' order by id), ''))
                from assessment.item where bank_id = ? and state = 'released'""").param(bank.value()).query(String.class).single();
    }

    /** Two who make the same pool at once make one. */
    private void make(BankId bank, String fingerprint) {
        UUID id = TimeOrdered.next();
        int made = database.sql("""
                insert into assessment.pool (id, district_id, bank_id, fingerprint, made_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(id, DistrictScope.require().value(), bank.value(), fingerprint, Timestamp.from(clock.instant()))
                .update();
        if (made == 1) {
            database.sql("""
                    insert into assessment.pool_item (pool_id, place, district_id, item_id, version, competency_id,
                        depth, discrimination, difficulty, guessing)
                    select ?, row_number() over (order by label collate "C"), district_id, id, version, competency_id,
                        depth, discrimination, difficulty, guessing
                    from assessment.item where bank_id = ? and state = 'released'""").params(id, bank.value()).update();
        }
    }

    /** A pool that was made before. */
    Pool of(UUID id) {
        return kept.get(id, this::load);
    }

    private Pool load(UUID id) {
        List<Pool.Entry> entries = database.sql("""
                select p.*, v.question from assessment.pool_item p
                join assessment.item_version v on v.item_id = p.item_id and v.version = p.version
                where p.pool_id = ? order by p.place""")
                .param(id)
                .query((row, n) -> new Pool.Entry(
                        new ItemId(row.getObject("item_id", UUID.class)),
                        row.getInt("version"),
                        new CompetencyId(row.getObject("competency_id", UUID.class)),
                        ItemRows.depth(row),
                        ItemRows.curve(row),
                        Json.question(row.getString("question"))))
                .list();
        return new Pool(id, entries);
    }
}
