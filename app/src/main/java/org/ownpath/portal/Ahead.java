package org.ownpath.portal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ownpath.framework.Frameworks;
import org.ownpath.policy.Adoption;
import org.ownpath.policy.ChoiceBook;
import org.ownpath.policy.ChoiceDraft;
import org.ownpath.policy.Decision;
import org.ownpath.policy.DesignChoices;
import org.ownpath.policy.InForce;
import org.ownpath.policy.Place;
import org.ownpath.policy.RuleBook;
import org.ownpath.policy.RuleVersion;
import org.ownpath.policy.Rules;
import org.ownpath.policy.Scope;
import org.ownpath.roster.Roster;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** What the school changes for a student, soon or since a few days, in plain words for the student and the family. */
@Component
public class Ahead {

    private static final Duration STILL_NEW = Duration.ofDays(14);
    private static final Duration BEFORE = Duration.ofNanos(1000);

    private final DesignChoices choices;
    private final Rules rules;
    private final Frameworks frameworks;
    private final Roster roster;
    private final Clock clock;

    Ahead(DesignChoices choices, Rules rules, Frameworks frameworks, Roster roster, Clock clock) {
        this.choices = choices;
        this.rules = rules;
        this.frameworks = frameworks;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * One decision, as far as it changes something for a student.
     *
     * @param ahead whether it is still to come
     */
    public record Note(Instant from, boolean ahead, String why, List<Line> lines) {

        /** "From 1 December 2026" or "Since 20 November 2026". */
        public String when() {
            return (ahead ? "From " : "Since ") + Dates.words(from);
        }
    }

    /**
     * One answer that becomes another.
     *
     * @param where the subject, level or competency that it is about, with a colon, or empty
     * @param before what it was
     */
    public record Line(String where, String question, String answer, String before) {}

    /** What changes for this student, latest first; only where an answer becomes another one. */
    public List<Note> of(StudentId student) {
        Instant since = clock.instant().minus(STILL_NEW);
        Place place = Place.DISTRICT.in(roster.schoolOf(student)).student(student);
        return choices.decisions().stream()
                .filter(decision -> decision.adoption().effectiveFrom().isAfter(since))
                .map(decision -> note(decision, place))
                .filter(note -> !note.lines().isEmpty())
                .sorted(Comparator.comparing(Note::from).reversed())
                .toList();
    }

    private Note note(Decision decision, Place student) {
        Adoption adoption = decision.adoption();
        List<Line> lines = new ArrayList<>();
        decision.says().settings().forEach(c -> setting(c, student, adoption).ifPresent(lines::add));
        decision.says().rules().forEach(c -> rule(c, adoption).ifPresent(lines::add));
        boolean ahead = adoption.effectiveFrom().isAfter(clock.instant());
        return new Note(adoption.effectiveFrom(), ahead, adoption.reason(), lines);
    }

    private <V> Optional<Line> setting(ChoiceDraft.SettingChange<V> change, Place student, Adoption adoption) {
        Place place = change.scope() instanceof Scope.Subject one ? student.subject(one.subject()) : student;
        if (!place.scopes().contains(change.scope())) {
            return Optional.empty();
        }
        ChoiceBook book = choices.book();
        InForce<V> then = book.explain(change.setting(), place, adoption.effectiveFrom());
        InForce<V> before =
                book.explain(change.setting(), place, adoption.effectiveFrom().minus(BEFORE));
        return then.value().equals(before.value())
                ? Optional.empty()
                : Optional.of(
                        new Line(where(change.scope()), change.setting().question(), then.words(), before.words()));
    }

    private Optional<Line> rule(ChoiceDraft.RuleChange change, Adoption adoption) {
        RuleBook book = rules.book();
        Place place = Place.of(change.scope());
        RuleVersion then = book.inForce(place, adoption.effectiveFrom());
        RuleVersion before = book.inForce(place, adoption.effectiveFrom().minus(BEFORE));
        return then.rule().equals(before.rule())
                ? Optional.empty()
                : Optional.of(new Line(
                        where(change.scope()),
                        "When is something mastered?",
                        then.rule().sentence(),
                        before.rule().sentence()));
    }

    private String where(Scope scope) {
        if (scope instanceof Scope.Level level) {
            return level.subject() + ", " + GradeLevel.words(level.level()) + ": ";
        }
        if (scope instanceof Scope.OneCompetency one) {
            return frameworks
                    .curriculum()
                    .competency(one.competency())
                    .map(c -> c.title() + ": ")
                    .orElse("");
        }
        return scope instanceof Scope.Subject subject ? subject.subject() + ": " : "";
    }
}
