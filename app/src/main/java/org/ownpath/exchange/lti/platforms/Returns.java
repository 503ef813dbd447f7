package org.ownpath.exchange.lti.platforms;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.exchange.Errand;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Tells systems how students do what they link to, seconds after it has changed (Assignment and Grade Services). What is to be
 * told is noted together with the judgement or the score; what fails is tried again, later each time.
 */
@Component
class Returns implements DisposableBean {

    private static final int AT_ONCE = 50;
    private static final int MOST_TRIES = 8;

    private final ReturnRows rows;
    private final PlatformRows platforms;
    private final ReturnedScores scores;
    private final PlatformGrades grades;
    private final Clock clock;
    private final Errand errand;

    Returns(
            ReturnRows rows,
            PlatformRows platforms,
            ReturnedScores scores,
            PlatformGrades grades,
            Accounts accounts,
            Clock clock) {
        this.rows = rows;
        this.platforms = platforms;
        this.scores = scores;
        this.grades = grades;
        this.clock = clock;
        this.errand = new Errand("lti-returns", accounts, this::tellOfThoseDue);
    }

    @Override
    public void destroy() {
        errand.close();
    }

    @Scheduled(fixedDelay = 2000, initialDelay = 5000)
    void look() {
        errand.go();
    }

    private void tellOfThoseDue() {
        rows.due(clock.instant(), AT_ONCE).forEach(this::tell);
    }

    private void tell(ReturnRows.Due due) {
        ReturnRows.Wanted wanted = due.wanted();
        Instant asOf = clock.instant();
        Optional<ReturnedScore> score = scores.of(wanted.student(), wanted.linked());
        String words = score.map(ReturnedScore::words).orElse(due.told());
        if (score.isEmpty() || words.equals(due.told())) {
            rows.told(wanted, words, asOf);
            return;
        }
        platforms
                .find(wanted.platform())
                .flatMap(platform -> grades.problem(
                        platform.described(), wanted.lineItem(), score.get().of(wanted.subject(), asOf)))
                .ifPresentOrElse(
                        why -> rows.failed(wanted, why, again(due.tries(), asOf)),
                        () -> rows.told(wanted, words, asOf));
    }

    private static Optional<Instant> again(int tries, Instant now) {
        return tries + 1 < MOST_TRIES ? Optional.of(now.plus(Duration.ofSeconds(5L << (2 * tries)))) : Optional.empty();
    }
}
