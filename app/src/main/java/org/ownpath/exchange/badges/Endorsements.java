package org.ownpath.exchange.badges;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.credential.BadgeId;
import org.ownpath.credential.SigningKey;
import org.ownpath.credential.SigningKeys;
import org.ownpath.exchange.StrictJson;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.node.ObjectNode;

/** The front door of endorsements: standing behind a badge of anybody, and keeping who stands behind one's own. */
@Component
public class Endorsements {

    private static final int LONGEST_WORDS = 1000;

    private final EndorsementRows rows;
    private final Access access;
    private final Writing writing;
    private final DistrictIssuer issuer;
    private final SigningKeys keys;
    private final Verification verification;
    private final Clock clock;

    Endorsements(
            EndorsementRows rows,
            Access access,
            Writing writing,
            DistrictIssuer issuer,
            SigningKeys keys,
            Verification verification,
            Clock clock) {
        this.rows = rows;
        this.access = access;
        this.writing = writing;
        this.issuer = issuer;
        this.keys = keys;
        this.verification = verification;
        this.clock = clock;
    }

    /** Those that the district gave, newest first. */
    public List<Endorsement> given() {
        return rows.given();
    }

    /** Those that others gave to a badge of the district, newest first. */
    public List<Endorsement> of(BadgeId badge) {
        return rows.of(badge);
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
        Endorsement bare = new Endorsement(
                EndorsementId.next(),
                about.strip(),
                "",
                words.strip(),
                "",
                clock.instant(),
                OptionalInt.of(rows.freePlace()),
                Optional.empty());
        SigningKey key = keys.current();
        ObjectNode document =
                Integrity.signed(writing.endorsement(bare), issuer.nameOf(key), clock.instant(), keys.signer(key.id()));
        rows.insert(viewer, Optional.empty(), signed(bare, document));
        access.audit(viewer, "endorsement.given", bare.id().toString(), about.strip());
        return new Endorsing.Kept(bare.id());
    }

    private static Endorsement signed(Endorsement bare, ObjectNode document) {
        return new Endorsement(
                bare.id(),
                bare.about(),
                Claim.of(document).orElseThrow().issuer().name(),
                bare.words(),
                document.toString(),
                bare.at(),
                bare.place(),
                Optional.empty());
    }

    /**
     * Takes back one that the district gave: whoever checks it, or a badge that bears it, learns so from then on. Gives why
     * it cannot be.
     */
    @Transactional
    public Optional<String> takeBack(Viewer viewer, EndorsementId id, String reason) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        if (reason.isBlank() || reason.length() > LONGEST_WORDS) {
            return Optional.of("Say why you take it back, in up to " + LONGEST_WORDS + " characters.");
        }
        if (!rows.takeBack(viewer, id, reason.strip(), clock.instant())) {
            return Optional.of(
                    "It was taken back before, or was signed when endorsements could not be taken back one by "
                            + "one. Withdraw the key that it was signed with.");
        }
        access.audit(viewer, "endorsement.taken-back", id.toString(), reason.strip());
        return Optional.empty();
    }

    /** The places of those that were taken back, in the list that tells of them. */
    List<Integer> takenBack() {
        return rows.takenBack();
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
        Optional<Check> objection = checked.objection();
        if (objection.isPresent()) {
            return new Endorsing.Refused(objection.get().words());
        }
        EndorsementId id = EndorsementId.next();
        Claim claim = checked.claim();
        rows.insert(
                viewer,
                Optional.of(badge),
                new Endorsement(
                        id,
                        about,
                        claim.issuer().name(),
                        claim.description(),
                        checked.content(),
                        clock.instant(),
                        OptionalInt.empty(),
                        Optional.empty()));
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
}
