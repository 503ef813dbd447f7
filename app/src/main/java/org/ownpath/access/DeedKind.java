package org.ownpath.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The kinds of entries on the audit trail, and what each entry says in words. */
public enum DeedKind {
    LOOKING("Looking at a record", "record"),
    ACCOUNTS(
            "Accounts and ways in",
            "account",
            "token",
            "session",
            "invitation",
            "sign-in",
            "substitute",
            "family",
            "sign-in-link",
            "sign-in-rules",
            "second-factor",
            "passkey",
            "class-card",
            "class-cards",
            "school-sign-on",
            "school-identity",
            "person"),
    EVIDENCE("Evidence corrected or taken back", "evidence", "correction"),
    SHOWING("Showing and scoring", "demonstration", "exemplar", "task", "portfolio", "feedback"),
    TESTS("Tests", "test", "bank", "item", "accommodation"),
    SUPPORT("Support and plans", "plan", "signal", "block", "capacity", "goal", "activity"),
    RULES("Design choices and rules", "school-clock", "choices", "rules", "replay", "projection", "graduation-plan"),
    IMPORTS("Imports", "import", "roster", "framework"),
    GIVEN_OUT(
            "Shared and given out",
            "transcript",
            "personal-record",
            "outcomes",
            "badge",
            "award",
            "learning-record",
            "endorsement",
            "signing-key",
            "outside-credential",
            "directory",
            "retention");

