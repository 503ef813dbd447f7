package org.ownpath.northside;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Claim;
import org.ownpath.assessment.Claims;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.Feedback;
import org.ownpath.assessment.Marks;
import org.ownpath.assessment.Move;
import org.ownpath.assessment.Request;
import org.ownpath.assessment.Requests;
import org.ownpath.assessment.ScoreSheet;
import org.ownpath.assessment.Scoring;
import org.ownpath.assessment.Way;
import org.ownpath.assessment.When;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** How Northside's people ask to show something, answer, hand in and score: through the doors that everybody uses. */
@Component
@ConditionalOnProperty(name = "ownpath.seed", havingValue = "northside")
class SeedDemonstrations {

    private final NorthsideAccounts people;
    private final Frameworks frameworks;
    private final Requests requests;
    private final Claims claims;
    private final Demonstrations demonstrations;
    private final Scoring scoring;
    private final Clock clock;

    SeedDemonstrations(
            NorthsideAccounts people,
            Frameworks frameworks,
            Requests requests,
            Claims claims,
            Demonstrations demonstrations,
            Scoring scoring,
            Clock clock) {
        this.people = people;
        this.frameworks = frameworks;
        this.requests = requests;
        this.claims = claims;
        this.demonstrations = demonstrations;
        this.scoring = scoring;
        this.clock = clock;
    }

    /** Who asks for what. */
    record Wish(String student, String code, Way way, Optional<TaskId> task, String note, String practised) {

        static Wish of(String student, String code, Way way, String note) {
            return new Wish(student, code, way, Optional.empty(), note, "");
        }
    }

    DemonstrationId ask(Wish wish) {
        Request request = request(wish);
        SeedTasks.require(requests.ask(people.of(wish.student()), request));
        return request.id();
    }

    /** Asks, is let, and hands in. */
    DemonstrationId shown(Wish wish, String body) {
        DemonstrationId id = ask(wish);
        answer(id, Move.ACCEPTED, "", Optional.empty());
        SeedTasks.require(demonstrations.handIn(people.of(wish.student()), id, body, "", List.of()));
        return id;
    }

    /** Claims what was learnt elsewhere, last spring. */
    DemonstrationId claim(Wish wish, String where) {
        Request request = request(wish);
        LocalDate spring = SchoolTime.day(inDays(-200));
        SeedTasks.require(claims.make(people.of(wish.student()), request, new Claim(where, spring, List.of())));
        return request.id();
    }

    /** Whoever was asked answers. */
    void answer(DemonstrationId id, Move move, String words, Optional<Instant> at) {
        SeedTasks.require(demonstrations.move(assessorOf(id), id, move, words, at));
    }

    /** Whoever was asked scores it. */
    void score(DemonstrationId id, ScoreSheet sheet) {
        score(assessorOf(id), id, sheet);
    }

    void score(Viewer scorer, DemonstrationId id, ScoreSheet sheet) {
        SeedTasks.require(scoring.score(scorer, id, sheet));
    }

    static ScoreSheet sheet(List<Double> marks, String feedback, String next, boolean practiceFirst) {
        Map<Integer, Double> byCriterion = new HashMap<>();
        for (Double mark : marks) {
            byCriterion.put(byCriterion.size() + 1, mark);
        }
        return new ScoreSheet(
                new Marks(byCriterion),
                new Feedback(feedback, next, practiceFirst, List.of()),
                Depth.APPLY,
                Context.CLASS);
    }

    /** At ten o'clock, some days on. */
    Instant inDays(long days) {
        return clock.instant()
                .truncatedTo(ChronoUnit.DAYS)
                .plus(Duration.ofDays(days))
                .plus(Duration.ofHours(10));
    }

    private Request request(Wish wish) {
        Viewer student = people.of(wish.student());
        Competency competency = competency(wish.code());
        return new Request(
                DemonstrationId.next(),
                List.of(competency.id()),
                wish.way(),
                wish.task(),
                wish.note(),
                wish.practised(),
                wish.way() == Way.CONVERSATION ? new When.Wished(inDays(1)) : new When.Answered(),
                assessor(student, competency),
                Optional.empty());
    }

    private PersonId assessor(Viewer student, Competency competency) {
        return requests.assessors(StudentId.of(student.person()), competency).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(student.displayName() + " has nobody to ask"))
                .teacher()
                .id();
    }

    private Viewer assessorOf(DemonstrationId id) {
        Demonstration found =
                demonstrations.find(people.of("Constance Mbeki-Hall"), id).orElseThrow();
        return people.of(found.assessor());
    }

    private Competency competency(String code) {
        return frameworks
                .curriculum()
                .competency(
                        Objects.requireNonNull(frameworks.curriculum().byName().get(code), code))
                .orElseThrow();
    }
}
