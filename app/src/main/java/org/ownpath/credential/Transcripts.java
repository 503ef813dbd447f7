package org.ownpath.credential;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Framework;
import org.ownpath.framework.Scale;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Standing;
import org.ownpath.policy.Rules;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** The front door of transcripts: what a student has shown, as a record of mastery or in letters. */
@Component
public class Transcripts {

    /** More entries than a student comes to in thirteen years. */
    private static final int ALL_ENTRIES = 20_000;

    private final Schoolings schoolings;
    private final Mastery mastery;
    private final LedgerReading ledger;
    private final Rules rules;
    private final Clock clock;

    Transcripts(Schoolings schoolings, Mastery mastery, LedgerReading ledger, Rules rules, Clock clock) {
        this.schoolings = schoolings;
        this.mastery = mastery;
        this.ledger = ledger;
        this.rules = rules;
        this.clock = clock;
    }

    /** What the student has shown, as of now. */
    public StudentRecord of(StudentId student) {
        return of(student, AsOf.now());
    }

    /** What the student had shown, by what was known then. */
    public StudentRecord of(StudentId student, AsOf asOf) {
        Schooling schooling = schoolings.at(asOf);
        Curriculum curriculum = schooling.curriculum();
        Map<CompetencyId, Standing> standings = mastery.of(student, asOf);
        Map<CompetencyId, List<Entry>> good = good(ledger.latest(student, ALL_ENTRIES, asOf), curriculum);
        Map<Boolean, List<SubjectRecord>> subjects = curriculum.subjects().stream()
                .map(subject -> subject(subject, curriculum, standings))
                .filter(subject -> !subject.levels().isEmpty())
                .collect(Collectors.groupingBy(each -> schooling.conventions().apart(each.subject())));
        return new StudentRecord(
                student,
                asOf.at(clock.instant()),
                subjects.getOrDefault(false, List.of()),
                subjects.getOrDefault(true, List.of()),
                creations(good, schooling, standings),
                good);
    }

    /** What somebody outside has to know to read it: the rule of that moment among it. */
    public SchoolProfile profile(Instant at) {
        return new SchoolProfile(
                schoolings.now().curriculum().frameworks().stream()
                        .filter(Framework::inUse)
                        .findFirst()
                        .map(Framework::scale)
                        .orElse(Scale.FOUR_POINT),
                rules.book().inForce(at).rule().sentence());
    }

    /** The same record in the letters that the school had then. */
    public TraditionalTranscript traditional(StudentRecord record) {
        return TraditionalTranscript.of(record, schoolings.conventions(record.asOf()));
    }

    private Map<CompetencyId, List<Entry>> good(List<Entry> entries, Curriculum curriculum) {
        return entries.stream()
                .filter(entry -> entry.nature().form() != Form.SELF_ASSESSMENT)
                .filter(entry -> curriculum
                        .competency(entry.competency())
                        .filter(c -> rating(entry) >= curriculum.scaleOf(c).mastery())
                        .isPresent())
                .collect(Collectors.groupingBy(Entry::competency));
    }

    private static SubjectRecord subject(String subject, Curriculum curriculum, Map<CompetencyId, Standing> standings) {
        Map<Integer, List<SubjectRecord.Line>> byLevel = new TreeMap<>(curriculum.ofSubject(subject).stream()
                .filter(c -> c.level().isPresent())
                .map(c -> new SubjectRecord.Line(c, Optional.ofNullable(standings.get(c.id()))))
                .collect(Collectors.groupingBy(line -> line.competency().level().getAsInt())));
        return new SubjectRecord(
                subject,
                byLevel.entrySet().stream()
                        .map(each -> new SubjectRecord.Level(each.getKey(), each.getValue()))
                        .toList());
    }

    /** The best showing of each mastered academic competency at the depth of creating, hardest and best first. */
    private static List<Creation> creations(
            Map<CompetencyId, List<Entry>> good, Schooling schooling, Map<CompetencyId, Standing> standings) {
        Map<CompetencyId, Entry> best = new HashMap<>();
        good.forEach((id, entries) -> entries.stream()
                .filter(entry -> entry.nature().depth() == Depth.CREATE)
                .reduce(BinaryOperator.maxBy(
                        Comparator.comparingDouble(Transcripts::rating).thenComparing(Entry::shownAt)))
                .ifPresent(entry -> best.put(id, entry)));
        return schooling.curriculum().all(best.keySet()).stream()
                .filter(c -> !schooling.conventions().apart(c.subject()))
                .filter(c -> Optional.ofNullable(standings.get(c.id()))
                        .filter(s -> s.state().standing())
                        .isPresent())
                .map(c -> new Creation(c, Objects.requireNonNull(best.get(c.id()))))
                .sorted(Comparator.comparing((Creation each) -> level(each.competency()))
                        .thenComparing(each -> rating(each.entry()))
                        .thenComparing(each -> each.entry().shownAt())
                        .reversed())
                .toList();
    }

    private static int level(Competency competency) {
        return competency.level().orElse(0);
    }

    private static double rating(Entry entry) {
        return entry.result().rating(Optional.empty()).orElse(-1);
    }
}
