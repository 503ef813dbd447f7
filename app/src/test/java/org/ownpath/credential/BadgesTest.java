package org.ownpath.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.exchange.badges.Bringing;
import org.ownpath.exchange.badges.Check;
import org.ownpath.exchange.badges.DistrictIssuer;
import org.ownpath.exchange.badges.Endorsement;
import org.ownpath.exchange.badges.Endorsements;
import org.ownpath.exchange.badges.Endorsing;
import org.ownpath.exchange.badges.Issuing;
import org.ownpath.exchange.badges.OutsideCredential;
import org.ownpath.exchange.badges.OutsideCredentials;
import org.ownpath.exchange.badges.OutsideId;
import org.ownpath.exchange.badges.PublicVerifier;
import org.ownpath.exchange.badges.Verdict;
import org.ownpath.exchange.badges.Verification;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.messages.Notices;
import org.ownpath.messages.Told;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Badges: earned, signed, shown, checked by anybody, and taken back. */
public class BadgesTest extends SchoolTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    int port;

    @Autowired
    Badges badges;

    @Autowired
    Awards awards;

    @Autowired
    AutomaticAwards automatic;

    @Autowired
    AwardShowings showings;

    @Autowired
    Issuing issuing;

    @Autowired
    Verification verification;

    @Autowired
    DistrictIssuer issuer;

    @Autowired
    SigningKeys keys;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Mastery mastery;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerReading ledgerReading;

    @Autowired
    OutsideCredentials outside;

    @Autowired
    Notices notices;

    @Autowired
    Endorsements endorsements;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient database;

    @Autowired
    Clock clock;

    private Viewer leader() {
        return viewer("constance.mbekihall@northside.example");
    }

    private Viewer administrator() {
        return viewer("philippa.crane@northside.example");
    }

    private StudentId maya() {
        return StudentId.of(viewer("maya.okafor@northside.example").person());
    }

    private StudentId leo() {
        return StudentId.of(viewer("leo.martinez@northside.example").person());
    }

    @Test
    void a_badge_of_mastery_is_given_by_the_evidence_that_completes_it_and_once() {
        Viewer leader = leader();
        BadgeId id = BadgeId.next();
        as(leader, () -> {
            List<Competency> habits = frameworks.curriculum().ofSubject("Habits");
            List<Competency> open =
                    habits.stream().filter(c -> !stands(leo(), c)).toList();
            int needed = habits.size() - open.size() + 1;
            CompetencySet all = new CompetencySet(Optional.of("Habits"), 0, 12);
            badges.define(
                    leader,
                    new Badges.Wish(
                            id,
                            "One habit more",
                            "Has grown by a habit.",
                            new Earning.ByMastery(all, OptionalInt.of(needed)),
                            OptionalInt.empty()));
            automatic.give(List.of(leo()));
            assertThat(ofBadge(leo(), id)).isEmpty();
            assertThat(awards.ahead(leader, leo()))
                    .anyMatch(ahead -> ahead.badge().id().equals(id) && ahead.mastered() == needed - 1);
            show(leader, open.get(0));
            automatic.giveToThoseWaiting();
            // whoever looks at those waiting beside this test may have taken them first
            automatic.give(List.of(leo()));
            assertThat(ofBadge(leo(), id)).hasSize(1);
            awards.revoke(leader, ofBadge(leo(), id).get(0).id(), "Counted by mistake");
            automatic.give(List.of(leo()));
            assertThat(ofBadge(leo(), id))
                    .as("what a person took back does not come back by itself")
                    .hasSize(1);
            return true;
        });
    }

    @Test
    void a_badge_and_a_record_hold_here_and_with_the_public_verifiers_and_no_tampered_copy_does() throws Exception {
        Viewer leader = leader();
        Award badge = given(leader, "Stands up for others.");
        Award record = as(
                leader,
                () -> awards.award(leader, awards.giveRecord(leader, maya())).orElseThrow());
        SignedAward signedBadge = as(leader, () -> issuing.of(badge));
        SignedAward signedRecord = as(leader, () -> issuing.of(record));
        assertThat(checked(signedBadge.document()).valid())
                .as(signedBadge.document())
                .isTrue();
        assertThat(checked(signedBadge.token()).valid()).isTrue();
        assertThat(checked(signedRecord.document()).valid()).isTrue();
        assertThat(checked(signedRecord.token()).valid()).isTrue();
        assertThat(checked(signedRecord.document()).claim().parts()).hasSizeGreaterThan(20);
        List<String> copies = List.of(
                signedBadge.document(),
                signedBadge.token(),
                signedRecord.document(),
                signedRecord.token(),
                signedBadge.document().replace("Stands up for others.", "Stands up for all."),
                signedRecord.document().replaceFirst("Mastered by the school", "Well mastered by the school"),
                signedRecord.document().replace("Maya Okafor", "Mia Okafor"));
        String document = as(leader, () -> issuer.document().orElseThrow());
        String name = JSON.readTree(document).path("id").asString();
        List<String> verdicts = PublicVerifier.verdicts(Map.of(name, document), copies);
        assertThat(verdicts.subList(0, 4)).containsOnly("");
        assertThat(verdicts.subList(4, 7)).allMatch(verdict -> verdict.startsWith("refused"));
        assertThat(copies.subList(4, 7)).allMatch(copy -> checked(copy).refused());
        List<String> parts = JSON.readTree(signedRecord.document())
                .path("credentialSubject")
                .path("verifiableCredential")
                .valueStream()
                .map(JsonNode::toString)
                .toList();
        assertThat(PublicVerifier.verdicts(Map.of(name, document), parts)).containsOnly("");
    }

    @Test
    void a_badge_that_was_taken_back_is_told_by_every_copy_of_it() {
        Viewer leader = leader();
        Award award = given(leader, "Was there every day.");
        SignedAward copy = as(leader, () -> issuing.of(award));
        assertThat(checked(copy.document()).valid()).isTrue();
        as(leader, () -> awards.revoke(leader, award.id(), "Given to the wrong student"));
        assertThat(checked(copy.document()).checks())
                .filteredOn(check -> check.finding() == Check.Finding.FAILS)
                .extracting(Check::words)
                .containsExactly("Its issuer has taken it back.");
        assertThat(checked(copy.token()).refused()).isTrue();
    }

    @Test
    void what_an_earlier_key_signed_stays_good_and_what_a_withdrawn_key_signed_is_signed_anew() {
        Viewer administrator = administrator();
        Award award = given(leader(), "Asked the question that nobody asked.");
        SignedAward first = as(administrator, () -> issuing.of(award));
        SigningKey signed = as(administrator, keys::current);
        as(administrator, () -> keys.renew(administrator));
        assertThat(checked(first.document()).valid()).isTrue();
        assertThat(as(administrator, () -> issuing.of(award))).isEqualTo(first);
        as(administrator, () -> keys.withdraw(administrator, signed.id(), "A disk was lost"));
        assertThat(checked(first.document()).refused()).isTrue();
        SignedAward anew = as(administrator, () -> issuing.of(award));
        assertThat(anew).isNotEqualTo(first);
        assertThat(checked(anew.document()).valid()).isTrue();
    }

    @Test
    void a_private_key_lies_sealed_and_leaves_the_server_nowhere() {
        Viewer administrator = administrator();
        as(administrator, keys::current);
        as(administrator, () -> {
            List<byte[]> sealed = database.sql("select sealed_private_key from credential.signing_key")
                    .query(byte[].class)
                    .list();
            // every private key of this kind begins like this in PKCS #8
            String begins = "302e020100300506032b6570";
            assertThat(sealed)
                    .isNotEmpty()
                    .allSatisfy(
                            bytes -> assertThat(HexFormat.of().formatHex(bytes)).doesNotContain(begins));
            return true;
        });
        String document = new Visitor(port, HttpClient.Redirect.NEVER)
                .open("/issuers/northside/did.json")
                .body();
        assertThat(document).contains("publicKeyMultibase").doesNotContainIgnoringCase("private", "secret");
    }

    @Test
    void whoever_has_the_address_sees_the_badge_checked_until_it_is_shown_no_more() {
        Viewer leader = leader();
        Award award = given(leader, "Read to the little ones.");
        as(leader, () -> showings.show(leader, award, 30));
        String address = "/shared/badges/"
                + as(leader, () -> showings.of(award.id())).orElseThrow().address();
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NEVER);
        assertThat(visitor.open(address).body())
                .contains("This badge is real", "Maya Okafor", "Northside School", "Read to the little ones.");
        String picture = visitor.open(address + "/credential.svg").body();
        assertThat(picture).startsWith("<svg").contains("openbadges:credential");
        assertThat(checked(picture).valid()).isTrue();
        as(leader, () -> {
            showings.hide(leader, award);
            return true;
        });
        assertThat(visitor.open(address).statusCode()).isEqualTo(404);
        assertThat(visitor.open(address + "/credential.json").statusCode()).isEqualTo(404);
    }

    @Test
    void the_page_that_checks_says_who_issued_what_to_whom_and_asks_no_private_network() {
        Award award = given(leader(), "Kept the garden through the winter.");
        String document = as(leader(), () -> issuing.of(award)).document();
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NEVER);
        assertThat(visitor.fill("/verify", "/verify", Map.of("text", document)).body())
                .contains("This badge is real", "Helps others learn", "Northside School", "Maya Okafor");
        assertThat(visitor.fill("/verify", "/verify", Map.of("text", document.replace("Maya", "Mia")))
                        .body())
                .contains("Do not rely on this badge", "something in it was changed");
        assertThat(visitor.fill("/verify", "/verify", Map.of("address", "http://127.0.0.1:" + port + "/"))
                        .body())
                .contains("private network");
        assertThat(visitor.fill("/verify", "/verify", Map.of("text", "{}")).body())
                .contains("not a badge");
    }

    @Test
    void only_the_teachers_of_a_student_give_a_badge_and_only_the_office_takes_one_back() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        Viewer maya = viewer("maya.okafor@northside.example");
        BadgeId helps = as(gwen, this::helps);
        assertThatThrownBy(() -> as(maya, () -> awards.give(maya, maya(), helps, "I am good at it.")))
                .isInstanceOf(NotAllowed.class);
        assertThat(as(gwen, () -> awards.give(gwen, maya(), helps, " "))).isInstanceOf(Awarding.Refused.class);
        Award award = given(leader(), "Was seen.");
        assertThatThrownBy(() -> as(gwen, () -> awards.revoke(gwen, award.id(), "No")))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(gwen, () -> showings.show(gwen, award, 30))).isInstanceOf(NotAllowed.class);
        Viewer irene = viewer("irene.castellan@southfield.example");
        assertThat(as(irene, () -> awards.award(irene, award.id()))).isEmpty();
    }

    @Test
    void a_badge_of_another_school_becomes_evidence_of_what_a_teacher_says_and_moves_the_standing() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        Viewer maya = viewer("maya.okafor@northside.example");
        String brought = ofSouthfield();
        assertThat(as(maya, () -> outside.bring(maya, maya(), brought.replace("Tide tables", "High tide tables"))))
                .isInstanceOf(Bringing.Refused.class);
        Award own = given(leader(), "Her own school's.");
        String ours = as(maya, () -> issuing.of(own)).document();
        assertThat(as(maya, () -> outside.bring(maya, maya(), ours))).isInstanceOf(Bringing.Refused.class);
        OutsideId id = ((Bringing.Brought) as(maya, () -> outside.bring(maya, maya(), brought))).id();
        assertThat(as(maya, () -> outside.bring(maya, maya(), brought))).isEqualTo(new Bringing.Brought(id));
        assertThat(as(gwen, () -> outside.waiting(gwen)))
                .extracting(OutsideCredential::id)
                .contains(id);
        Competency competency = as(
                gwen,
                () -> frameworks.curriculum().ofSubject("Science practice").stream()
                        .filter(c -> !stands(maya(), c)
                                && ledgerReading.entries(maya(), c.id()).isEmpty())
                        .findFirst()
                        .orElseThrow());
        OutsideCredentials.Reviewing taken = new OutsideCredentials.Reviewing(
                Set.of(competency.id()), 4, Depth.APPLY, "Read her log of the tides with her.");
        assertThatThrownBy(() -> as(maya, () -> outside.review(maya, id, taken)))
                .isInstanceOf(NotAllowed.class);
        assertThat(as(gwen, () -> outside.review(gwen, id, taken))).isEmpty();
        assertThat(as(gwen, () -> outside.review(gwen, id, taken))).isPresent();
        assertThat(as(gwen, () -> ledgerReading.entries(maya(), competency.id())))
                .singleElement()
                .satisfies(entry -> assertThat(entry.nature().form()).isEqualTo(Form.OUTSIDE_CREDENTIAL));
        assertThat(as(gwen, () -> mastery.of(maya()))).containsKey(competency.id());
        assertThat(as(gwen, () -> outside.waiting(gwen)))
                .extracting(OutsideCredential::id)
                .doesNotContain(id);
    }

    @Test
    void habits_of_work_stand_in_a_learning_record_apart_from_academic_results() {
        Viewer leader = leader();
        Set<CompetencyId> habits = as(
                leader,
                () -> frameworks.curriculum().ofSubject("Habits").stream()
                        .filter(competency -> stands(maya(), competency))
                        .map(Competency::id)
                        .collect(Collectors.toSet()));
        assertThat(habits).isNotEmpty();
        Award record = as(
                leader,
                () -> awards.award(leader, awards.giveRecord(leader, maya())).orElseThrow());
        long told = JSON.readTree(as(leader, () -> issuing.of(record)).document())
                .path("credentialSubject")
                .path("verifiableCredential")
                .valueStream()
                .filter(part -> part.toString().contains("A habit of work, shown"))
                .count();
        assertThat(told).isEqualTo(habits.size());
    }

    @Test
    void a_badge_is_told_to_the_student_and_the_family_in_their_words() {
        Viewer leader = leader();
        Award award = given(leader, "Helped to carry the piano.");
        for (String name : List.of("maya.okafor@northside.example", "nneka.okafor@northside.example")) {
            Viewer reader = viewer(name);
            assertThat(as(reader, () -> notices.of(reader)))
                    .filteredOn(told -> told.notice().address().endsWith("/badges/" + award.id()))
                    .singleElement()
                    .extracting(Told::words)
                    .asString()
                    .contains("badge", award.badge().orElseThrow().title());
        }
    }

    @Test
    void an_endorsement_that_is_taken_back_does_not_hold_any_more_and_others_do() {
        Viewer leader = leader();
        as(leader, () -> endorsements.give(leader, "https://school.example/badges/1", "One."));
        as(leader, () -> endorsements.give(leader, "https://school.example/badges/2", "Another."));
        Endorsement another = as(leader, endorsements::given).get(0);
        Endorsement one = as(leader, endorsements::given).get(1);
        assertThat(objection(one)).isEmpty();
        assertThat(as(leader, () -> endorsements.takeBack(leader, one.id(), " ")))
                .isPresent();
        assertThat(as(leader, () -> endorsements.takeBack(leader, one.id(), "We were mistaken.")))
                .isEmpty();
        assertThat(objection(one)).contains("taken it back");
        assertThat(objection(another)).isEmpty();
        assertThat(as(leader, () -> endorsements.takeBack(leader, one.id(), "Again.")))
                .isPresent();
    }

    @Test
    void an_endorsement_is_taken_back_by_its_own_school_alone_and_not_where_nobody_would_learn_of_it() {
        Viewer leader = leader();
        Viewer irene = viewer("irene.castellan@southfield.example");
        as(leader, () -> endorsements.give(leader, "https://school.example/badges/3", "A third."));
        Endorsement third = as(leader, endorsements::given).get(0);
        assertThat(as(irene, () -> endorsements.takeBack(irene, third.id(), "Not ours.")))
                .isPresent();
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        assertThatThrownBy(() -> as(gwen, () -> endorsements.takeBack(gwen, third.id(), "By a teacher.")))
                .isInstanceOf(NotAllowed.class);
        asOwner("update exchange.endorsement set status_index = null where id = '" + third.id() + "'");
        assertThat(as(leader, () -> endorsements.takeBack(leader, third.id(), "Without a place.")))
                .hasValueSatisfying(why -> assertThat(why).contains("Withdraw the key"));
        assertThat(as(leader, endorsements::given).get(0).takenBackAt()).isEmpty();
        assertThat(objection(third)).isEmpty();
    }

    private String objection(Endorsement endorsement) {
        Viewer leader = leader();
        Verdict verdict = as(leader, () -> verification.of(endorsement.document()));
        return ((Verdict.Checked) verdict).objection().map(Check::words).orElse("");
    }

    @Test
    void an_endorsement_by_another_school_stands_in_every_badge_that_is_signed_from_then_on() throws Exception {
        Viewer leader = leader();
        Viewer irene = viewer("irene.castellan@southfield.example");
        String about = as(leader, () -> issuer.achievement(helps()));
        as(irene, () -> endorsements.give(irene, about, "Our ninth grade looks for this badge."));
        String document = as(irene, endorsements::given).get(0).document();
        assertThat(as(leader, () -> endorsements.keep(leader, helps(), document.replace("ninth", "tenth"))))
                .isInstanceOf(Endorsing.Refused.class);
        assertThat(as(leader, () -> endorsements.keep(leader, BadgeId.next(), document)))
                .isInstanceOf(Endorsing.Refused.class);
        assertThat(as(leader, () -> endorsements.keep(leader, helps(), document)))
                .isInstanceOf(Endorsing.Kept.class);
        Award award = given(leader, "Endorsed by others too.");
        SignedAward signed = as(leader, () -> issuing.of(award));
        assertThat(checked(signed.document()).valid()).isTrue();
        assertThat(checked(signed.document()).checks())
                .extracting(Check::words)
                .contains("Endorsed by Southfield Academy: “Our ninth grade looks for this badge.”");
        String northside = as(leader, () -> issuer.document().orElseThrow());
        String southfield = as(irene, () -> issuer.document().orElseThrow());
        Map<String, String> documents = Map.of(
                JSON.readTree(northside).path("id").asString(), northside,
                JSON.readTree(southfield).path("id").asString(), southfield);
        assertThat(PublicVerifier.verdicts(documents, List.of(document, signed.document())))
                .containsOnly("");
        assertThat(new Visitor(port, HttpClient.Redirect.NEVER)
                        .open("/issuers/northside/badges/" + as(leader, this::helps))
                        .body())
                .contains("Southfield Academy", "Our ninth grade looks for this badge.");
    }

    /** A badge that the other district of this installation gave to a student of its own, as it was signed. */
    private String ofSouthfield() {
        Viewer irene = viewer("irene.castellan@southfield.example");
        return as(irene, () -> {
            BadgeId id = BadgeId.next();
            badges.define(
                    irene,
                    new Badges.Wish(
                            id,
                            "Tide tables",
                            "Keeps a log of the tides and predicts from it.",
                            new Earning.ByNomination("A log of thirty days, and five predictions that came true."),
                            OptionalInt.empty()));
            StudentId student = roster.students().get(0).student();
            Awarding awarding = awards.give(irene, student, id, "The log was without a gap.");
            Award award =
                    awards.award(irene, ((Awarding.Awarded) awarding).award()).orElseThrow();
            return issuing.of(award).document();
        });
    }

    /** A fresh award of the badge that teachers give: what Maya holds of it is taken back before. */
    private Award given(Viewer leader, String words) {
        return as(leader, () -> {
            BadgeId helps = helps();
            ofBadge(maya(), helps).stream()
                    .filter(award -> award.holdsAt(clock.instant()))
                    .forEach(award -> awards.revoke(leader, award.id(), "For a test"));
            Awarding awarding = awards.give(leader, maya(), helps, words);
            return awards.award(leader, ((Awarding.Awarded) awarding).award()).orElseThrow();
        });
    }

    private BadgeId helps() {
        return badges.all().stream()
                .filter(badge -> badge.title().equals("Helps others learn"))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Award> ofBadge(StudentId student, BadgeId badge) {
        return awards.of(leader(), student).stream()
                .filter(award ->
                        award.badge().map(Badge::id).filter(badge::equals).isPresent())
                .toList();
    }

    private boolean stands(StudentId student, Competency competency) {
        return mastery.states(List.of(student)).of(student, competency.id()).standing();
    }

    private void show(Viewer by, Competency competency) {
        for (int day : new int[] {9, 6, 3}) {
            ledger.record(
                    by,
                    new Observation(
                            PieceId.next(),
                            new Observation.Nature(Form.OBSERVATION, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                            by.person(),
                            clock.instant().minus(Duration.ofDays(day)),
                            Optional.of("A day of the garden"),
                            Optional.empty(),
                            List.of(),
                            List.of(new Observation.Rating(leo(), competency.id(), Result.rated(4)))));
        }
        assertThat(stands(leo(), competency)).isTrue();
    }

    private Verdict.Checked checked(String text) {
        return (Verdict.Checked) verification.of(text);
    }
}
