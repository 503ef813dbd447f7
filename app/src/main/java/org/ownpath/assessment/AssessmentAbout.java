package org.ownpath.assessment;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What assessment keeps about people. */
@Component
class AssessmentAbout implements KeepsAbout {

    private static final String OF_DEMONSTRATION =
            "demonstration_id in (select d.id from assessment.demonstration d where d.student_id = :person)";
    private static final String OF_ATTEMPT =
            "attempt_id in (select a.id from assessment.attempt a where a.student_id = :person)";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("assessment.demonstration", "Demonstrations", "student_id = :person"),
                KeptTable.of("assessment.step", "Steps of demonstrations", OF_DEMONSTRATION),
                KeptTable.of("assessment.work", "Work that was handed in", OF_DEMONSTRATION),
                KeptTable.of("assessment.score", "Scores and feedback", OF_DEMONSTRATION),
                KeptTable.of("assessment.booking", "Booked times", OF_DEMONSTRATION),
                KeptTable.of("assessment.open_time", "Times that one offers", "teacher_id = :person"),
                KeptTable.of("assessment.outside_link", "Assessors from outside", OF_DEMONSTRATION)
                        .without("token_hash"),
                KeptTable.of("assessment.self_assessment", "Marks that one gave oneself", OF_DEMONSTRATION),
                KeptTable.of("assessment.claim", "What was learnt elsewhere", OF_DEMONSTRATION),
                KeptTable.of("assessment.portfolio_piece", "Portfolio", "student_id = :person"),
                KeptTable.of(
                        "assessment.self_rating",
                        "Self-ratings",
                        "piece_id in (select p.id from assessment.portfolio_piece p where p.student_id = :person)"),
                KeptTable.of("assessment.attempt", "Tests", "student_id = :person"),
                KeptTable.of("assessment.response", "Answers in tests", OF_ATTEMPT),
                KeptTable.of("assessment.response_score", "Scores of longer answers", OF_ATTEMPT),
                KeptTable.of("assessment.accommodation", "Needs in tests", "student_id = :person"),
                KeptTable.of("assessment.test_offer", "Tests that were offered to a group", "account_id = :account"));
    }

    @Override
    public String forget() {
        return "select assessment.forget(:person), assessment.forget_times(:person) where cast(:account as uuid) is not null";
    }
}