    static final String LOOKED_AT = "record.seen";

    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry(LOOKED_AT, "looked at the record"),
            Map.entry("account.password-changed", "changed their own password"),
            Map.entry("account.password-given", "gave a new password"),
            Map.entry("account.closed", "closed the account"),
            Map.entry("account.opened-again", "opened the account again"),
            Map.entry("account.rights-changed", "changed what the account is for"),
            Map.entry("substitute.given", "gave a group to a substitute"),
            Map.entry("substitute.ended", "took a group back from a substitute"),
            Map.entry("family.restricted", "said that a guardian may not see the record"),
            Map.entry("family.let-in", "let a guardian see the record again"),
            Map.entry("family.age-set", "set the age from which students decide what families see"),
            Map.entry("family.consent-given", "let the family see the record"),
            Map.entry("family.consent-ended", "lets the family see the record no more"),
            Map.entry("family.purpose-set", "said which uses need a yes"),
            Map.entry("family.purpose-yes", "allowed a use of name or work"),
            Map.entry("family.purpose-no", "did not allow a use of name or work"),
            Map.entry("directory.exported", "took the list of students out as a file"),
            Map.entry("retention.set", "said how long something is kept"),
            Map.entry("retention.run", "let go what was kept long enough"),
            Map.entry("correction.asked", "asked that the record be corrected"),
            Map.entry("correction.agreed", "answered that the record is corrected"),
            Map.entry("correction.refused", "answered that the record stays as it is"),
            Map.entry("sign-in-link.made", "made a link to sign in with"),
            Map.entry("sign-in-link.asked", "asked for a way back by e-mail"),
            Map.entry("sign-in-link.taken-back", "took a link to sign in with back"),
            Map.entry("school-clock.set", "set the school's clock"),
            Map.entry("sign-in-rules.adopted", "said how people sign in"),
            Map.entry("second-factor.set-up", "set up a second factor"),
            Map.entry("second-factor.codes-renewed", "made new codes on paper"),
            Map.entry("second-factor.taken-away", "took a second factor away"),
            Map.entry("passkey.made", "made a passkey"),
            Map.entry("passkey.forgotten", "had a passkey forgotten"),
            Map.entry("class-cards.made", "made cards to sign in with"),
            Map.entry("class-cards.ended", "ended the cards of a group"),
            Map.entry("class-card.renewed", "gave a child a new card"),
            Map.entry("school-sign-on.adopted", "let people sign in elsewhere"),
            Map.entry("school-sign-on.ended", "ended signing in elsewhere"),
            Map.entry("school-identity.linked", "linked an account elsewhere"),
            Map.entry("school-identity.unlinked", "unlinked an account elsewhere"),
            Map.entry("personal-record.exported", "took along all that is kept about a person"),
            Map.entry("person.erased", "erased a person"),
            Map.entry("token.issued", "let a program speak for them"),
            Map.entry("token.revoked", "ended a program's token"),
            Map.entry("evidence.withdrawn", "took evidence back"),
            Map.entry("evidence.corrected", "corrected evidence"),
            Map.entry("demonstration.asked", "asked to show what they know"),
            Map.entry("demonstration.begun", "began a task at once"),
            Map.entry("demonstration.booked", "booked a time to show something"),
            Map.entry("demonstration.rebooked", "moved showing something to another time"),
            Map.entry("demonstration.time_cancelled", "cancelled a booked time"),
            Map.entry("open_times.offered", "offered times for showing something"),
            Map.entry("open_times.withdrawn", "took an offered time back"),
            Map.entry("demonstration.handed_in", "handed in work"),
            Map.entry("demonstration.accepted", "accepted a request to show something"),
            Map.entry("demonstration.declined", "declined a request to show something"),
            Map.entry("demonstration.time_proposed", "proposed another time for showing something"),
            Map.entry("demonstration.practice_asked", "suggested practice before showing something"),
            Map.entry("demonstration.agreed", "agreed to the time for showing something"),
            Map.entry("demonstration.asked_again", "asked again to show something"),
            Map.entry("demonstration.withdrawn", "took back a request to show something"),
            Map.entry("demonstration.handed_over", "handed a request over to a colleague"),
            Map.entry("demonstration.second_asked", "asked a colleague for a second score"),
            Map.entry("demonstration.link_made", "asked somebody from outside to score"),
            Map.entry("demonstration.link_ended", "ended an outside link"),
            Map.entry("demonstration.scored_once", "scored work as the first of two"),
            Map.entry("demonstration.scored_twice", "scored work as the second of two"),
            Map.entry("demonstration.scored", "gave the result of what was shown"),
            Map.entry("exemplar.kept", "kept an example of good work"),
            Map.entry("portfolio.kept", "kept a piece in the portfolio"),
            Map.entry("portfolio.reflected", "said something else of a piece in the portfolio"),
            Map.entry("portfolio.removed", "took a piece out of the portfolio"),
            Map.entry("accommodation.given", "changed what a student needs in tests"),
            Map.entry("test.begun", "began a test"),
            Map.entry("test.offered", "offered a test"),
            Map.entry("test.closed", "closed a test"),
            Map.entry("test.scored", "scored an answer of a test"),
            Map.entry("plan.opened", "opened a plan of support"),
            Map.entry("plan.words", "said something about a plan of support"),
            Map.entry("plan.session", "added a session to a plan of support"),
            Map.entry("plan.closed", "closed a plan of support"),
            Map.entry("plan.taken-in", "took in a plan of support"),
            Map.entry("signal.set-aside", "set aside why a student is noticed"),
            Map.entry("signal.brought-back", "brought back why a student is noticed"),
            Map.entry("goal.proposed", "proposed a goal"),
            Map.entry("goal.path-changed", "adjusted the path to a goal"),
            Map.entry("goal.reviewed", "looked at a goal together with somebody"),
            Map.entry("goal.words", "said something about a goal"),
            Map.entry("goal.taken-in", "took in a goal"),
            Map.entry("activity.added", "added an activity"),
            Map.entry("activity.changed", "changed an activity"),
            Map.entry("activity.vetted", "said that an activity is fit for students"),
            Map.entry("activity.refused", "said that an activity is not fit for students"),
            Map.entry("activity.retired", "took an activity out"),
            Map.entry("activity.chosen", "put an activity on a plan"),
            Map.entry("activity.done", "said that an activity is done"),
            Map.entry("activity.set-aside", "set an activity aside"),
            Map.entry("activity.taken-in", "took in an activity"),
            Map.entry("activity.plans-taken-in", "took in activities on plans"),
            Map.entry("block.published", "published groups by readiness"),
            Map.entry("block.proposed", "proposed groups by readiness"),
            Map.entry("block.moved", "moved students between groups by readiness"),
            Map.entry("block.attended", "said who was at a group"),
            Map.entry("choices.adopted", "adopted design choices"),
            Map.entry("rules.replayed", "asked what another rule would change"),
            Map.entry("graduation-plan.adopted", "adopted what graduating asks for"),
            Map.entry("roster.imported", "imported a roster"),
            Map.entry("outcomes.exported", "took outcomes out as a file"),
            Map.entry("transcript.shared", "shared a record by a link"),
            Map.entry("transcript.unshared", "took a link to a record back"),
            Map.entry("badge.defined", "made a badge"),
            Map.entry("badge.retired", "had a badge given no more"),
            Map.entry("badge.given", "gave a badge"),
            Map.entry("award.revoked", "took a badge or a learning record back"),
            Map.entry("award.shown", "showed a badge or a learning record to the world"),
            Map.entry("award.hidden", "showed a badge or a learning record no more"),
            Map.entry("learning-record.made", "made a learning record"),
            Map.entry("endorsement.given", "endorsed a badge of another school"),
            Map.entry("endorsement.kept", "kept an endorsement of a badge"),
            Map.entry("outside-credential.brought", "brought a credential from elsewhere"),
            Map.entry("outside-credential.reviewed", "looked at a credential from elsewhere"),
            Map.entry("signing-key.renewed", "made a new signing key"),
            Map.entry("signing-key.withdrawn", "withdrew a signing key"));

    private final String words;
    private final Set<String> subjects;

    DeedKind(String words, String... subjects) {
        this.words = words;
        this.subjects = Set.of(subjects);
    }

    /** As a person chooses it. */
    public String words() {
        return words;
    }

    /** As an address names it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The beginnings of the actions that it takes in. */
    String[] patterns() {
        return subjects.stream().map(subject -> subject + ".%").toArray(String[]::new);
    }

    /** What somebody did, to be read after their name. */
    static String words(String action) {
        String known = WORDS.get(action);
        if (known != null) {
            return known;
        }
        int dot = action.indexOf('.');
        return dot < 0
                ? action
                : action.substring(0, dot).replace('-', ' ') + ": "
                        + action.substring(dot + 1).replaceAll("[-_]", " ");
    }

    /** The kind that a code names, or none. */
    public static java.util.Optional<DeedKind> ofCode(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
