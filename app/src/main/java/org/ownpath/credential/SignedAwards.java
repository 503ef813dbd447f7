package org.ownpath.credential;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.ownpath.access.DistrictScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door of what was signed: an award is signed once with a key, and again only when that key was withdrawn. */
@Component
public class SignedAwards {

    private final JdbcClient database;
    private final Clock clock;

    SignedAwards(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** The award as it was signed last by a key that still vouches. */
    public Optional<SignedAward> of(AwardId award) {
        return latest(award, "and k.withdrawn_at is null");
    }

    /** The award as it was signed last, whatever became of the key. */
    public Optional<SignedAward> last(AwardId award) {
        return latest(award, "");
    }

    private Optional<SignedAward> latest(AwardId award, String which) {
        return database.sql("""
                select s.document, s.token
                from credential.signed_award s join credential.signing_key k on k.id = s.key_id
                where s.award_id = ?
                """ + which + " order by s.signed_at desc limit 1")
                .param(award.value())
                .query((row, n) -> new SignedAward(row.getString(1), row.getString(2)))
                .optional();
    }

    /** Keeps what was signed; of two who sign the same at once, one is kept. */
    public void keep(AwardId award, KeyId key, SignedAward signed) {
        database.sql("""
                insert into credential.signed_award (award_id, key_id, district_id, document, token, signed_at)
                values (?, ?, ?, ?, ?, ?) on conflict (award_id, key_id) do nothing""")
                .params(
                        award.value(),
                        key.value(),
                        DistrictScope.require().value(),
                        signed.document(),
                        signed.token(),
                        Timestamp.from(clock.instant()))
                .update();
    }
}
