package org.ownpath.credential;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of showing an award to the world: at an address that nobody guesses, until a day or until taken back. */
@Component
public class AwardShowings {

    /** The longest that an award is shown before somebody says so again. */
    public static final int MOST_DAYS = 730;

    private final JdbcClient database;
    private final Access access;
    private final SharedLinks links;
    private final AwardRows awards;
    private final Clock clock;

    AwardShowings(JdbcClient database, Access access, SharedLinks links, AwardRows awards, Clock clock) {
        this.database = database;
        this.access = access;
        this.links = links;
        this.awards = awards;
        this.clock = clock;
    }

    /** Where the award is shown at this moment. */
    public Optional<AwardShowing> of(AwardId award) {
        Instant now = clock.instant();
        return database.sql("select * from credential.award_showing where award_id = ? order by shown_at desc limit 1")
                .param(award.value())
                .query(AwardShowings::showing)
                .optional()
                .filter(showing -> showing.opensAt(now));
    }

    /** Shows an award for so many days; what is shown already stays where it is. Gives why it is not done, if so. */
    @Transactional
    public Optional<String> show(Viewer viewer, Award award, int days) {
        requireShow(viewer, award);
        if (days < 1 || days > MOST_DAYS) {
            return Optional.of("An award is shown for 1 to " + MOST_DAYS + " days, not " + days + ".");
        }
        awards.lock(award.student());
        if (of(award.id()).isEmpty()) {
            Instant now = clock.instant();
            database.sql("""
                    insert into credential.award_showing
                        (id, district_id, award_id, address, shown_by, shown_at, expires_at)
                    values (?, ?, ?, ?, ?, ?, ?)""")
                    .params(
                            TimeOrdered.next(),
                            viewer.district().value(),
                            award.id().value(),
                            SecretToken.next().text(),
                            viewer.account().value(),
                            Timestamp.from(now),
                            Timestamp.from(now.plus(Duration.ofDays(days))))
                    .update();
            access.audit(viewer, "award.shown", award.id().toString(), "for " + days + " days");
        }
        return Optional.empty();
    }

    /** Shows it no more. */
    @Transactional
    public void hide(Viewer viewer, Award award) {
        requireShow(viewer, award);
        int hidden = database.sql(
                        "update credential.award_showing set withdrawn_at = ? where award_id = ? and withdrawn_at is null")
                .params(Timestamp.from(clock.instant()), award.id().value())
                .update();
        if (hidden > 0) {
            access.audit(viewer, "award.hidden", award.id().toString(), "");
        }
    }

    /** The district of whoever shows something at this address, in whichever it is. */
    public Optional<DistrictId> district(String address) {
        return database.sql("select d.id from credential.district_of_showing(?) as d (id) where d.id is not null")
                .param(address)
                .query(UUID.class)
                .optional()
                .map(DistrictId::new);
    }

    /** What is shown at the address at this moment within the current district. */
    public Optional<Award> open(String address) {
        Instant now = clock.instant();
        return database.sql("select * from credential.award_showing where address = ?")
                .param(address)
                .query(AwardShowings::showing)
                .optional()
                .filter(showing -> showing.opensAt(now))
                .flatMap(showing -> awards.award(showing.award()));
    }

    private void requireShow(Viewer viewer, Award award) {
        access.requireView(viewer, award.student());
        if (!links.mayShare(viewer, award.student())) {
            throw new NotAllowed("What a student has earned is shown by the student or by the school's office.");
        }
    }

    private static AwardShowing showing(ResultSet row, int n) throws SQLException {
        Timestamp withdrawn = row.getTimestamp("withdrawn_at");
        return new AwardShowing(
                new AwardId(row.getObject("award_id", UUID.class)),
                row.getString("address"),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(withdrawn).map(Timestamp::toInstant));
    }
}
