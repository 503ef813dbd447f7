package org.ownpath.exchange.badges;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.ownpath.credential.Award;
import org.ownpath.credential.Awards;
import org.ownpath.credential.Badge;
import org.ownpath.credential.Badges;
import org.ownpath.credential.KeyId;
import org.ownpath.credential.SignedAward;
import org.ownpath.credential.SignedAwards;
import org.ownpath.credential.SigningKey;
import org.ownpath.credential.SigningKeys;
import org.ownpath.credential.StudentRecord;
import org.ownpath.credential.SubjectRecord;
import org.ownpath.credential.Transcripts;
import org.ownpath.exchange.StrictJson;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The front door for the signed form of what a student was given: signed when it is first asked for, and from then on the
 * same, until the key that signed it is withdrawn.
 */
@Component
public class Issuing {

    private final Writing writing;
    private final DistrictIssuer issuer;
    private final SigningKeys keys;
    private final SignedAwards signedAwards;
    private final Awards awards;
    private final Badges badges;
    private final Transcripts transcripts;
    private final Roster roster;
    private final EndorsementRows endorsements;
    private final Clock clock;

    Issuing(
            Writing writing,
            DistrictIssuer issuer,
            SigningKeys keys,
            SignedAwards signedAwards,
            Awards awards,
            Badges badges,
            Transcripts transcripts,
            Roster roster,
            EndorsementRows endorsements,
            Clock clock) {
        this.writing = writing;
        this.issuer = issuer;
        this.keys = keys;
        this.signedAwards = signedAwards;
        this.awards = awards;
        this.badges = badges;
        this.transcripts = transcripts;
        this.roster = roster;
        this.endorsements = endorsements;
        this.clock = clock;
    }

    /** What signs now; a record of many parts is signed with one. */
    private record Pen(KeyId key, String name, UnaryOperator<byte[]> signer) {}

    /** The award as it goes out into the world. */
    @Transactional
    public SignedAward of(Award award) {
        return signedAwards.of(award.id()).orElseGet(() -> {
            Pen pen = pen();
            ObjectNode bare = signedAwards
                    .last(award.id())
                    .flatMap(before -> StrictJson.object(before.document()))
                    .map(Issuing::unsigned)
                    .orElseGet(() -> written(award));
            ObjectNode inside = withPartsSigned(bare, pen);
            SignedAward signed =
                    new SignedAward(signed(inside, pen).toString(), Jws.written(inside, pen.name(), pen.signer()));
            signedAwards.keep(award.id(), pen.key(), signed);
            return signedAwards.of(award.id()).orElse(signed);
        });
    }

    /** The badge's picture with the credential inside. */
    @Transactional
    public String picture(Award award) {
        String picture = BadgePicture.svg(
                award.badge().map(badge -> badge.id().value()).orElse(award.id().value()));
        return BakedPicture.baked(picture, of(award).token());
    }

    /** The signed list that tells which credentials of the current district were taken back; empty when there is none. */
    @Transactional
    public Optional<String> statusList(int list) {
        Optional<List<Integer>> takenBack =
                list == Writing.ENDORSEMENTS ? Optional.of(endorsements.takenBack()) : awards.revoked(list);
        return takenBack.map(revoked -> signed(writing.statusList(list, revoked, clock.instant()), pen())
                .toString());
    }

    private ObjectNode written(Award award) {
        Person person = roster.person(award.student().person()).orElseThrow();
        Writing.Holder holder = new Writing.Holder("urn:uuid:" + person.id(), person.fullName());
        return award.badge()
                .map(badge -> writing.badge(award, badge, standing(badge), holder))
                .orElseGet(() -> writing.record(award, holder, parts(award, holder)));
    }

    private Writing.Standing standing(Badge badge) {
        return new Writing.Standing(
                badges.competencies(badge),
                endorsements.of(badge.id()).stream()
                        .sorted(Comparator.comparing(Endorsement::at))
                        .flatMap(endorsement -> StrictJson.object(endorsement.document()).stream())
                        .toList());
    }

    /** The badges that the student holds, every academic competency mastered, and after them the habits of work. */
    private List<ObjectNode> parts(Award record, Writing.Holder holder) {
        Instant now = clock.instant();
        List<ObjectNode> parts = new ArrayList<>();
        awards.held(record.student(), now)
                .forEach(award -> award.badge()
                        .ifPresent(badge -> parts.add(writing.badge(award, badge, standing(badge), holder))));
        StudentRecord shown = transcripts.of(record.student());
        Stream.concat(mastered(shown.academic(), false), mastered(shown.dispositions(), true))
                .forEach(mastered -> parts.add(writing.mastered(record, mastered, holder)));
        return parts;
    }

    private static Stream<Writing.Mastered> mastered(List<SubjectRecord> subjects, boolean habits) {
        return subjects.stream()
                .flatMap(subject -> subject.lines().stream())
                .flatMap(line ->
                        line.masteredAt().map(at -> new Writing.Mastered(line.competency(), at, habits)).stream());
    }

    private ObjectNode withPartsSigned(ObjectNode document, Pen pen) {
        if (document.path("credentialSubject").path("verifiableCredential") instanceof ArrayNode parts) {
            for (int i = 0; i < parts.size(); i++) {
                if (parts.get(i) instanceof ObjectNode part) {
                    parts.set(i, signed(part, pen));
                }
            }
        }
        return document;
    }

    private static ObjectNode unsigned(ObjectNode document) {
        document.remove("proof");
        for (JsonNode part : document.path("credentialSubject").path("verifiableCredential")) {
            if (part instanceof ObjectNode object) {
                object.remove("proof");
            }
        }
        return document;
    }

    private ObjectNode signed(ObjectNode document, Pen pen) {
        return Integrity.signed(document, pen.name(), clock.instant(), pen.signer());
    }

    private Pen pen() {
        SigningKey key = keys.current();
        return new Pen(key.id(), issuer.nameOf(key), keys.signer(key.id()));
    }
}
