package org.ownpath.access.signin;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes guessing slow. Kept in the database, so that a restart forgives nothing. A door closes after so many failures
 * within a quarter of an hour and opens by itself when the oldest of them is past that: nobody is locked out for good,
 * and whoever cannot wait gets in by a link that the school hands out.
 */
@Component
class Throttle {

    static final Duration MEMORY = Duration.ofMinutes(15);

    /** Failures for one name from one address: somebody has forgotten, or guesses. */
    static final int FROM_ONE_PLACE = 5;

    /** Failures for one name from anywhere: many places guess together. */
    static final int FOR_ONE_NAME = 30;

    /** Failures from one address for any names: a whole school may sit behind one. */
    static final int FROM_ONE_ADDRESS = 300;

    private final JdbcClient database;
    private final Clock clock;

    Throttle(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A try to sign in: the name as it was typed, and where it came from. */
    record Try(String name, String address) {
        Try {
            name = name.strip().toLowerCase(Locale.ROOT);
        }
    }

    /** How long this door stays closed; empty when it is open. */
    Optional<Duration> wait(Try now) {
        Instant moment = clock.instant();
        return database.sql("""
                with recent as (select * from access.sign_in_failure
                    where failed_at > :since and (sign_in_name = :name or address = :address))
                select greatest(
                    (select failed_at from recent where sign_in_name = :name and address = :address
                     order by failed_at desc offset :place limit 1),
                    (select failed_at from recent where sign_in_name = :name
                     order by failed_at desc offset :named limit 1),
                    (select failed_at from recent where address = :address
                     order by failed_at desc offset :addressed limit 1))""")
                .param("since", Timestamp.from(moment.minus(MEMORY)))
                .param("name", now.name())
                .param("address", now.address())
                .param("place", FROM_ONE_PLACE - 1)
                .param("named", FOR_ONE_NAME - 1)
                .param("addressed", FROM_ONE_ADDRESS - 1)
                .query((row, n) -> Optional.ofNullable(row.getTimestamp(1)))
                .single()
                .map(oldest -> Duration.between(moment, oldest.toInstant().plus(MEMORY)));
    }

    /** Remembers a failure, and forgets those that count no more. */
    void failed(Try now) {
        Instant moment = clock.instant();
        database.sql("insert into access.sign_in_failure (sign_in_name, address, failed_at) values (?, ?, ?)")
                .params(now.name(), now.address(), Timestamp.from(moment))
                .update();
        database.sql("delete from access.sign_in_failure where failed_at < ?")
                .param(Timestamp.from(moment.minus(MEMORY)))
                .update();
    }

    /** Forgets the failures of a name from one address: its owner has come in there. */
    void succeeded(Try now) {
        database.sql("delete from access.sign_in_failure where sign_in_name = ? and address = ?")
                .params(now.name(), now.address())
                .update();
    }

    /** Forgets all failures of a name: the school has let its owner in. */
    void forgive(String name) {
        database.sql("delete from access.sign_in_failure where sign_in_name = ?")
                .param(name)
                .update();
    }
}
