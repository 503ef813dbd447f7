package org.ownpath.assessment.items;

import java.util.List;
import java.util.UUID;
import org.ownpath.assessment.items.question.Answer;
import org.ownpath.shared.AttemptId;
import org.ownpath.shared.BankId;
import org.ownpath.shared.ItemId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Every scored answer to the questions of a bank as they are now. */
@Component
class BankAnswers {

    private final JdbcClient database;

    BankAnswers(JdbcClient database) {
        this.database = database;
    }

    /** One answer. */
    record Given(AttemptId attempt, ItemId item, Answer answer, double score) {

        boolean right() {
            return score >= Response.ALL;
        }
    }

    List<Given> of(BankId bank) {
        return database.sql("""
                select r.attempt_id, r.item_id, r.answer, r.score from assessment.response r
                join assessment.item i on i.id = r.item_id and i.version = r.version
                where i.bank_id = ? and r.score is not null
                order by r.attempt_id, r.number""")
                .param(bank.value())
                .query((row, n) -> new Given(
                        new AttemptId(row.getObject("attempt_id", UUID.class)),
                        new ItemId(row.getObject("item_id", UUID.class)),
                        Json.answer(row.getString("answer")),
                        row.getDouble("score")))
                .list();
    }
}
