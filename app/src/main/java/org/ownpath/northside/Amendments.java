package org.ownpath.northside;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Result;
import org.ownpath.evidence.BulkLedger;
import org.ownpath.evidence.Ledger;
import org.ownpath.evidence.Observation;
import org.ownpath.evidence.Outcome;
import org.ownpath.roster.Person;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PieceId;
import org.ownpath.shared.TimeOrdered;

/** The handful of pieces that teachers took back or put right, each by the teacher who had recorded it. */
final class Amendments {

    private static final int HOW_MANY = 14;
    private static final List<String> WITHDRAWALS = List.of(
            "Recorded for the wrong student",
            "The task tested something else than this competency",
            "Entered twice, once from paper",
            "The group had been given the answers by mistake");
    private static final List<String> CORRECTIONS = List.of(
            "Typed the rating of the line above",
            "Looked at the work again with the student",
            "A page of the work turned up later");

    private final Ledger ledger;
    private final Accounts accounts;
    private final Observers observers;

    Amendments(Ledger ledger, Accounts accounts, Observers observers) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.observers = observers;
    }

    /** Makes them, evenly over the school; gives how many. */
    int make(List<Person> everybody, List<BulkLedger.Row> rows) {
        Map<PersonId, Person> people = everybody.stream().collect(Collectors.toMap(Person::id, p -> p));
        List<Observation> candidates = rows.stream()
                .map(BulkLedger.Row::observation)
                .filter(piece -> early(piece, people))
                .toList();
        int step = Math.max(1, candidates.size() / HOW_MANY);
        int made = 0;
        for (int i = 0; i < candidates.size() && made < HOW_MANY; i += step) {
            Observation piece = candidates.get(i);
            Viewer teacher = teacher(people, piece.observer());
            require(made % 2 == 0 ? withdraw(teacher, piece, made / 2) : correct(teacher, piece, made / 2));
            made++;
        }
        return made;
    }

    private Viewer teacher(Map<PersonId, Person> people, PersonId observer) {
        return Optional.ofNullable(people.get(observer))
                .flatMap(Person::email)
                .flatMap(accounts::viewer)
                .orElseThrow(() -> new IllegalStateException("The observer " + observer + " has no account."));
    }

    /** An early try of somebody without a story: taking it back or putting it right decides nothing. */
    private boolean early(Observation piece, Map<PersonId, Person> people) {
        Observation.Rating rating = piece.ratings().get(0);
        Person student = people.get(rating.student().person());
        return rating.result() instanceof Result.Rated rated
                && rated.value() < 3
                && student != null
                && !Stories.toldOf(student.fullName())
                && observers.teaches(piece.observer(), rating.student());
    }

    private Outcome withdraw(Viewer teacher, Observation piece, int which) {
        return ledger.withdraw(teacher, piece.piece(), Optional.empty(), WITHDRAWALS.get(which % WITHDRAWALS.size()));
    }

    private Outcome correct(Viewer teacher, Observation piece, int which) {
        Observation.Rating wrong = piece.ratings().get(0);
        double other = wrong.result().equals(Result.rated(1)) ? 2 : 1;
        Observation right = new Observation(
                new PieceId(TimeOrdered.named(piece.piece().value(), "corrected")),
                piece.nature(),
                piece.observer(),
                piece.shownAt(),
                piece.task(),
                piece.note(),
                piece.artifacts(),
                List.of(new Observation.Rating(wrong.student(), wrong.competency(), Result.rated(other))));
        return ledger.correct(teacher, piece.piece(), right, CORRECTIONS.get(which % CORRECTIONS.size()));
    }

    private static void require(Outcome outcome) {
        if (!(outcome instanceof Outcome.Stored)) {
            throw new IllegalStateException("An amendment of the seed was not taken: " + outcome);
        }
    }
}
