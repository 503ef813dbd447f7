package org.ownpath.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.framework.Competency;
import org.ownpath.shared.CompetencyId;

/** Looks at the school days of the last weeks: whether so many were missed that it has to be talked about. */
final class AbsenceLook {

    /** How far back school days are looked at. */
    static final int WATCHED_DAYS = 60;

    private static final int FEWEST_DAYS = 10;
    private static final int FEWEST_MISSED = 3;
    /** From a tenth on, absence is called chronic. */
    private static final double SHARE = 0.1;

    private AbsenceLook() {}

    /**
     * At least three days and a tenth of those told of were missed, excused or not.
     *
     * @param days of the time watched, the earliest first
     * @param work in the subject in which it is said
     */
    static Glance absent(List<SchoolDay> days, SubjectWork work) {
        LocalDate today = SchoolTime.day(work.now());
        List<SchoolDay> watched = days.stream()
                .filter(day -> day.day().isAfter(today.minusDays(WATCHED_DAYS)))
                .toList();
        List<LocalDate> missed = watched.stream()
                .filter(day -> day.presence().missed())
                .map(SchoolDay::day)
                .toList();
        if (missed.size() < FEWEST_MISSED) {
            return Glance.NOTHING; // time alone takes days away
        }
        Instant tomorrow = SchoolTime.start(today.plusDays(1));
        if (watched.size() < FEWEST_DAYS || missed.size() < SHARE * watched.size()) {
            return Glance.nothingBefore(Optional.of(tomorrow));
        }
        long excused = watched.stream()
                .filter(day -> day.presence() == SchoolDay.Presence.EXCUSED)
                .count();
        String reason = "Missed " + missed.size() + " of " + watched.size() + " school days since "
                + Wording.day(watched.get(0).day()) + ", "
                + (excused == 0 ? "none" : excused == missed.size() ? "all" : excused)
                + " of them excused; the last on "
                + Wording.day(missed.get(missed.size() - 1)) + ".";
        int urgency = 40 + (int) Math.min(20, 100.0 * missed.size() / watched.size() - 100 * SHARE);
        return Glance.found(
                new SubjectWork.Finding(open(work), SchoolTime.start(missed.get(FEWEST_MISSED - 1)), urgency, reason),
                Optional.of(tomorrow));
    }

    private static List<CompetencyId> open(SubjectWork work) {
        return work.competencies().stream()
                .filter(c -> work.begun(c.id()) || work.open(c.id()))
                .limit(3)
                .map(Competency::id)
                .toList();
    }
}
