package org.ownpath.exchange.lti.tools;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Turns;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.exchange.xapi.rules.EvidenceRule;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.framework.Scale;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to scores of tools: kept, and recorded as evidence in the same transaction, so that what is next has
 * changed when the tool has its answer. The same score sent twice is kept once.
 */
@Component
public class ToolScores {

    /** By so much the clock of a tool may be fast. */
    private static final Duration WRONG_CLOCK = Duration.ofMinutes(5);

    private final ToolScoreRows rows;
    private final LinkRows links;
    private final ToolRows tools;
    private final Roster roster;
    private final Frameworks frameworks;
    private final Ledger ledger;
    private final Access access;
    private final Turns turns;
    private final Clock clock;

    ToolScores(
            ToolScoreRows rows,
            LinkRows links,
            ToolRows tools,
            Roster roster,
            Frameworks frameworks,
            Ledger ledger,
            Access access,
            Turns turns,
            Clock clock) {
        this.rows = rows;
        this.links = links;
        this.tools = tools;
        this.roster = roster;
        this.frameworks = frameworks;
        this.ledger = ledger;
        this.access = access;
        this.turns = turns;
        this.clock = clock;
    }

    /** What became of what tools sent last. */
    public List<ToolOutcome> outcomes(Viewer viewer, int most) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.outcomes(most);
    }

    /** Takes a score. Throws {@link ToolRefused} when it cannot be taken. */
    @Transactional
    void take(Viewer speaking, Tool tool, LineItem item, Score score) {
        StudentId student = student(tool, score.user());
        Instant now = clock.instant();
        if (score.at().isAfter(now.plus(WRONG_CLOCK))) {
            throw ToolRefused.because("timestamp lies in the future.");
        }
        turns.take("scores of " + student + " in " + item.id());
        Optional<Boolean> same = rows.same(item, student, score);
        if (same.isPresent() && same.get()) {
            return;
        }
        if (same.isPresent()
                || rows.latest(item, student)
                        .filter(last -> !last.isBefore(score.at()))
                        .isPresent()) {
            throw new ToolRefused(
                    HttpStatus.CONFLICT,
                    "conflict",
                    "Another score of this time or a later one is here. Send the newest with its own timestamp.");
        }
        rows.insert(item, student, score, became(speaking, item, student, score), now);
    }

    private StudentId student(Tool tool, String user) {
        return tools.person(tool.id(), user)
                .flatMap(roster::person)
                .filter(person -> person.roles().contains(Role.STUDENT))
                .map(Person::student)
                .orElseThrow(() -> ToolRefused.notHere("userId names no student whom this tool knows."));
    }

    private ToolScoreRows.Became became(Viewer speaking, LineItem item, StudentId student, Score score) {
        if (!score.isFinal()) {
            return nothing("No evidence yet: it is not fully graded, or bears no points.");
        }
        Optional<ToolLink> link = item.link().flatMap(links::find);
        Optional<Competency> competency = link.flatMap(
                l -> frameworks.curriculum().competency(l.counting().competency()));
        if (link.isEmpty() || competency.isEmpty()) {
            return nothing("No evidence: it belongs to no activity with a competency that is in use.");
        }
        double measure = score.given().getAsDouble() / score.maximum();
        OptionalDouble rating = EvidenceRule.Step.reached(link.get().counting().steps(), measure);
        if (rating.isEmpty()) {
            return nothing("No evidence: " + Math.round(measure * 100) + "% is below the lowest step.");
        }
        return recorded(
                speaking,
                competency.get(),
                observation(
                        speaking,
                        item,
                        score,
                        link.get(),
                        new Observation.Rating(student, competency.get().id(), Result.rated(rating.getAsDouble()))),
                rating.getAsDouble());
    }

    private ToolScoreRows.Became recorded(
            Viewer speaking, Competency competency, Observation observation, double rating) {
        Outcome outcome = ledger.record(speaking, observation);
        if (outcome instanceof Outcome.Refused refused) {
            return nothing("Refused: " + String.join(" ", refused.reasons()));
        }
        if (outcome instanceof Outcome.Conflict conflict) {
            return nothing("Refused: " + conflict.reason());
        }
        Scale.Level level = frameworks.curriculum().scaleOf(competency).reached(rating);
        return new ToolScoreRows.Became(
                Optional.of(observation.piece()), competency.title() + ": " + level.symbol() + ", " + level.name());
    }

    private Observation observation(
            Viewer speaking, LineItem item, Score score, ToolLink link, Observation.Rating rating) {
        Instant now = clock.instant();
        String points = number(score.given().getAsDouble()) + " of " + number(score.maximum()) + " points";
        String comment =
                score.said().comment().isBlank() ? "" : " " + score.said().comment();
        return new Observation(
                new PieceId(TimeOrdered.named(item.id(), rating.student() + " " + score.at())),
                link.counting().nature(),
                speaking.person(),
                score.at().isAfter(now) ? now : score.at(),
                Optional.of(link.content().title()),
                Optional.of("By " + speaking.displayName() + ": " + points + "." + comment),
                List.of(),
                List.of(rating));
    }

    private static String number(double points) {
        return points == Math.rint(points) ? String.valueOf((long) points) : String.valueOf(points);
    }

    private static ToolScoreRows.Became nothing(String why) {
        return new ToolScoreRows.Became(Optional.empty(), why);
    }
}
