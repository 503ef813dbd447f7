package org.ownpath.exchange.badges;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.ownpath.access.Accounts;
import org.ownpath.credential.Award;
import org.ownpath.credential.Badge;
import org.ownpath.exchange.StrictJson;
import org.ownpath.framework.Competency;
import org.ownpath.shared.TimeOrdered;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes what the district gives in the words of Open Badges 3.0 and CLR 2.0. Everything that has parts has a name of its
 * own: nameless parts that are alike are what canonical forms go wrong about.
 */
@Component
class Writing {

    /** The list that tells which endorsements were taken back: far from those of awards, which are counted from 0. */
    static final int ENDORSEMENTS = 900_000;

    private final DistrictIssuer issuer;
    private final Accounts accounts;

    Writing(DistrictIssuer issuer, Accounts accounts) {
        this.issuer = issuer;
        this.accounts = accounts;
    }

    /** Who has earned something, as the credential tells it. */
    record Holder(String id, String fullName) {}

    /** One thing that was achieved. */
    record Achieved(String address, String kind, String name, String description, String criteria) {}

    /** What a badge stands for: its competencies, and the signed endorsements of others. */
    record Standing(List<Competency> competencies, List<ObjectNode> endorsements) {}

    /**
     * A competency that stands mastered.
     *
     * @param habit whether it is a habit of work, which is told apart from academic results
     */
    record Mastered(Competency competency, Instant at, boolean habit) {
        String words() {
            return habit
                    ? "A habit of work, shown by the school's rule and told apart from academic results."
                    : "Mastered by the school's rule, in " + competency.subject() + ".";
        }
    }

    /** A badge, still unsigned. */
    ObjectNode badge(Award award, Badge badge, Standing standing, Holder holder) {
        ObjectNode document = head(award, List.of(Contexts.CREDENTIALS, Contexts.BADGES), "AchievementCredential");
        document.put("name", badge.title());
        ObjectNode subject = subject(document, holder, "AchievementSubject");
        ObjectNode achievement = achievement(subject, achieved(badge));
        achievement
                .putObject("image")
                .put("id", BadgePicture.address(badge.id().value()))
                .put("type", "Image");
        if (!standing.competencies().isEmpty()) {
            ArrayNode alignment = achievement.putArray("alignment");
            standing.competencies().forEach(competency -> align(alignment.addObject(), competency));
        }
        if (!standing.endorsements().isEmpty()) {
            standing.endorsements().forEach(achievement.putArray("endorsement")::add);
        }
        if (!award.given().words().isBlank()) {
            subject.put("narrative", award.given().words());
        }
        return document;
    }

    /** A record of learning with credentials inside, still unsigned. */
    ObjectNode record(Award award, Holder holder, List<ObjectNode> inside) {
        ObjectNode document =
                head(award, List.of(Contexts.CREDENTIALS, Contexts.RECORDS, Contexts.BADGES), "ClrCredential");
        document.put("name", "Learning record of " + holder.fullName());
        ArrayNode parts = subject(document, holder, "ClrSubject").putArray("verifiableCredential");
        inside.forEach(parts::add);
        return document;
    }

    /** One competency that the holder has mastered, as a part of a record. */
    ObjectNode mastered(Award record, Mastered mastered, Holder holder) {
        Competency competency = mastered.competency();
        ObjectNode document = StrictJson.empty();
        contexts(document, List.of(Contexts.CREDENTIALS, Contexts.BADGES));
        document.put(
                "id",
                "urn:uuid:"
                        + TimeOrdered.named(record.id().value(), competency.id().toString()));
        document.putArray("type").add("VerifiableCredential").add("AchievementCredential");
        document.put("name", competency.title());
        issuer(document);
        document.put("validFrom", seconds(mastered.at()));
        achievement(
                subject(document, holder, "AchievementSubject"),
                new Achieved(
                        named(competency), "Competency", competency.title(), competency.statement(), mastered.words()));
        return document;
    }

