package org.ownpath.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Remembered;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Rule;
import org.ownpath.engine.RuleJson;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.RuleVersionId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of policy: which rule of mastery is in force, and adopting another. */
@Component
public class Rules {

    private final JdbcClient database;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final Remembered<RuleBook> remembered = new Remembered<>();

    Rules(JdbcClient database, Access access, Clock clock, ApplicationEventPublisher events) {
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** All rules of the current district, kept in memory. */
    public RuleBook book() {
        return remembered.get(this::fingerprint, this::load);
    }

    /** Versions are only ever added, so that their number tells whether there is a new one. */
    private String fingerprint() {
        return database.sql("select count(*)::text from policy.rule_version")
                .query(String.class)
                .single();
    }

    private RuleBook load() {
        return new RuleBook(database.sql("select * from policy.rule_version")
                .query(Rules::version)
                .list());
    }

    /**
     * Adopts a rule from now on.
     *
     * @param subject the subject that it is for; empty for the whole district
     * @param reason why, in words for those who ask later; not blank
     */
    @Transactional
    public RuleVersion adopt(Viewer viewer, Optional<String> subject, String title, Rule rule, String reason) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Instant now = clock.instant();
        RuleVersion version = new RuleVersion(
                RuleVersionId.next(), subject, title, rule, now, Optional.of(viewer.account()), reason.strip());
        database.sql("""
                insert into policy.rule_version
                    (id, district_id, subject, title, rule, effective_from, adopted_by, adopted_at, reason)
                values (:id, :district, :subject, :title, :rule::jsonb, :now, :account, :now, :reason)""")
                .param("id", version.id().value())
                .param("district", viewer.district().value())
                .param("subject", subject.orElse(null))
                .param("title", title)
                .param("rule", RuleJson.write(rule))
                .param("now", Timestamp.from(now))
                .param("account", viewer.account().value())
                .param("reason", version.reason())
                .update();
        remembered.changed();
        access.audit(viewer, "rule.adopted", subject.orElse("district"), title + ": " + version.reason());
        events.publishEvent(new RuleAdopted(viewer.district(), version.id(), subject));
        return version;
    }

    private static RuleVersion version(ResultSet row, int n) throws SQLException {
        return new RuleVersion(
                new RuleVersionId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getString("subject")),
                row.getString("title"),
                RuleJson.read(row.getString("rule")),
                row.getTimestamp("effective_from").toInstant(),
                Optional.of(new AccountId(row.getObject("adopted_by", UUID.class))),
                row.getString("reason"));
    }
}
