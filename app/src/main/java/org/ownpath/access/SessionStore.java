package org.ownpath.access;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;
import org.springframework.session.jdbc.config.annotation.SpringSessionDataSource;
import org.springframework.transaction.support.TransactionOperations;

/** How sessions are kept in the database without a write, or a wait for another request's, at every page. */
@Configuration
class SessionStore {

    private static final long MINUTE = 60_000;

    /** A session's row is written again when it changed, or when its last access is a minute older than this one. */
    private static final String UPDATE = """
            with now as (
                select ?::char(36) as session_id, ?::bigint as last_access_time, ?::int as max_inactive_interval,
                       ?::bigint as expiry_time, ?::varchar as principal_name, ?::char(36) as primary_id)
            update %TABLE_NAME% kept
            set session_id = now.session_id, last_access_time = now.last_access_time,
                max_inactive_interval = now.max_inactive_interval, expiry_time = now.expiry_time,
                principal_name = now.principal_name
            from now
            where kept.primary_id = now.primary_id
              and (kept.last_access_time + %MINUTE% <= now.last_access_time
                   or (kept.session_id, kept.max_inactive_interval, kept.principal_name)
                      is distinct from (now.session_id, now.max_inactive_interval, now.principal_name))
            """.replace("%MINUTE%", Long.toString(MINUTE));

    /** Two requests of one session may store the same attribute at once: the later one wins, and neither fails. */
    @Bean
    static SessionRepositoryCustomizer<JdbcIndexedSessionRepository> sessionStatements() {
        return sessions -> {
            new PostgreSqlJdbcIndexedSessionRepositoryCustomizer().customize(sessions);
            sessions.setUpdateSessionQuery(UPDATE);
        };
    }

    /** Sessions belong to no district: their connections need not be bound to one. */
    @Bean(defaultCandidate = false)
    @SpringSessionDataSource
    static DataSource sessionConnections(DistrictDataSource pool) {
        return new OfNoDistrict(pool.unbound());
    }

    /** A session cut off between two statements lacks an attribute at most: nobody is signed in by half of one. */
    @Bean(defaultCandidate = false)
    static TransactionOperations springSessionTransactionOperations() {
        return TransactionOperations.withoutTransaction();
    }

    /** Connections for tables that are outside of every district. */
    static final class OfNoDistrict extends DelegatingDataSource {
        OfNoDistrict(DataSource pool) {
            super(pool);
        }
    }
}
