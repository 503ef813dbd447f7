package org.ownpath.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.ownpath.shared.DistrictId;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

class RememberedTest {

    private final DistrictId district = DistrictId.next();
    private final Remembered<String> remembered = new Remembered<>();
    private final AtomicReference<String> committed = new AtomicReference<>("before");
    private final TransactionTemplate transaction = new TransactionTemplate(new OfNothing());

    /** Transactions of no database: what is written is a field of the test. */
    private static final class OfNothing extends AbstractPlatformTransactionManager {

        @Override
        protected Object doGetTransaction() {
            return this;
        }

        @Override
        protected void doBegin(Object transaction, TransactionDefinition definition) {}

        @Override
        protected void doCommit(DefaultTransactionStatus status) {}

        @Override
        protected void doRollback(DefaultTransactionStatus status) {}
    }

    private String read(Supplier<String> database) {
        return DistrictScope.within(district, () -> remembered.get(database, database));
    }

    /** As another thread reads meanwhile: what is committed. */
    private String elsewhere() {
        return CompletableFuture.supplyAsync(() -> read(committed::get)).join();
    }

    @Test
    void whoever_has_changed_it_reads_what_they_wrote_whatever_others_keep_meanwhile() {
        transaction.executeWithoutResult(status -> {
            DistrictScope.run(district, remembered::changed);
            assertThat(elsewhere()).isEqualTo("before");
            assertThat(read(() -> "written")).isEqualTo("written");
        });
    }

    @Test
    void nobody_else_reads_what_is_not_committed_and_everybody_reads_what_is() {
        transaction.executeWithoutResult(status -> {
            DistrictScope.run(district, remembered::changed);
            assertThat(read(() -> "written")).isEqualTo("written");
            assertThat(elsewhere()).isEqualTo("before");
            committed.set("written");
        });
        assertThat(elsewhere()).isEqualTo("written");
    }

    @Test
    void what_was_rolled_back_is_not_remembered() {
        transaction.executeWithoutResult(status -> {
            DistrictScope.run(district, remembered::changed);
            read(() -> "written");
            status.setRollbackOnly();
        });
        assertThat(read(committed::get)).isEqualTo("before");
    }
}
