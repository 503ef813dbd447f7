package org.ownpath.access;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One after the other: of two who are about to do the same at once, the second sees what the first has done. */
@Component
public class Turns {

    private final JdbcClient database;

    Turns(JdbcClient database) {
        this.database = database;
    }

    /** Waits until nobody else is at it, in this copy of the product or another, and is at it until the transaction ends. */
    public void take(String what) {
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param(what)
                .query((row, n) -> n)
                .list();
    }
}
