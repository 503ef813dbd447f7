package org.ownpath.pathway;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.DistrictId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Asks every link of the catalogue once a day, a few at a time. Where several are asked and none answers, the line of the
 * school is taken to be down, and nothing is held against them.
 */
@Component
class LinkWatch {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final int AT_ONCE = 12;
    private static final int ENOUGH_TO_TELL = 3;

    private final LinkQuestion question;
    private final ActivityRows rows;
    private final Accounts accounts;
    private final Clock clock;
    private final boolean on;

    LinkWatch(
            LinkQuestion question,
            ActivityRows rows,
            Accounts accounts,
            Clock clock,
            @Value("${ownpath.links.check:true}") boolean on) {
        this.question = question;
        this.rows = rows;
        this.accounts = accounts;
        this.clock = clock;
        this.on = on;
    }

    @Scheduled(fixedDelay = 120_000, initialDelay = 30_000)
    void askThoseDue() {
        if (!on) {
            return;
        }
        for (DistrictId district : accounts.districts()) {
            DistrictScope.run(
                    district, () -> keep(ask(rows.linksToAsk(clock.instant().minus(A_DAY), AT_ONCE))));
        }
    }

    private Map<String, LinkQuestion.Reply> ask(List<String> links) {
        Map<String, LinkQuestion.Reply> replies = new LinkedHashMap<>();
        links.forEach(link -> replies.put(link, question.ask(link)));
        return replies;
    }

    void keep(Map<String, LinkQuestion.Reply> replies) {
        boolean down = replies.size() >= ENOUGH_TO_TELL
                && replies.values().stream().allMatch(LinkQuestion.Silent.class::isInstance);
        if (!down) {
            replies.forEach((link, reply) -> rows.answered(link, answer(reply)));
        }
    }

    private Activity.Answer answer(LinkQuestion.Reply reply) {
        return reply instanceof LinkQuestion.Answered answered
                ? new Activity.Answer(answered.well(), answered.words(), clock.instant())
                : new Activity.Answer(false, ((LinkQuestion.Silent) reply).words(), clock.instant());
    }
}
