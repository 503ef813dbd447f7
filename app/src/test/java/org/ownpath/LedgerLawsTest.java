package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.engine.State;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.Rejudging;
import org.ownpath.mastery.Standing;
import org.ownpath.mastery.States;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.Progress;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** The ledger's laws on the real database, with judgements written in the same transaction. */
class LedgerLawsTest extends SchoolTest {

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerReading reading;

    @Autowired
    Mastery mastery;

    @Autowired
    Rejudging rejudging;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Roster roster;

    private Viewer registrar() {
        return viewer("philippa.crane@northside.example");
    }

    private StudentId maya() {
        return StudentId.of(viewer("maya.okafor@northside.example").person());
    }

    /** A competency that Maya has no evidence of. */
    private Competency untouched() {
        Map<CompetencyId, Standing> known = mastery.of(maya());
        return frameworks.curriculum().inUse().stream()
                .filter(c -> !known.containsKey(c.id()))
                .filter(c -> reading.entries(maya(), c.id()).isEmpty())
                .findFirst()
                .orElseThrow();
    }

    private Observation observation(PieceId piece, CompetencyId competency, double rating, int daysAgo) {
        return new Observation(
                piece,
                new Observation.Nature(Form.PROJECT, Depth.APPLY, Context.CLASS, Purpose.SUMMATIVE),
                registrar().person(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).minus(daysAgo, ChronoUnit.DAYS),
                Optional.of("A bridge of paper"),
                Optional.empty(),
                List.of(),
                List.of(new Observation.Rating(maya(), competency, Result.rated(rating))));
    }

    private Optional<Standing> standing(CompetencyId competency) {
        return Optional.ofNullable(mastery.of(maya()).get(competency));
    }

    @Test
    void the_same_piece_sent_twice_is_stored_once() {
        Viewer viewer = registrar();
        as(viewer, () -> {
            Observation first = observation(PieceId.next(), untouched().id(), 3, 2);
            assertThat(ledger.record(viewer, first)).isInstanceOf(Outcome.Stored.class);
            assertThat(ledger.record(viewer, first)).isInstanceOf(Outcome.AlreadyStored.class);
            CompetencyId competency = first.ratings().get(0).competency();
            assertThat(standing(competency).orElseThrow().pieces()).isEqualTo(1);
            Observation other = observation(first.piece(), competency, 4, 2);
            assertThat(ledger.record(viewer, other)).isInstanceOf(Outcome.Conflict.class);
            return assertThat(reading.entries(maya(), competency)).hasSize(1);
        });
    }

    @Test
    void a_withdrawn_piece_counts_as_if_it_had_never_been_recorded() {
        Viewer viewer = registrar();
        as(viewer, () -> {
            CompetencyId competency = untouched().id();
            ledger.record(viewer, observation(PieceId.next(), competency, 3, 5));
            Optional<Standing> before = standing(competency);
            PieceId slip = PieceId.next();
            ledger.record(viewer, observation(slip, competency, 4, 3));
            assertThat(standing(competency).orElseThrow().state()).isEqualTo(State.MASTERED);
            assertThat(ledger.withdraw(viewer, slip, Optional.empty(), "It was another student's"))
                    .isInstanceOf(Outcome.Stored.class);
            assertThat(standing(competency)).isEqualTo(before);
            assertThat(ledger.withdraw(viewer, slip, Optional.empty(), "again")).isInstanceOf(Outcome.Conflict.class);
            return assertThat(reading.entries(maya(), competency)).hasSize(3);
        });
    }

    @Test
    void a_correction_counts_in_the_place_of_what_it_corrects() {
        Viewer viewer = registrar();
        as(viewer, () -> {
            CompetencyId competency = untouched().id();
            PieceId wrong = PieceId.next();
            ledger.record(viewer, observation(wrong, competency, 1, 4));
            ledger.correct(viewer, wrong, observation(PieceId.next(), competency, 4, 4), "Typed 1 instead of 4");
            assertThat(standing(competency).orElseThrow().pieces()).isEqualTo(1);
            return assertThat(standing(competency).orElseThrow().value()).isEqualTo(OptionalDouble.of(4));
        });
    }

