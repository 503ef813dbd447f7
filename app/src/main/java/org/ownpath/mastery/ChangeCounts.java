package org.ownpath.mastery;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Counts how often the judgements of each student have changed. Whoever counts holds the student until the transaction
 * ends; so a few are counted in the statement that changes them, and many, whose transaction may be long, at its end.
 */
@Component
class ChangeCounts {

    /** The most judgements whose students are counted with them. */
    static final int FEW = 500;

    /** Follows an insert or update in a with clause named {@code written}, which returns the student. */
    static final String OF_WRITTEN = """
            insert into mastery.student (student_id, district_id, changes)
            select distinct written.student_id, :district, 1 from written order by 1
            on conflict (student_id) do update set changes = student.changes + 1""";

    private final JdbcClient database;

    ChangeCounts(JdbcClient database) {
        this.database = database;
    }

    /** Counts a change for each of these students when the current transaction is about to commit. */
    void countAtEnd(Collection<StudentId> students) {
        AtEnd atEnd = (AtEnd) TransactionSynchronizationManager.getResource(this);
        if (atEnd == null) {
            atEnd = new AtEnd();
            TransactionSynchronizationManager.bindResource(this, atEnd);
            TransactionSynchronizationManager.registerSynchronization(atEnd);
        }
        atEnd.students.addAll(students.stream().map(StudentId::value).collect(Collectors.toSet()));
    }

    private final class AtEnd implements TransactionSynchronization {

        private final Set<UUID> students = new TreeSet<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            database.sql("with written as (select unnest(:students) as student_id) " + OF_WRITTEN)
                    .param("students", students.toArray(UUID[]::new))
                    .param("district", DistrictScope.require().value())
                    .update();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResource(ChangeCounts.this);
        }
    }
}
