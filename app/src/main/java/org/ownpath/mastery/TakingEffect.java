package org.ownpath.mastery;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Remembered;
import org.ownpath.policy.RuleVersion;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which adopted rules have taken effect in the current district, agreed on by all copies of the app. */
@Component
class TakingEffect {

    private final JdbcClient database;
    private final Clock clock;
    private final Remembered<Instant> latest = new Remembered<>();

    TakingEffect(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * The moment whose rules are judged by: now; or, for a copy whose clock is behind, when the latest rules that any copy
     * has begun took effect. Otherwise it would go on judging by what all the others have left.
     */
    Instant moment() {
        Instant now = clock.instant();
        Instant begun = latest.get(this::latest, () -> Instant.parse(latest()));
        return begun.isAfter(now) ? begun : now;
    }

    private String latest() {
        Timestamp latest = database.sql("select coalesce(max(effective_from), to_timestamp(0)) from mastery.caught_up")
                .query(Timestamp.class)
                .single();
        return latest.toInstant().toString();
    }

    /** The adoptions under which everything has been judged. */
    Set<UUID> settled() {
        return database.sql("select adoption_id from mastery.caught_up where at is not null")
                .query(UUID.class)
                .set();
    }

    /** From now on every copy judges by these, within {@link Remembered#GRACE}. */
    void begin(Collection<RuleVersion> versions) {
        database.sql("""
                insert into mastery.caught_up (adoption_id, district_id, effective_from)
                select distinct t.adoption, :district, t.effective_from
                from unnest(:adoptions::uuid[], :effective::timestamptz[]) as t (adoption, effective_from)
                on conflict do nothing""")
                .param("district", DistrictScope.require().value())
                .param(
                        "adoptions",
                        texts(versions, version -> version.adoption().id()))
                .param("effective", texts(versions, RuleVersion::effectiveFrom))
                .update();
        latest.changed();
    }

    private static String[] texts(Collection<RuleVersion> versions, Function<RuleVersion, Object> part) {
        return versions.stream().map(part).map(Object::toString).toArray(String[]::new);
    }

    /** Everything has been judged under these adoptions. */
    void settle(Collection<RuleVersion> versions) {
        database.sql("update mastery.caught_up set at = ? where adoption_id = any(?::uuid[]) and at is null")
                .param(Timestamp.from(clock.instant()))
                .param(texts(versions, version -> version.adoption().id()))
                .update();
    }
}