    @Test
    void of_many_who_record_for_one_pair_at_once_all_are_judged() {
        Viewer viewer = registrar();
        CompetencyId competency = as(viewer, this::untouched).id();
        List<CompletableFuture<Outcome>> outcomes = Stream.generate(() -> CompletableFuture.supplyAsync(() ->
                        as(viewer, () -> ledger.record(viewer, observation(PieceId.next(), competency, 3, 2)))))
                .limit(60)
                .toList();

        assertThat(outcomes).allSatisfy(each -> assertThat(each.join()).isInstanceOf(Outcome.Stored.class));
        assertThat(as(viewer, () -> standing(competency).orElseThrow().pieces()))
                .isEqualTo(60);
    }

    @Test
    void a_grid_shows_what_was_recorded_a_moment_ago() {
        Viewer viewer = registrar();
        as(viewer, () -> {
            CompetencyId competency = untouched().id();
            assertThat(inGrid(competency)).isEqualTo(State.NO_EVIDENCE);
            PieceId first = PieceId.next();
            ledger.record(viewer, observation(first, competency, 4, 3));
            assertThat(inGrid(competency)).isEqualTo(State.TOO_LITTLE_EVIDENCE);
            ledger.record(viewer, observation(PieceId.next(), competency, 4, 2));
            assertThat(inGrid(competency)).isEqualTo(State.MASTERED);
            ledger.withdraw(viewer, first, Optional.empty(), "Seen by mistake");
            return assertThat(inGrid(competency)).isEqualTo(State.TOO_LITTLE_EVIDENCE);
        });
    }

    @Test
    void a_grid_shows_how_everybody_stands() {
        as(registrar(), () -> {
            List<Person> students = roster.students();
            States states =
                    mastery.states(students.stream().map(Person::student).toList());
            for (Person student : students) {
                Map<CompetencyId, Standing> standings = mastery.of(student.student());
                for (Competency competency : frameworks.curriculum().inUse()) {
                    assertThat(states.of(student.student(), competency.id()))
                            .isEqualTo(Optional.ofNullable(standings.get(competency.id()))
                                    .map(Standing::state)
                                    .orElse(State.NO_EVIDENCE));
                }
            }
            return true;
        });
    }

    private State inGrid(CompetencyId competency) {
        return mastery.states(List.of(maya())).of(maya(), competency);
    }

    @Test
    void an_explanation_cites_only_evidence_that_stands() {
        Viewer viewer = registrar();
        as(viewer, () -> {
            for (Standing each : mastery.of(maya()).values()) {
                Competency competency =
                        frameworks.curriculum().competency(each.competency()).orElseThrow();
                List<PieceId> standing = reading.entries(maya(), competency.id()).stream()
                        .filter(e -> e.standing())
                        .map(e -> e.piece())
                        .toList();
                assertThat(mastery.explain(maya(), competency)
                                .judgement()
                                .explanation()
                                .counted())
                        .extracting(Piece::id)
                        .isSubsetOf(standing.stream().map(PieceId::value).toList());
            }
            return true;
        });
    }

    @Test
    void judging_everything_again_gives_the_judgements_that_were_live() {
        Viewer viewer = registrar();
        as(viewer, () -> {
            List<Person> students = roster.students().subList(0, 20);
            Map<StudentId, Map<CompetencyId, Standing>> live = standings(students);
            assertThat(rejudging.all(Progress.SILENT)).isGreaterThan(1000);
            return assertThat(standings(students)).isEqualTo(live);
        });
    }

    private Map<StudentId, Map<CompetencyId, Standing>> standings(List<Person> students) {
        return students.stream().collect(Collectors.toMap(Person::student, s -> mastery.of(s.student())));
    }

    @Test
    void a_rating_that_is_not_on_the_scale_is_refused_with_the_remedy() {
        Viewer viewer = registrar();
        as(viewer, () -> {
            Outcome outcome = ledger.record(
                    viewer, observation(PieceId.next(), untouched().id(), 7, 1));
            return assertThat(outcome)
                    .isInstanceOfSatisfying(
                            Outcome.Refused.class,
                            refused -> assertThat(refused.reasons())
                                    .singleElement()
                                    .asString()
                                    .contains("7.0", "1 to 4"));
        });
    }

    @Test
    void a_student_cannot_record_evidence() {
        Viewer student = viewer("maya.okafor@northside.example");
        as(
                student,
                () -> assertThatThrownBy(() -> ledger.record(
                                student,
                                observation(
                                        PieceId.next(),
                                        frameworks.curriculum().inUse().get(0).id(),
                                        4,
                                        1)))
                        .isInstanceOf(NotAllowed.class));
    }
}
