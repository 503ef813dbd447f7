package org.ownpath.exchange.badges;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** The checking of one credential at one moment. */
final class Examination {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    private static final int MOST_PARTS = 1000;
    private static final int MOST_ENDORSEMENTS = 5;

    private final Lookups lookups;
    private final Instant now;
    private final Signed signatures;

    Examination(Lookups lookups, Instant now) {
        this.lookups = lookups;
        this.now = now;
        this.signatures = new Signed(lookups, now);
    }

    /** Checks a document that carries its proof. */
    Verdict ofDocument(ObjectNode document) {
        return Claim.of(document)
                .<Verdict>map(claim -> checked(claim, document, signatures.byProof(document, claim)))
                .orElseGet(Examination::unknown);
    }

    /** Checks a document that is the content of a token. */
    Verdict ofToken(Jws token, String text) {
        ObjectNode document = token.content().path("vc") instanceof ObjectNode inner ? inner : token.content();
        return Claim.of(document)
                .<Verdict>map(claim -> {
                    Verdict.Checked checked = checked(claim, document, signatures.byToken(token, claim));
                    return new Verdict.Checked(claim, checked.checks(), text);
                })
                .orElseGet(Examination::unknown);
    }

    private static Verdict unknown() {
        return new Verdict.Unreadable(
                "This is JSON, but not a badge, a record of learning or an endorsement that names its issuer. Ask whoever "
                        + "issued it for the file in Open Badges 3.0 or CLR 2.0.");
    }

    private Verdict.Checked checked(Claim claim, ObjectNode document, List<Check> signature) {
        List<Check> checks = new ArrayList<>(signature);
        checks.add(inDate(claim, document));
        checks.addAll(new TakenBack(lookups, signatures).of(document, claim));
        parts(document).ifPresent(checks::add);
        checks.addAll(endorsements(document));
        return new Verdict.Checked(claim, checks, document.toString());
    }

    private Check inDate(Claim claim, ObjectNode document) {
        Claim.Dates dates = claim.dates();
        if (dates.from().isEmpty()) {
            return Check.fails("It does not say from which day it is good.");
        }
        if (dates.from().get().isAfter(now)) {
            return Check.fails("It is not good before " + day(dates.from().get()) + ".");
        }
        boolean untold = dates.until().isEmpty() && (document.has("validUntil") || document.has("expirationDate"));
        if (untold) {
            return Check.fails("The day on which it ends cannot be read.");
        }
        return dates.until()
                .map(until -> until.isBefore(now)
                        ? Check.fails("It has expired: it was good until " + day(until) + ".")
                        : Check.holds("It is in date: good until " + day(until) + "."))
                .orElseGet(() -> Check.holds("It is in date, and does not end."));
    }

    /** Every credential inside that has a proof of its own has to hold too; the others are covered by the outer one. */
    private Optional<Check> parts(ObjectNode document) {
        List<ObjectNode> parts = document.path("credentialSubject")
                .path("verifiableCredential")
                .valueStream()
                .filter(ObjectNode.class::isInstance)
                .map(ObjectNode.class::cast)
                .filter(part -> part.has("proof"))
                .toList();
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        if (parts.size() > MOST_PARTS) {
            return Optional.of(
                    Check.open("It holds more than " + MOST_PARTS + " credentials, which were not all checked."));
        }
        for (ObjectNode part : parts) {
            if (!(ofDocument(part) instanceof Verdict.Checked inner)) {
                return Optional.of(Check.fails("A credential inside it cannot be read."));
            }
            if (!inner.valid()) {
                return Optional.of(partly(inner));
            }
        }
        return Optional.of(Check.holds(
                parts.size() == 1
                        ? "The credential inside it holds too."
                        : "All " + parts.size() + " credentials inside it hold too."));
    }

    /** Who stands behind what it is about. What does not hold of it is left out: the credential does not rest on it. */
    private List<Check> endorsements(ObjectNode document) {
        return document.path("credentialSubject")
                .path("achievement")
                .path("endorsement")
                .valueStream()
                .limit(MOST_ENDORSEMENTS)
                .filter(ObjectNode.class::isInstance)
                .map(endorsement -> ofDocument((ObjectNode) endorsement))
                .filter(verdict -> verdict instanceof Verdict.Checked checked && checked.valid())
                .map(verdict -> ((Verdict.Checked) verdict).claim())
                .map(claim -> Check.holds("Endorsed by " + claim.issuer().name() + ": “" + claim.description() + "”"))
                .toList();
    }

    private static Check partly(Verdict.Checked inner) {
        Check first = inner.checks().stream()
                .filter(check -> check.finding() != Check.Finding.HOLDS)
                .findFirst()
                .orElseThrow();
        return new Check(first.finding(), "“" + inner.claim().name() + "”, inside it: " + first.words());
    }

    private static String day(Instant instant) {
        return DAY.format(instant);
    }
}