    /** That the district stands behind something, still unsigned. */
    ObjectNode endorsement(Endorsement endorsement) {
        ObjectNode document = StrictJson.empty();
        contexts(document, List.of(Contexts.CREDENTIALS, Contexts.BADGES));
        document.put("id", "urn:uuid:" + endorsement.id());
        document.putArray("type").add("VerifiableCredential").add("EndorsementCredential");
        document.put("name", "Endorsement by " + accounts.districtName());
        issuer(document);
        document.put("validFrom", seconds(endorsement.at()));
        endorsement.place().ifPresent(place -> status(document, ENDORSEMENTS, place));
        ObjectNode subject = document.putObject("credentialSubject");
        subject.put("id", endorsement.about());
        subject.putArray("type").add("EndorsementSubject");
        subject.put("endorsementComment", endorsement.words());
        return document;
    }

    /** The list that tells which credentials of the district were taken back, still unsigned. */
    ObjectNode statusList(int list, Iterable<Integer> revoked, Instant now) {
        ObjectNode document = StrictJson.empty();
        contexts(document, List.of(Contexts.CREDENTIALS));
        document.put("id", listAddress(list));
        document.putArray("type").add("VerifiableCredential").add("BitstringStatusListCredential");
        document.put("issuer", issuer.name());
        document.put("validFrom", seconds(now));
        document.putObject("credentialSubject")
                .put("id", listAddress(list) + "#list")
                .put("type", "BitstringStatusList")
                .put("statusPurpose", "revocation")
                .put("encodedList", StatusList.written(revoked));
        return document;
    }

    private ObjectNode head(Award award, List<String> contexts, String type) {
        ObjectNode document = StrictJson.empty();
        contexts(document, contexts);
        document.put("id", "urn:uuid:" + award.id());
        document.putArray("type").add("VerifiableCredential").add(type);
        issuer(document);
        document.put("validFrom", seconds(award.given().at()));
        award.given().expiresAt().ifPresent(end -> document.put("validUntil", seconds(end)));
        status(document, award.place().list(), award.place().index());
        return document;
    }

    /** Where it is told whether it was taken back. */
    private void status(ObjectNode document, int list, int index) {
        document.putObject("credentialStatus")
                .put("id", listAddress(list) + "#" + index)
                .put("type", "BitstringStatusListEntry")
                .put("statusPurpose", "revocation")
                .put("statusListIndex", String.valueOf(index))
                .put("statusListCredential", listAddress(list));
    }

    private static void contexts(ObjectNode document, List<String> contexts) {
        contexts.forEach(document.putArray("@context")::add);
    }

    private void issuer(ObjectNode document) {
        ObjectNode profile = document.putObject("issuer");
        profile.put("id", issuer.name());
        profile.putArray("type").add("Profile");
        profile.put("name", accounts.districtName());
        profile.put("url", issuer.at(""));
    }

    private static ObjectNode subject(ObjectNode document, Holder holder, String type) {
        ObjectNode subject = document.putObject("credentialSubject");
        subject.put("id", holder.id());
        subject.putArray("type").add(type);
        subject.putArray("identifier")
                .addObject()
                .put("id", holder.id() + "#name")
                .put("type", "IdentityObject")
                .put("hashed", false)
                .put("identityHash", holder.fullName())
                .put("identityType", "name");
        return subject;
    }

    private static ObjectNode achievement(ObjectNode subject, Achieved achieved) {
        ObjectNode achievement = subject.putObject("achievement");
        achievement.put("id", achieved.address());
        achievement.putArray("type").add("Achievement");
        achievement.put("achievementType", achieved.kind());
        achievement.put("name", achieved.name());
        achievement.put("description", achieved.description());
        achievement
                .putObject("criteria")
                .put("id", achieved.address() + "#criteria")
                .put("narrative", achieved.criteria());
        return achievement;
    }

    private Achieved achieved(Badge badge) {
        return new Achieved(
                issuer.achievement(badge.id()),
                "Badge",
                badge.title(),
                badge.description(),
                badge.earning().criteria());
    }

    /** A competency goes by the name that it has in its framework, wherever that is published. */
    private static String named(Competency competency) {
        return "urn:uuid:" + competency.id();
    }

    private static void align(ObjectNode alignment, Competency competency) {
        alignment.putArray("type").add("Alignment");
        alignment.put("targetName", competency.title());
        alignment.put("targetDescription", competency.statement());
        alignment.put("targetUrl", named(competency));
        competency.code().ifPresent(code -> alignment.put("targetCode", code));
    }

    private String listAddress(int list) {
        return issuer.at("/status/" + list);
    }

    private static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
