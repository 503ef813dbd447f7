package org.ownpath.exchange.xapi.rules;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Remembered;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Result;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.exchange.xapi.LearningReading;
import org.ownpath.exchange.xapi.LearningRecord;
import org.ownpath.exchange.xapi.StatementFollower;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.TimeOrdered;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds statements against the rules in force as soon as they are kept, and makes evidence of those that hold. What waits
 * is noted with the statement itself, so that whatever was cut off is done within seconds; to do it twice records once.
 */
@Component
class Weighing implements StatementFollower {

    private static final Logger LOG = LoggerFactory.getLogger(Weighing.class);
    private static final int AT_ONCE = 500;
    private static final int MOST_TRIES = 5;
    private static final int LONGEST_TASK = 200;

    private final RuleRows rows;
    private final Frameworks frameworks;
    private final Ledger ledger;
    private final Accounts accounts;
    private final LearningReading reading;
    private final Clock clock;
    private final Remembered<List<EvidenceRule>> rules = new Remembered<>();

    Weighing(
            RuleRows rows,
            Frameworks frameworks,
            Ledger ledger,
            Accounts accounts,
            LearningReading reading,
            Clock clock) {
        this.rows = rows;
        this.frameworks = frameworks;
        this.ledger = ledger;
        this.accounts = accounts;
        this.reading = reading;
        this.clock = clock;
    }

    List<EvidenceRule> inForce() {
        return rules.get(rows::fingerprint, rows::inForce);
    }

    void changed() {
        rules.changed();
    }

    @Override
    public void kept(Viewer by, List<LearningRecord> statements) {
        for (EvidenceRule rule : inForce()) {
            List<UUID> taken = statements.stream()
                    .filter(rule.matching()::takes)
                    .map(LearningRecord::id)
                    .toList();
            if (!taken.isEmpty()) {
                rows.queue(by, rule.id(), taken);
            }
        }
    }

    @Override
    public void committed(Viewer by, List<LearningRecord> statements) {
        List<EvidenceRule> inForce = inForce();
        List<UUID> taken = statements.stream()
                .filter(statement ->
                        inForce.stream().anyMatch(rule -> rule.matching().takes(statement)))
                .map(LearningRecord::id)
                .toList();
        if (!taken.isEmpty()) {
            weigh(rows.waiting(taken));
        }
        if (statements.stream().anyMatch(LearningRecord::voids)) {
            withdraw();
        }
    }

    /** Does what was cut off, or came when the roster or the database was not there. */
    @Scheduled(fixedDelay = 3000, initialDelay = 10_000)
    void catchUp() {
        accounts.districts()
                .forEach(district -> DistrictScope.run(district, () -> {
                    weigh(rows.waiting(AT_ONCE));
                    withdraw();
                }));
    }

    private void weigh(List<RuleRows.Waiting> waiting) {
        Map<UUID, LearningRecord> records = waiting.isEmpty()
                ? Map.of()
                : reading.records(
                        waiting.stream().map(RuleRows.Waiting::statement).toList());
        for (RuleRows.Waiting each : waiting) {
            try {
                weigh(each, Optional.ofNullable(records.get(each.statement())));
            } catch (RuntimeException e) {
                LOG.warn("A statement could not be held against a rule", e);
                giveUpAfterSomeTries(each);
            }
        }
    }

    private void weigh(RuleRows.Waiting waiting, Optional<LearningRecord> record) {
        Optional<EvidenceRule> rule = rows.rule(waiting.rule());
        if (record.isEmpty() || rule.isEmpty()) {
            rows.settle(waiting, Optional.empty(), Optional.empty(), "It was taken back before it was looked at.");
            return;
        }
        Optional<Viewer> sender = accounts.viewer(record.get().sentBy());
        Weighed weighed = weighed(rule.get(), record.get());
        if (weighed instanceof Weighed.Evidence evidence && sender.isPresent()) {
            Outcome outcome =
                    ledger.record(sender.get(), observation(rule.get(), record.get(), sender.get(), evidence));
            settle(waiting, evidence, outcome);
        } else {
            String why = weighed instanceof Weighed.Nothing
                    ? weighed.words()
                    : "The account of the program that sent it has ended.";
            rows.settle(waiting, reading.learner(record.get()), Optional.empty(), why);
        }
    }

    /** What a rule makes of a statement now. */
    Weighed weighed(EvidenceRule rule, LearningRecord record) {
        return new Scales(rule, frameworks.curriculum()).weigh(record, reading.learner(record), clock.instant());
    }

    private void settle(RuleRows.Waiting waiting, Weighed.Evidence evidence, Outcome outcome) {
        boolean recorded = outcome instanceof Outcome.Stored || outcome instanceof Outcome.AlreadyStored;
        String why = outcome instanceof Outcome.Refused refused
                ? "Refused: " + String.join(" ", refused.reasons())
                : outcome instanceof Outcome.Conflict conflict ? "Refused: " + conflict.reason() : evidence.words();
        rows.settle(
                waiting,
                Optional.of(evidence.student()),
                recorded ? Optional.of(piece(waiting.rule(), waiting.statement())) : Optional.empty(),
                why);
    }

    private static PieceId piece(EvidenceRuleId rule, UUID statement) {
        return new PieceId(TimeOrdered.named(rule.value(), statement.toString()));
    }

    private static Observation observation(
            EvidenceRule rule, LearningRecord record, Viewer sender, Weighed.Evidence evidence) {
        return new Observation(
                piece(rule.id(), record.id()),
                rule.nature(),
                sender.person(),
                evidence.shownAt(),
                Optional.of(shortened(record.task())),
                Optional.of("By " + sender.displayName() + ": " + shortened(record.words()) + "."),
                List.of(),
                List.of(new Observation.Rating(
                        evidence.student(), evidence.competency(), Result.rated(evidence.rating()))));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_TASK ? text : text.substring(0, LONGEST_TASK - 1) + "…";
    }

    private void giveUpAfterSomeTries(RuleRows.Waiting waiting) {
        if (waiting.tries() + 1 < MOST_TRIES) {
            rows.tried(waiting);
        } else {
            rows.settle(
                    waiting,
                    Optional.empty(),
                    Optional.empty(),
                    "It failed " + MOST_TRIES + " times; the product's log says why. Apply the rule to it again.");
        }
    }

    /** Takes back the evidence that rests on statements which were taken back. */
    private void withdraw() {
        for (RuleRows.Unfounded unfounded : rows.unfounded()) {
            Optional<Viewer> maker = rows.maker(unfounded.rule()).flatMap(accounts::viewer);
            maker.ifPresent(viewer -> {
                ledger.withdraw(viewer, unfounded.piece(), Optional.empty(), "The program that sent it took it back.");
                rows.withdrawn(unfounded, clock.instant());
            });
        }
    }
}
