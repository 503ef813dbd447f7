package org.ownpath.messages;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.ownpath.assessment.DemonstrationMoved;
import org.ownpath.assessment.Move;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.PersonId;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells whoever answers that a student asks, the student what was answered, and both what becomes of a time. */
@Component
class ShowingNews {

    private static final Set<Move> ASKED = Set.of(Move.ASKED, Move.ASKED_AGAIN, Move.BEGUN, Move.WITHDRAWN);
    private static final Set<Move> ANSWERED =
            Set.of(Move.ACCEPTED, Move.TIME_PROPOSED, Move.PRACTICE_ASKED, Move.DECLINED, Move.SCORED);
    private static final Set<Move> OF_A_TIME = Set.of(Move.BOOKED, Move.REBOOKED, Move.TIME_CANCELLED, Move.AGREED);

    private static final Set<Move> GIVEN = Set.of(Move.HANDED_OVER, Move.SECOND_ASKED, Move.SCORED_TWICE);

    private final Hearing hearing;
    private final Frameworks frameworks;

    ShowingNews(Hearing hearing, Frameworks frameworks) {
        this.hearing = hearing;
        this.frameworks = frameworks;
    }

    @EventListener
    void moved(DemonstrationMoved moved) {
        kind(moved.move()).ifPresent(kind -> hearing.tell(readers(kind, moved), matter(kind, moved)));
    }

    private static Optional<NoticeKind> kind(Move move) {
        if (ASKED.contains(move)) {
            return Optional.of(NoticeKind.SHOWING_ASKED);
        }
        if (ANSWERED.contains(move)) {
            return Optional.of(NoticeKind.SHOWING_ANSWERED);
        }
        if (GIVEN.contains(move)) {
            return Optional.of(NoticeKind.GIVEN_TO_SCORE);
        }
        return OF_A_TIME.contains(move) ? Optional.of(NoticeKind.SHOWING_TIME) : Optional.empty();
    }

    private static Set<PersonId> readers(NoticeKind kind, DemonstrationMoved moved) {
        if (moved.move() == Move.SECOND_ASKED) {
            return moved.second().map(Set::of).orElseGet(Set::of);
        }
        Set<PersonId> readers = new LinkedHashSet<>();
        if (kind == NoticeKind.GIVEN_TO_SCORE) {
            readers.add(moved.assessor());
            readers.remove(moved.by());
            return readers;
        }
        if (kind != NoticeKind.SHOWING_ASKED) {
            readers.add(moved.student().person());
        }
        if (kind != NoticeKind.SHOWING_ANSWERED) {
            readers.add(moved.assessor());
        }
        readers.remove(moved.by());
        return readers;
    }

    private Hearing.Matter matter(NoticeKind kind, DemonstrationMoved moved) {
        String subject = frameworks
                .curriculum()
                .competency(moved.first())
                .map(Competency::subject)
                .orElse("");
        String matter = new Showing(moved.demonstration(), moved.move().code(), moved.meetsAt()).matter();
        return new Hearing.Matter(kind, moved.student(), subject, matter);
    }
}
