package org.ownpath.exchange.lti;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.ownpath.access.DistrictScope;
import org.ownpath.exchange.WithoutPeople;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door to what tools and platforms were refused and why, the last of each, for whoever keeps them. */
@Component
public class LtiRefusals {

    /** Who sent something that names nobody who is connected. */
    public static final String UNKNOWN = "Nobody who is connected";

    private static final int MOST_OF_ONE = 50;

    private final JdbcClient database;
    private final Clock clock;

    LtiRefusals(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Something that was refused: who sent it, or says so, and what it was, in words. */
    public record Refused(Instant at, String sender, String what, String why) {}

    /** Notes a refusal in the current district. */
    public void note(String sender, String what, String why) {
        database.sql("""
                insert into exchange.lti_refused (district_id, sender, refused_at, what, why) values (?, ?, ?, ?, ?)""")
                .params(
                        DistrictScope.require().value(),
                        sender,
                        Timestamp.from(clock.instant()),
                        what,
                        WithoutPeople.in(why))
                .update();
        database.sql("""
                delete from exchange.lti_refused where sender = :sender and seq <= (
                    select seq from exchange.lti_refused where sender = :sender order by seq desc offset :most limit 1)""").param("sender", sender).param("most", MOST_OF_ONE).update();
    }

    /** The newest of the district. */
    public List<Refused> newest(int most) {
        return database.sql("select refused_at, sender, what, why from exchange.lti_refused order by seq desc limit ?")
                .param(most)
                .query((row, n) -> new Refused(
                        row.getTimestamp("refused_at").toInstant(),
                        row.getString("sender"),
                        row.getString("what"),
                        row.getString("why")))
                .list();
    }
}
