package org.ownpath.exchange.badges;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.exchange.Read;
import org.ownpath.shared.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether the issuer has taken a credential back, as the list says that the credential names. */
final class TakenBack {

    private final Lookups lookups;
    private final Signed signatures;

    TakenBack(Lookups lookups, Signed signatures) {
        this.lookups = lookups;
        this.signatures = signatures;
    }

    List<Check> of(ObjectNode document, Claim claim) {
        JsonNode status = document.path("credentialStatus");
        return (status.isArray() ? status.valueStream() : Stream.of(status))
                .filter(each -> !each.isMissingNode())
                .map(entry -> inList(entry, claim))
                .toList();
    }

    private Check inList(JsonNode entry, Claim claim) {
        if (Claim.text(entry, "type").equals("1EdTechRevocationList")) {
            return Claim.text(entry, "id").isEmpty() ? unread() : listed(Claim.text(entry, "id"), claim);
        }
        if (!Claim.text(entry, "type").equals("BitstringStatusListEntry")) {
            return unread();
        }
        Read<ObjectNode> answer = lookups.object(Claim.text(entry, "statusListCredential"));
        return answer instanceof Read.Parsed<ObjectNode> list
                ? inBits(list.value(), entry, claim)
                : unasked((Read.Unreadable<ObjectNode>) answer);
    }

    /** The list is a credential itself, and has to be by the same issuer. */
    private Check inBits(ObjectNode list, JsonNode entry, Claim claim) {
        JsonNode subject = list.path("credentialSubject");
        Claim by = new Claim(
                claim.kind(),
                "",
                "",
                "",
                new Claim.Issuer(issuer(list), ""),
                Optional.empty(),
                claim.dates(),
                List.of());
        boolean holds = issuer(list).equals(claim.issuer().id())
                && Claim.text(subject, "statusPurpose").equals(Claim.text(entry, "statusPurpose"))
                && signatures.byProof(list, by).stream().allMatch(check -> check.finding() == Check.Finding.HOLDS);
        if (!holds) {
            return Check.open("Whether it was taken back could not be found out: the issuer's list does not hold.");
        }
        return StatusList.isSet(
                        Claim.text(subject, "encodedList"),
                        entry.path("statusListIndex").asInt(-1))
                .map(set -> set ? takenBack(Claim.text(entry, "statusPurpose")) : stands())
                .orElseGet(TakenBack::unread);
    }

    private Check listed(String address, Claim claim) {
        Read<ObjectNode> answer = lookups.object(address);
        if (!(answer instanceof Read.Parsed<ObjectNode> list)) {
            return unasked((Read.Unreadable<ObjectNode>) answer);
        }
        if (!list.value().path("revokedCredential").isArray()
                || !issuer(list.value()).equals(claim.issuer().id())) {
            return unread();
        }
        return list.value()
                        .path("revokedCredential")
                        .valueStream()
                        .anyMatch(revoked -> Claim.text(revoked, "id").equals(claim.id()))
                ? takenBack("revocation")
                : stands();
    }

    private static String issuer(ObjectNode document) {
        JsonNode issuer = document.path("issuer");
        return issuer.isString() ? issuer.asString() : Claim.text(issuer, "id");
    }

    private static Check takenBack(String purpose) {
        return Check.fails(
                purpose.equals("suspension")
                        ? "Its issuer has suspended it for the time being."
                        : "Its issuer has taken it back.");
    }

    private static Check stands() {
        return Check.holds("Its issuer has not taken it back.");
    }

    private static Check unread() {
        return Check.open(
                "Whether it was taken back could not be found out: its issuer tells it in a way not read here.");
    }

    private static Check unasked(Read.Unreadable<ObjectNode> answer) {
        Problem why = answer.problems().get(0);
        return Check.open("Whether it was taken back could not be found out: " + why.message());
    }
}
