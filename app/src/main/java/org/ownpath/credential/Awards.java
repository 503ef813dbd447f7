package org.ownpath.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.States;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of awards: what a student has earned, giving what a teacher has seen, and taking back. */
@Component
public class Awards {

    private static final int LONGEST_TEXT = 1000;

    private final AwardRows rows;
    private final Badges badges;
    private final Schoolings schoolings;
    private final Mastery mastery;
    private final Access access;
    private final Clock clock;

    Awards(AwardRows rows, Badges badges, Schoolings schoolings, Mastery mastery, Access access, Clock clock) {
        this.rows = rows;
        this.badges = badges;
        this.schoolings = schoolings;
        this.mastery = mastery;
        this.access = access;
        this.clock = clock;
    }

    /** All that the student was ever given, newest first. */
    public List<Award> of(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        return rows.of(student);
    }

    /** The badges that the student holds at a moment, oldest first: for the record of whoever may have it. */
    public List<Award> held(StudentId student, Instant at) {
        return rows.of(student).stream()
                .filter(award -> award.badge().isPresent() && award.holdsAt(at))
                .sorted(Comparator.comparing((Award award) -> award.given().at()))
                .toList();
    }

    /** The award, if its student is one whom the viewer may see. */
    public Optional<Award> award(Viewer viewer, AwardId id) {
        Optional<Award> award = rows.award(id);
        award.ifPresent(found -> access.requireView(viewer, found.student()));
        return award;
    }

    /** To how many students each badge was given and not taken back. */
    public long holders(BadgeId badge) {
        return rows.holders(badge);
    }

    /** Gives a badge for what a teacher has seen, in words that stand on it. Given twice, the student has it once. */
    @Transactional
    public Awarding give(Viewer viewer, StudentId student, BadgeId badge, String words) {
        access.requireRecord(viewer, Set.of(student));
        Optional<Badge> found = badges.badge(badge).filter(Badge::given);
        if (found.isEmpty() || found.get().automatic()) {
            return new Awarding.Refused("Choose a badge that teachers give; the others are earned by mastery alone.");
        }
        if (words.isBlank() || words.length() > LONGEST_TEXT) {
            return new Awarding.Refused(
                    "Say what you have seen, in up to " + LONGEST_TEXT + " characters: it stands on the badge.");
        }
        rows.lock(student);
        Instant now = clock.instant();
        Optional<Award> before = rows.of(student).stream()
                .filter(award ->
                        award.badge().map(Badge::id).filter(badge::equals).isPresent())
                .filter(award -> award.holdsAt(now))
                .findFirst();
        if (before.isPresent()) {
            return new Awarding.Awarded(before.get().id());
        }
        AwardId id =
                rows.insert(student, found, new AwardRows.Giving(Optional.of(viewer.account()), now, words.strip()));
        access.audit(viewer, "badge.given", id.toString(), found.get().title());
        return new Awarding.Awarded(id);
    }

    /** Gives the student a record of all that was shown by now. */
    @Transactional
    public AwardId giveRecord(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        AwardId id = rows.insert(
                student, Optional.empty(), new AwardRows.Giving(Optional.of(viewer.account()), clock.instant(), ""));
        access.audit(viewer, "learning-record.made", id.toString(), "");
        return id;
    }

    /** Takes an award back: from then on every check of it fails. Gives why it is not done, if so. */
    @Transactional
    public Optional<String> revoke(Viewer viewer, AwardId id, String reason) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        if (reason.isBlank() || reason.length() > LONGEST_TEXT) {
            return Optional.of("Write why it is taken back, in up to " + LONGEST_TEXT + " characters.");
        }
        Optional<Award> award = award(viewer, id);
        if (award.isPresent() && rows.revoke(id, new Award.Revocation(clock.instant(), reason.strip()), viewer)) {
            access.audit(viewer, "award.revoked", id.toString(), reason.strip());
        }
        return Optional.empty();
    }

    /** The places of one list of the current district whose awards were taken back; empty when there is no such list. */
    public Optional<List<Integer>> revoked(int list) {
        return rows.isList(list) ? Optional.of(rows.revoked(list)) : Optional.empty();
    }

    /** The badges that the student has not earned yet and can by mastery, nearest first. */
    public List<Ahead> ahead(Viewer viewer, StudentId student) {
        access.requireView(viewer, student);
        Set<BadgeId> settled = rows.of(student).stream()
                .flatMap(award -> award.badge().stream())
                .map(Badge::id)
                .collect(Collectors.toSet());
        States states = mastery.states(List.of(student));
        Schooling schooling = schoolings.now();
        List<Ahead> ahead = new ArrayList<>();
        for (Badge badge : badges.all()) {
            if (badge.given() && !settled.contains(badge.id()) && badge.earning() instanceof Earning.ByMastery by) {
                List<Competency> set = schooling.of(by.among());
                int needed = by.neededOf(set);
                ahead.add(new Ahead(badge, Math.min(by.mastered(student, set, states), needed), needed));
            }
        }
        ahead.sort(Comparator.comparingDouble(Ahead::part).reversed());
        return ahead;
    }

    /** A badge on the way to which a student is. */
    public record Ahead(Badge badge, int mastered, int needed) {

        double part() {
            return needed == 0 ? 0 : (double) mastered / needed;
        }
    }
}
