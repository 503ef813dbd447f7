package org.ownpath.exchange.xapi.rules;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.xapi.LearningReading;
import org.ownpath.exchange.xapi.LearningRecord;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to what of other programs' statements becomes evidence. A rule is never edited: it is ended, and another
 * made in its place.
 */
@Component
public class EvidenceRules {

    private static final int MOST_LOOKED_AT = 5_000;
    private static final int MOST_TRIED = 50;
    /** The most characters of a name. */
    public static final int LONGEST_NAME = 80;

    private final RuleRows rows;
    private final Weighing weighing;
    private final LearningReading reading;
    private final Frameworks frameworks;
    private final Access access;
    private final Clock clock;

    EvidenceRules(
            RuleRows rows,
            Weighing weighing,
            LearningReading reading,
            Frameworks frameworks,
            Access access,
            Clock clock) {
        this.rows = rows;
        this.weighing = weighing;
        this.reading = reading;
        this.frameworks = frameworks;
        this.access = access;
        this.clock = clock;
    }

    /** A statement that is here, and what a rule would make of it. */
    public record Tried(LearningRecord record, Weighed weighed) {}

    /** Those in force, oldest first. */
    public List<EvidenceRule> inForce(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.inForce();
    }

    /** One of them, ended or not. */
    public Optional<EvidenceRule> rule(Viewer viewer, EvidenceRuleId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.rule(id);
    }

    /** Why a rule cannot be made, with the remedy; empty when it can. */
    public Optional<String> problem(EvidenceRule rule) {
        if (rule.name().isBlank() || rule.name().length() > LONGEST_NAME) {
            return Optional.of("Name the rule in up to " + LONGEST_NAME + " characters.");
        }
        if (!rule.matching().verb().contains(":")) {
            return Optional.of("The verb is an IRI, such as http://adlnet.gov/expapi/verbs/completed. Copy it from a "
                    + "statement that has come.");
        }
        if (rule.matching().activity().isBlank()) {
            return Optional.of("Say for which activities: an IRI, or the beginning of some and an asterisk.");
        }
        return rule.competency()
                .flatMap(id -> problem(rule, frameworks.curriculum().competency(id)));
    }

    private Optional<String> problem(EvidenceRule rule, Optional<Competency> competency) {
        if (competency.isEmpty()) {
            return Optional.of("Choose a competency that is in use.");
        }
        Curriculum curriculum = frameworks.curriculum();
        return EvidenceRule.Step.problem(rule.steps(), curriculum.scaleOf(competency.get()));
    }

    /** Makes a rule, for what comes from now on; once, however often it is sent. The reason why not, if there is one. */
    @Transactional
    public Optional<String> make(Viewer viewer, EvidenceRule rule) {
        access.require(viewer, Role.ADMINISTRATOR);
        return made(viewer, rule);
    }

    /** The same by any of the staff, about content of the school's own that is in the catalogue of activities. */
    @Transactional
    public Optional<String> makeOfContent(Viewer viewer, EvidenceRule rule) {
        access.requireStaff(viewer);
        return made(viewer, rule);
    }

    private Optional<String> made(Viewer viewer, EvidenceRule rule) {
        Optional<String> problem = problem(rule);
        if (problem.isEmpty() && rows.insert(viewer, rule, clock.instant())) {
            access.audit(viewer, "evidence-rule.made", rule.id().toString(), rule.name());
            weighing.changed();
        }
        return problem;
    }

    /** Ends a rule: what it made evidence of stays. */
    @Transactional
    public void end(Viewer viewer, EvidenceRuleId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (rows.end(id, clock.instant())) {
            access.audit(viewer, "evidence-rule.ended", id.toString(), "");
            weighing.changed();
        }
    }

    /** What a rule would make of the newest statements that are here; nothing is recorded. */
    public List<Tried> tried(Viewer viewer, EvidenceRule rule) {
        access.require(viewer, Role.ADMINISTRATOR);
        return reading.newest(rule.matching().verb(), MOST_LOOKED_AT).stream()
                .filter(rule.matching()::takes)
                .limit(MOST_TRIED)
                .map(record -> new Tried(record, weighing.weighed(rule, record)))
                .toList();
    }

    /** Has a rule look at what came before it was made: the newest of its verb, within seconds. How many wait now. */
    @Transactional
    public int lookBack(Viewer viewer, EvidenceRuleId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        Optional<EvidenceRule> rule = rows.rule(id);
        List<UUID> taken = rule.stream()
                .flatMap(each -> reading.newest(each.matching().verb(), MOST_LOOKED_AT).stream()
                        .filter(each.matching()::takes))
                .map(LearningRecord::id)
                .toList();
        if (!taken.isEmpty()) {
            rows.queue(viewer, id, taken);
            access.audit(viewer, "evidence-rule.looked-back", id.toString(), taken.size() + " statements");
        }
        return taken.size();
    }

    /** What became of statements, newest first: by one rule, or by all. */
    public List<RuleOutcome> outcomes(Viewer viewer, Optional<EvidenceRuleId> rule, int most) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.outcomes(rule, most);
    }
}
