package org.ownpath.exchange.badges;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.SigningKey;
import org.ownpath.credential.SigningKeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** The front door of endorsements: standing behind a badge of anybody, and keeping who stands behind one's own. */
@Component
public class Endorsements {

    private static final int LONGEST_WORDS = 1000;

    private final JdbcClient database;
    private final Access access;
    private final Writing writing;
    private final DistrictIssuer issuer;
    private final SigningKeys keys;
    private final Verification verification;
    private final Clock clock;

    Endorsements(
            JdbcClient database,
            Access access,
            Writing writing,
            DistrictIssuer issuer,
            SigningKeys keys,
            Verification verification,
            Clock clock) {
        this.database = database;
        this.access = access;
        this.writing = writing;
        this.issuer = issuer;
        this.keys = keys;
        this.verification = verification;
        this.clock = clock;
    }

    /** Those that the district gave, newest first. */
    public List<Endorsement> given() {
        return database.sql("select * from exchange.endorsement where badge_id is null order by kept_at desc")
                .query(Endorsements::endorsement)
                .list();
    }

    /** Those that others gave to a badge of the district, newest first. */
    public List<Endorsement> of(BadgeId badge) {
        return database.sql("select * from exchange.endorsement where badge_id = ? order by kept_at desc")
                .param(badge.value())
                .query(Endorsements::endorsement)
                .list();
    }

    /** Signs that the district stands behind something, which its identifier names. */
    @Transactional
    public Endorsing give(Viewer viewer, String about, String words) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        if (!isIdentifier(about.strip())) {
            return new Endorsing.Refused("'" + about + "' names nothing. Give the address of the badge, such as "
                    + "https://school.example/badges/1; it stands in the badge's file as the id of its achievement.");
        }
        if (words.isBlank() || words.length() > LONGEST_WORDS) {
            return new Endorsing.Refused("Say why you stand behind it, in up to " + LONGEST_WORDS + " characters.");
        }
        EndorsementId id = EndorsementId.next();
        SigningKey key = keys.current();
        ObjectNode document = Integrity.signed(
                writing.endorsement("urn:uuid:" + id, about.strip(), words.strip(), clock.instant()),
                issuer.nameOf(key),
                clock.instant(),
                bytes -> keys.sign(key.id(), bytes));
        Claim claim = Claim.of(document).orElseThrow();
        insert(
                viewer,
                Optional.empty(),
                new Endorsement(
                        id, about.strip(), claim.issuer().name(), words.strip(), document.toString(), clock.instant()));
        access.audit(viewer, "endorsement.given", id.toString(), about.strip());
        return new Endorsing.Kept(id);
    }

    /** Keeps an endorsement of a badge of the district that somebody else signed. Brought twice, it is there once. */
    @Transactional
    public Endorsing keep(Viewer viewer, BadgeId badge, String text) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Verdict verdict = verification.of(text);
        if (verdict instanceof Verdict.Unreadable unreadable) {
            return new Endorsing.Refused(unreadable.why());
        }
        Verdict.Checked checked = (Verdict.Checked) verdict;
        String about = StrictJson.object(checked.content())
                .map(document -> Claim.text(document.path("credentialSubject"), "id"))
                .orElse("");
        if (checked.claim().kind() != Claim.Kind.ENDORSEMENT || !about.equals(issuer.achievement(badge))) {
            return new Endorsing.Refused("This is no endorsement of this badge. It has to name "
                    + issuer.achievement(badge) + ", with its proof inside.");
        }
        if (!checked.valid()) {
            return new Endorsing.Refused(checked.checks().stream()
                    .filter(check -> check.finding() != Check.Finding.HOLDS)
                    .map(Check::words)
                    .findFirst()
                    .orElseThrow());
        }
        EndorsementId id = EndorsementId.next();
        Claim claim = checked.claim();
        insert(
                viewer,
                Optional.of(badge),
                new Endorsement(
                        id, about, claim.issuer().name(), claim.description(), checked.content(), clock.instant()));
        access.audit(
                viewer,
                "endorsement.kept",
                id.toString(),
                checked.claim().issuer().id());
        return new Endorsing.Kept(id);
    }

    private static boolean isIdentifier(String about) {
        try {
            return URI.create(about).isAbsolute() && about.length() < LONGEST_WORDS;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void insert(Viewer viewer, Optional<BadgeId> badge, Endorsement endorsement) {
        database.sql("""
                insert into exchange.endorsement
                    (id, district_id, badge_id, about, endorser_name, words, document, kept_by, kept_at)
                values (:id, :district, :badge, :about, :name, :words, :document, :by, :at)
                on conflict do nothing""")
                .param("id", endorsement.id().value())
                .param("district", viewer.district().value())
                .param("badge", badge.map(BadgeId::value).orElse(null))
                .param("about", endorsement.about())
                .param("name", endorsement.endorser())
                .param("words", endorsement.words())
                .param("document", endorsement.document())
                .param("by", viewer.account().value())
                .param("at", Timestamp.from(endorsement.at()))
                .update();
    }

    private static Endorsement endorsement(ResultSet row, int n) throws SQLException {
        return new Endorsement(
                new EndorsementId(row.getObject("id", UUID.class)),
                row.getString("about"),
                row.getString("endorser_name"),
                row.getString("words"),
                row.getString("document"),
                row.getTimestamp("kept_at").toInstant());
    }
}
