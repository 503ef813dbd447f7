package org.ownpath.insight;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.ownpath.engine.PackedJudge;
import org.ownpath.engine.PackedLedger;
import org.ownpath.engine.PackedVerdicts;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Rule;
import org.ownpath.engine.Verdict;
import org.ownpath.framework.Competency;
import org.ownpath.shared.StudentId;

/** Standings that have the same two rules, packed until they are judged by both. Not shared between threads. */
final class Lane {

    private final PackedJudge today;
    private final PackedJudge drafted;
    private PackedLedger packed = new PackedLedger();
    private final List<Place> places = new ArrayList<>();

    Lane(Rule today, Rule drafted) {
        this.today = new PackedJudge(today);
        this.drafted = new PackedJudge(drafted);
    }

    private record Place(StudentId student, Competency competency) {}

    /** Is told of each standing that was judged, and may ask for the drafted rule's whole verdict on it. */
    @FunctionalInterface
    interface Judged {
        void standing(StudentId student, Competency competency, Tally.Pair pair, Supplier<Verdict> drafted);
    }

    void add(StudentId student, Competency competency, List<Piece> pieces) {
        packed.add(pieces);
        places.add(new Place(student, competency));
    }

    /** Judges what was added, tells of it in that order, and forgets it. */
    void judge(Instant at, Judged judged) {
        PackedVerdicts before = today.judge(packed, at);
        PackedVerdicts after = drafted.judge(packed, at);
        for (int each = 0; each < places.size(); each++) {
            int i = each;
            judged.standing(
                    places.get(i).student(),
                    places.get(i).competency(),
                    new Tally.Pair(
                            before.state(i), after.state(i), before.showingsMissing(i), after.showingsMissing(i)),
                    () -> after.verdict(i));
        }
        packed = new PackedLedger();
        places.clear();
    }
}
