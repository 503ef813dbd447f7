package org.ownpath.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Access;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door for assessors from outside the school. A link shows one demonstration and nothing else, until it expires
 * or is ended; what it is found by is kept as a hash alone. An outsider's marks are proposed to the assessor, who decides.
 */
@Component
public class OutsideAssessors {

    private static final int MISSES_ALLOWED = 20;
    private static final Duration LINK_HOLDS = Duration.ofDays(14);
    private static final Duration MEMORY = Duration.ofMinutes(15);

    private final JdbcClient database;
    private final Demonstrations demonstrations;
    private final Offering offering;
    private final Frameworks frameworks;
    private final DemonstrationRows rows;
    private final ScoreRows scores;
    private final Scoring scoring;
    private final Access access;
    private final Clock clock;

    OutsideAssessors(
            JdbcClient database,
            Demonstrations demonstrations,
            Offering offering,
            Frameworks frameworks,
            DemonstrationRows rows,
            ScoreRows scores,
            Scoring scoring,
            Access access,
            Clock clock) {
        this.database = database;
        this.demonstrations = demonstrations;
        this.offering = offering;
        this.frameworks = frameworks;
        this.rows = rows;
        this.scores = scores;
        this.scoring = scoring;
        this.access = access;
        this.clock = clock;
    }

    /** A link that was made. */
    public record Link(
            UUID id,
            DistrictId district,
            DemonstrationId demonstration,
            String name,
            Instant expiresAt,
            Optional<Instant> revokedAt) {

        /** Whether it opens something. */
        public boolean holds(Instant now) {
            return revokedAt.isEmpty() && expiresAt.isAfter(now);
        }
    }

    /** The links of a demonstration, latest first. */
    public List<Link> of(Demonstration demonstration) {
        return database.sql("select * from assessment.outside_link where demonstration_id = ? order by made_at desc")
                .param(demonstration.id().value())
                .query(OutsideAssessors::link)
                .list();
    }

    /** Whether somebody from outside may be asked about a demonstration, as the school has chosen. */
    public boolean offered(Demonstration demonstration) {
        return offering.outsiders(
                demonstration.student(),
                frameworks.curriculum().all(demonstration.competencies()).stream()
                        .findFirst());
    }

    /** Makes a link for somebody; gives what its address ends with, which is shown once and not kept. */
    @Transactional
    public String invite(Viewer viewer, Demonstration demonstration, String name) {
        requireAnswers(viewer, demonstration);
        if (!offered(demonstration)) {
            throw new NotAllowed(
                    "The school or the family does not let people from outside see this. Ask a colleague instead.");
        }
        SecretToken token = SecretToken.next();
        Instant now = clock.instant();
        database.sql("""
                insert into assessment.outside_link
                    (id, district_id, demonstration_id, token_hash, name, made_by, made_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        TimeOrdered.next(),
                        viewer.district().value(),
                        demonstration.id().value(),
                        token.hash(),
                        name.strip(),
                        viewer.person().value(),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LINK_HOLDS)))
                .update();
        told(viewer, demonstration, Move.LINK_MADE, name.strip());
        return token.text();
    }

    /** Ends a link of a demonstration. */
    @Transactional
    public void end(Viewer viewer, Demonstration demonstration, UUID link) {
        requireAnswers(viewer, demonstration);
        int ended = database.sql("""
                update assessment.outside_link set revoked_at = ?
                where id = ? and demonstration_id = ? and revoked_at is null""")
                .params(
                        Timestamp.from(clock.instant()),
                        link,
                        demonstration.id().value())
                .update();
        if (ended == 1) {
            told(viewer, demonstration, Move.LINK_ENDED, "");
        }
    }

    /**
     * What an address opens; nothing for one that leads nowhere, that has expired or was ended, and for whoever has tried
     * too many of those.
     *
     * @param from where the request comes from
     */
    public Optional<Link> open(String token, String from) {
        Instant now = clock.instant();
        if (misses(from, now) >= MISSES_ALLOWED) {
            return Optional.empty();
        }
        Optional<Link> link = district(token, now)
                .flatMap(district -> DistrictScope.within(
                        district,
                        () -> database.sql("select * from assessment.outside_link where token_hash = ?")
                                .param(new SecretToken(token).hash())
                                .query(OutsideAssessors::link)
                                .optional()));
        if (link.isEmpty()) {
            miss(from, now);
        }
        return link.filter(found -> found.holds(now));
    }

    /** The demonstration that a link shows. Inside the link's district. */
    public Optional<Demonstration> demonstration(Link link) {
        return rows.find(link.demonstration());
    }

    /** An outsider proposes marks. Inside the link's district. */
    @Transactional
    public Reply score(Link link, ScoreSheet sheet) {
        Optional<Demonstration> found = rows.lock(link.demonstration()).filter(Demonstration::scorable);
        if (found.isEmpty()) {
            return Reply.refused("The school has decided meanwhile. Thank you; nothing more is needed.");
        }
        List<String> reasons = scoring.reasons(found.get(), sheet);
        if (!reasons.isEmpty()) {
            return new Reply.Refused(reasons);
        }
        Score score = new Score(
                Score.Part.OUTSIDE, new PersonId(link.id()), link.name(), clock.instant(), sheet, Optional.empty());
        if (!scores.add(link.district(), link.demonstration(), score)) {
            return Reply.refused("Marks from outside are there already. Thank you; nothing more is needed.");
        }
        access.audit(
                outsider(link),
                "demonstration.scored_outside",
                link.demonstration().toString(),
                link.name());
        return new Reply.Done();
    }

    /** Somebody without a role may see and do nothing; the trail still tells who it was. */
    private static Viewer outsider(Link link) {
        return new Viewer(new AccountId(link.id()), link.district(), new PersonId(link.id()), link.name(), Set.of());
    }

    private void requireAnswers(Viewer viewer, Demonstration demonstration) {
        if (!demonstrations.answers(viewer, demonstration)) {
            throw new NotAllowed("This is not yours to show to somebody outside.");
        }
    }

    private void told(Viewer viewer, Demonstration demonstration, Move move, String words) {
        rows.addStep(
                viewer,
                demonstration.id(),
                new Demonstration.Step(clock.instant(), viewer.person(), move, words, Optional.empty()));
        access.audit(viewer, "demonstration." + move.code(), demonstration.id().toString(), words);
    }

    private Optional<DistrictId> district(String token, Instant now) {
        return database.sql("select assessment.district_of_link(?, ?)")
                .params(new SecretToken(token).hash(), Timestamp.from(now))
                .query((row, n) -> Optional.<@Nullable UUID>ofNullable(row.getObject(1, UUID.class)))
                .single()
                .map(DistrictId::new);
    }

    private int misses(String from, Instant now) {
        return database.sql("select count(*) from assessment.link_miss where address = ? and missed_at > ?")
                .params(from, Timestamp.from(now.minus(MEMORY)))
                .query(Integer.class)
                .single();
    }

    private void miss(String from, Instant now) {
        database.sql("delete from assessment.link_miss where missed_at < ?")
                .param(Timestamp.from(now.minus(MEMORY)))
                .update();
        database.sql("insert into assessment.link_miss (address, missed_at) values (?, ?)")
                .params(from, Timestamp.from(now))
                .update();
    }

    private static Link link(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        return new Link(
                row.getObject("id", UUID.class),
                new DistrictId(row.getObject("district_id", UUID.class)),
                new DemonstrationId(row.getObject("demonstration_id", UUID.class)),
                row.getString("name"),
                row.getTimestamp("expires_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("revoked_at")).map(Timestamp::toInstant));
    }
}
