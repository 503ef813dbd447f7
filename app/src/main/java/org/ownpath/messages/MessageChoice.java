package org.ownpath.messages;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;

/**
 * How one person wants to be told. Times are those of the school's clock.
 *
 * @param kinds what they want to be told of at all
 * @param mail how often by e-mail
 * @param quietFrom from when no e-mail is written; at the same time as the end: there are no quiet hours
 * @param language the code of the language
 */
public record MessageChoice(
        Set<NoticeKind> kinds, MailPace mail, LocalTime quietFrom, LocalTime quietUntil, String language) {

    private static final LocalTime DIGEST_FROM = LocalTime.of(15, 0);

    /** Keeps its own copy of the kinds. */
    public MessageChoice {
        kinds = Set.copyOf(kinds);
    }

    /** Where somebody has chosen nothing: staff and families are written to once a day, students not at all. */
    static MessageChoice usual(Viewer viewer) {
        MailPace mail = viewer.isStaff() || viewer.is(Role.FAMILY) ? MailPace.DAILY : MailPace.NEVER;
        return new MessageChoice(EnumSet.allOf(NoticeKind.class), mail, LocalTime.of(20, 0), LocalTime.of(7, 0), "en");
    }

    /** The same without e-mail. */
    MessageChoice withoutMail() {
        return new MessageChoice(kinds, MailPace.NEVER, quietFrom, quietUntil, language);
    }

    /** Whether it is time for an e-mail at this moment, after the last one. */
    boolean due(LocalDateTime now, LocalDateTime last) {
        if (quiet(now.toLocalTime())) {
            return false;
        }
        return switch (mail) {
            case NEVER -> false;
            case AT_ONCE -> true;
            case DAILY -> last.isBefore(latest(now));
            case WEEKLY -> last.isBefore(friday(now));
        };
    }

    /** When the latest digest of a day was to be written. */
    private static LocalDateTime latest(LocalDateTime now) {
        LocalDateTime today = now.toLocalDate().atTime(DIGEST_FROM);
        return now.isBefore(today) ? today.minusDays(1) : today;
    }

    private static LocalDateTime friday(LocalDateTime now) {
        LocalDateTime latest = latest(now);
        return latest.minusDays(Math.floorMod(latest.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue(), 7));
    }

    private boolean quiet(LocalTime now) {
        if (quietFrom.equals(quietUntil)) {
            return false;
        }
        boolean afterBegin = !now.isBefore(quietFrom);
        boolean beforeEnd = now.isBefore(quietUntil);
        return quietFrom.isBefore(quietUntil) ? afterBegin && beforeEnd : afterBegin || beforeEnd;
    }
}
