package org.ownpath.exchange.lti.platforms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests to pick content, as the database keeps them. */
@Component
class ContentRequestRows {

    private final JdbcClient database;

    ContentRequestRows(JdbcClient database) {
        this.database = database;
    }

    void add(ContentRequest request, Instant expires) {
        database.sql("delete from exchange.lti_content_request where expires_at < now()")
                .update();
        database.sql("""
                insert into exchange.lti_content_request (id, district_id, platform_id, account_id, deployment, return_to,
                    echo, several, expires_at)
                values (:id, :district, :platform, :account, :deployment, :back, :echo, :several, :expires)""")
                .param("id", request.id())
                .param("district", DistrictScope.require().value())
                .param("platform", request.platform().value())
                .param("account", request.by().value())
                .param("deployment", request.back().deployment())
                .param("back", request.back().address())
                .param("echo", request.back().echo().orElse(null))
                .param("several", request.several())
                .param("expires", Timestamp.from(expires))
                .update();
    }

    /** One that waits for its answer. */
    Optional<ContentRequest> open(UUID id, Instant now) {
        return database.sql("""
                select * from exchange.lti_content_request where id = ? and answered_at is null and expires_at > ?""")
                .params(id, Timestamp.from(now))
                .query(ContentRequestRows::request)
                .optional();
    }

    /** Whether this is its first answer. */
    boolean answer(UUID id, Instant now) {
        return database.sql(
                                "update exchange.lti_content_request set answered_at = ? where id = ? and answered_at is null")
                        .params(Timestamp.from(now), id)
                        .update()
                == 1;
    }

    private static ContentRequest request(ResultSet row, int n) throws SQLException {
        return new ContentRequest(
                row.getObject("id", UUID.class),
                new PlatformId(row.getObject("platform_id", UUID.class)),
                new AccountId(row.getObject("account_id", UUID.class)),
                new ContentRequest.Back(
                        row.getString("return_to"),
                        row.getString("deployment"),
                        Optional.ofNullable(row.getString("echo"))),
                row.getBoolean("several"));
    }
}
