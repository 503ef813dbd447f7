package org.ownpath.northside;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Result;
import org.ownpath.framework.Competency;

/** How one student came to their place in one subject. */
final class Climb {

    private static final long HISTORY = 700;
    private static final int WEEKS_STUCK = 7;

    private final String student;
    private final String subject;
    private final Place place;
    private final Random random;
    private final Journal journal;
    private final SchoolCalendar calendar;
    private final List<Competency> mastered = new ArrayList<>();
    private final List<Competency> begun = new ArrayList<>();

    /** Whose climb it is, in what, to where. */
    record Task(String student, String subject, Place place) {}

    Climb(Task task, Random random, Journal journal, SchoolCalendar calendar) {
        this.student = task.student();
        this.subject = task.subject();
        this.place = task.place();
        this.random = random;
        this.journal = journal;
        this.calendar = calendar;
    }

    /** Writes all of it down. */
    void climb(List<Competency> ladder) {
        divide(ladder);
        show();
        for (int i = 0; i < begun.size(); i++) {
            begin(begun.get(i), i);
        }
        mastered.forEach(this::besides);
        begun.forEach(this::besides);
        if (Stories.returns(student)) {
            comeBack();
        }
    }

    /** What is mastered and what is begun. Under a story, every other competency that is left is begun. */
    private void divide(List<Competency> ladder) {
        boolean told = Stories.place(student, subject).isPresent();
        List<Competency> here =
                ladder.stream().filter(c -> level(c) == place.level()).toList();
        List<Competency> above = ladder.stream()
                .filter(c -> level(c) > place.level() && level(c) <= place.level() + 2)
                .limit(place.ahead())
                .toList();
        ladder.stream().filter(c -> level(c) < place.level()).forEach(mastered::add);
        int share = (int) Math.min(here.size() - 1L, Math.round(place.share() * here.size()));
        for (int i = 0; i < here.size(); i++) {
            Competency competency = here.get(i);
            if (i < share) {
                mastered.add(competency);
            } else if (told ? (i - share) % 2 == 0 || stuck(competency) : random.nextBoolean()) {
                begun.add(competency);
            }
        }
        for (int i = 0; i < above.size(); i++) {
            (i % 2 == 0 ? mastered : begun).add(above.get(i));
        }
    }

    /** Long ago by placement, then at a steady pace; what was caught up in the last two months. */
    private void show() {
        List<Competency> placed = mastered.stream()
                .filter(c -> level(c) < place.level() - levelsClimbed())
                .toList();
        boolean catchesUp = Stories.catchesUp(student, subject);
        List<Competency> late = mastered.stream()
                .filter(c -> catchesUp && level(c) >= place.level() - 1)
                .toList();
        List<Competency> paced = mastered.stream()
                .filter(c -> !placed.contains(c) && !late.contains(c))
                .toList();
        placed.forEach(this::place);
        spread(paced, calendar.daysAgo(HISTORY), calendar.daysAgo(Stories.standsStill(student, subject)));
        spread(late, calendar.daysAgo(58), calendar.daysAgo(0));
    }

    /** In the two years of the history: what a story says, or one to three, by the student and the subject. */
    private int levelsClimbed() {
        return Stories.levelsClimbed(student, subject)
                .orElse(1 + Math.floorMod(student.hashCode() + 31 * subject.hashCode(), 7) / 2 % 3);
    }

    private void place(Competency competency) {
        Instant day = calendar.daysAgo(HISTORY + random.nextInt(60));
        journal.rated(competency, Occasion.prior(Depth.APPLY), 3, day);
        journal.rated(competency, Occasion.prior(Depth.RECALL), 4, day);
    }

    private void spread(List<Competency> competencies, Instant from, Instant to) {
        Duration step = Duration.between(from, to).dividedBy(competencies.size() + 1L);
        for (int i = 0; i < competencies.size(); i++) {
            work(competencies.get(i), from.plus(step.multipliedBy(i + 1L)));
        }
    }

    /** Some tries that get better, ending with two good showings. */
    private void work(Competency competency, Instant end) {
        for (int t = random.nextInt(3); t > 0; t--) {
            tried(competency, end.minus(Duration.ofDays(9L + 8L * t)));
        }
        journal.rated(competency, Occasion.any(random), 3, end.minus(Duration.ofDays(2 + random.nextInt(6))));
        journal.rated(competency, Occasion.any(random), random.nextInt(3) == 0 ? 4 : 3, end);
    }

    private void begin(Competency competency, int which) {
        if (Stories.overridden(student, subject) && which == 0) {
            override(competency);
            return;
        }
        List<Integer> guesses = Stories.guesses(student, which).orElse(List.of());
        for (int i = 0; i < guesses.size(); i++) {
            journal.rated(competency, Occasion.TEST, guesses.get(i), calendar.daysAgo(40 - 9L * i));
        }
        int tries = stuck(competency) ? WEEKS_STUCK : guesses.isEmpty() ? 1 + random.nextInt(2) : 0;
        for (int t = tries; t > 0; t--) {
            tried(competency, calendar.daysAgo(7L * t + random.nextInt(4)));
        }
    }

    private void override(Competency competency) {
        journal.rated(competency, Occasion.any(random), 2, calendar.daysAgo(24));
        journal.rated(competency, Occasion.any(random), 3, calendar.daysAgo(11));
        journal.rated(competency, Occasion.JUDGEMENT, 3, calendar.daysAgo(3));
    }

    /** Now and then nothing is handed in. */
    private void tried(Competency competency, Instant day) {
        int rating = 1 + random.nextInt(2);
        boolean missed = rating == 1 && random.nextInt(8) == 0;
        journal.write(competency, Occasion.any(random), missed ? Result.missed() : Result.rated(rating), day);
    }

    /** What does not count: what students say of themselves, and chances they were excused from. */
    private void besides(Competency competency) {
        Instant day = calendar.daysAgo(3L + random.nextInt((int) HISTORY / 2));
        if (level(competency) < place.level() - 1) {
            return;
        }
        if (random.nextInt(12) == 0) {
            journal.rated(competency, Occasion.SELF, 2 + random.nextInt(3), day);
        }
        if (random.nextInt(20) == 0) {
            journal.write(competency, Occasion.any(random), Result.excused(), day);
        }
    }

    /** In the first days back, what was begun before, or what was learnt last. */
    private void comeBack() {
        List<Competency> again = begun.isEmpty() ? mastered.subList(mastered.size() - 1, mastered.size()) : begun;
        again.forEach(competency -> journal.rated(
                competency, Occasion.any(random), 2 + random.nextInt(2), calendar.daysAgo(1 + random.nextInt(4))));
    }

    private boolean stuck(Competency competency) {
        return Stories.stuckIn(student, competency);
    }

    private static int level(Competency competency) {
        return competency.level().orElse(0);
    }
}
