package org.ownpath.operation;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether the database has had every migration of this release, and none failed. */
@Component("migrations")
class MigrationsHealth implements HealthIndicator {

    private final Flyway flyway;
    private volatile boolean complete;

    MigrationsHealth(Flyway flyway) {
        this.flyway = flyway;
    }

    @Override
    public Health health() {
        // what was applied once stays applied: the history is read until then only
        complete = complete || missing() == 0;
        return complete ? Health.up().build() : Health.down().build();
    }

    private int missing() {
        int failed = 0;
        for (MigrationInfo migration : flyway.info().all()) {
            failed += migration.getState().isFailed() ? 1 : 0;
        }
        return failed + flyway.info().pending().length;
    }
}
