package org.ownpath.assessment;

import java.util.Optional;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Roster;
import org.ownpath.shared.DemonstrationId;
import org.ownpath.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door for scoring with colleagues: handing a demonstration over, and asking for a second score. */
@Component
public class Colleagues {

    private final DemonstrationRows rows;
    private final Demonstrations demonstrations;
    private final ScoreRows scores;
    private final Bookings bookings;
    private final Steps steps;
    private final Roster roster;

    Colleagues(
            DemonstrationRows rows,
            Demonstrations demonstrations,
            ScoreRows scores,
            Bookings bookings,
            Steps steps,
            Roster roster) {
        this.rows = rows;
        this.demonstrations = demonstrations;
        this.scores = scores;
        this.bookings = bookings;
        this.steps = steps;
        this.roster = roster;
    }

    /** Hands a demonstration over to a colleague who teaches the student. */
    @Transactional
    public Reply handOver(Viewer viewer, DemonstrationId id, PersonId to, String words) {
        Demonstration found = mine(viewer, id);
        if (roster.teachersOf(found.student()).stream()
                .noneMatch(teaching -> teaching.teacher().id().equals(to))) {
            return Reply.refused("Nobody is chosen who teaches this student. Choose one of those shown.");
        }
        if (!found.stage().open()) {
            return Reply.refused("It is " + found.stage().words() + ". There is nothing to hand over.");
        }
        if (found.second().equals(Optional.of(to))) {
            return Reply.refused("That colleague is the second scorer already. Choose another.");
        }
        bookings.cancel(viewer, found, "");
        rows.assess(id, to);
        steps.add(viewer, rows.find(id).orElseThrow(), Move.HANDED_OVER, words);
        return new Reply.Done();
    }

    /** Asks a colleague for a second score, given without seeing the first; before anybody has scored. */
    @Transactional
    public Reply inviteSecond(Viewer viewer, DemonstrationId id, PersonId second) {
        Demonstration found = mine(viewer, id);
        boolean teaches = roster.person(second)
                .filter(person -> person.roles().contains(Role.TEACHER))
                .isPresent();
        if (!teaches || second.equals(found.assessor())) {
            return Reply.refused("Nobody else is chosen. Choose a colleague to score it a second time.");
        }
        if (!scores.of(id).isEmpty() || found.second().isPresent()) {
            return Reply.refused("It is scored already, or a second scorer is chosen. Look at it again.");
        }
        rows.second(id, second);
        steps.add(viewer, rows.find(id).orElseThrow(), Move.SECOND_ASKED, "");
        return new Reply.Done();
    }

    private Demonstration mine(Viewer viewer, DemonstrationId id) {
        return rows.find(id)
                .filter(d -> demonstrations.answers(viewer, d))
                .orElseThrow(() -> new NotAllowed("This request is not here, or not yours to answer."));
    }
}
