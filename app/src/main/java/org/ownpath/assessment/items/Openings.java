package org.ownpath.assessment.items;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.shared.BankId;
import org.ownpath.shared.CompetencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where students may start tests of their own accord: competencies with enough questions in a bank that is open. */
@Component
class Openings {

    private static final String ENOUGH = """
            select i.competency_id, i.bank_id, count(*) as questions from assessment.item i
            join assessment.bank b on b.id = i.bank_id and b.open
            join assessment.item_version v on v.item_id = i.id and v.version = i.version and v.kind <> 'extended'
            where i.state = 'released' and (:competency::uuid is null or i.competency_id = :competency)
            group by 1, 2 having count(*) >= :fewest
            order by 3 desc""";

    private final JdbcClient database;

    Openings(JdbcClient database) {
        this.database = database;
    }

    Set<CompetencyId> all() {
        return database
                .sql(ENOUGH)
                .param("competency", null)
                .param("fewest", TestTerms.USUAL.fewest())
                .query((row, n) -> new CompetencyId(row.getObject("competency_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toSet());
    }

    /** The bank with the most questions on it. */
    Optional<BankId> bank(CompetencyId competency) {
        return database
                .sql(ENOUGH)
                .param("competency", competency.value())
                .param("fewest", TestTerms.USUAL.fewest())
                .query((row, n) -> new BankId(row.getObject("bank_id", UUID.class)))
                .list()
                .stream()
                .findFirst();
    }
}
