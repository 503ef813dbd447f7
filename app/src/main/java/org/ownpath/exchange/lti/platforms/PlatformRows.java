package org.ownpath.exchange.lti.platforms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Learning management systems, whom they know, and who is on the way, as the database keeps them. */
@Component
class PlatformRows {

    private final JdbcClient database;

    PlatformRows(JdbcClient database) {
        this.database = database;
    }

    /** Somebody on the way here. */
    record Underway(PlatformId platform, String nonce, Optional<AccountId> account, String landing) {}

    List<Platform> inUse() {
        return database.sql("select * from exchange.lti_platform where ended_at is null order by name, made_at")
                .query(PlatformRows::platform)
                .list();
    }

    Optional<Platform> find(PlatformId id) {
        return database.sql("select * from exchange.lti_platform where id = ?")
                .param(id.value())
                .query(PlatformRows::platform)
                .optional();
    }

    /** Whether it is there now: another of the same issuer and client may be. */
    boolean insert(Viewer by, Platform platform) {
        Platform.Described described = platform.described();
        return database.sql("""
                insert into exchange.lti_platform (id, district_id, name, issuer, client, deployment, "authorization",
                    token, keys, teachers, made_by, made_at)
                values (:id, :district, :name, :issuer, :client, :deployment, :authorization, :token, :keys, :teachers,
                    :by, :at) on conflict do nothing""")
                        .param("id", platform.id().value())
                        .param("district", by.district().value())
                        .param("name", described.name())
                        .param("issuer", described.identity().issuer())
                        .param("client", described.identity().client())
                        .param("deployment", described.identity().deployment())
                        .param("authorization", described.addresses().authorization())
                        .param("token", described.addresses().token())
                        .param("keys", described.addresses().keys())
                        .param("teachers", described.teachers())
                        .param("by", by.account().value())
                        .param("at", Timestamp.from(platform.madeAt()))
                        .update()
                == 1;
    }

    boolean end(PlatformId id, Instant now) {
        return database.sql("update exchange.lti_platform set ended_at = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), id.value())
                        .update()
                == 1;
    }

    Optional<AccountId> account(PlatformId platform, String subject) {
        return database.sql("select account_id from exchange.lti_account where platform_id = ? and subject = ?")
                .params(platform.value(), subject)
                .query((row, n) -> new AccountId(row.getObject(1, UUID.class)))
                .optional();
    }

    void link(PlatformId platform, String subject, AccountId account, Instant now) {
        database.sql("""
                insert into exchange.lti_account (platform_id, district_id, subject, account_id, since)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        platform.value(),
                        DistrictScope.require().value(),
                        subject,
                        account.value(),
                        Timestamp.from(now))
                .update();
    }

    void begin(PlatformId platform, SecretToken state, SecretToken browser, String nonce, Instant expires) {
        database.sql("delete from exchange.lti_arrival where expires_at < now()")
                .update();
        database.sql("""
                insert into exchange.lti_arrival (state_hash, district_id, platform_id, nonce, browser_hash, expires_at)
                values (?, ?, ?, ?, ?, ?)""")
                .params(
                        state.hash(),
                        DistrictScope.require().value(),
                        platform.value(),
                        nonce,
                        browser.hash(),
                        Timestamp.from(expires))
                .update();
    }

    /** Somebody of whom the system has said nothing yet. */
    Optional<Underway> underway(SecretToken state, Instant now) {
        return database.sql(
                        "select * from exchange.lti_arrival where state_hash = ? and account_id is null and expires_at > ?")
                .params(state.hash(), Timestamp.from(now))
                .query(PlatformRows::underway)
                .optional();
    }

    /** Whether this is the first that the system says of them. */
    boolean known(SecretToken state, AccountId account, String landing) {
        return database.sql("""
                update exchange.lti_arrival set account_id = ?, landing = ? where state_hash = ? and account_id is null""").params(account.value(), landing, state.hash()).update() == 1;
    }

    /** Whoever has arrived in the browser in which it began, once. */
    Optional<Underway> arrive(SecretToken state, SecretToken browser, Instant now) {
        return database.sql("""
                delete from exchange.lti_arrival
                where state_hash = ? and browser_hash = ? and account_id is not null and expires_at > ? returning *""")
                .params(state.hash(), browser.hash(), Timestamp.from(now))
                .query(PlatformRows::underway)
                .optional();
    }

    private static Underway underway(ResultSet row, int n) throws SQLException {
        return new Underway(
                new PlatformId(row.getObject("platform_id", UUID.class)),
                row.getString("nonce"),
                Optional.ofNullable(row.getObject("account_id", UUID.class)).map(AccountId::new),
                row.getString("landing"));
    }

    private static Platform platform(ResultSet row, int n) throws SQLException {
        Timestamp ended = row.getTimestamp("ended_at");
        return new Platform(
                new PlatformId(row.getObject("id", UUID.class)),
                new Platform.Described(
                        row.getString("name"),
                        new Platform.Identity(
                                row.getString("issuer"), row.getString("client"), row.getString("deployment")),
                        new Platform.Addresses(
                                row.getString("authorization"), row.getString("token"), row.getString("keys")),
                        row.getBoolean("teachers")),
                row.getTimestamp("made_at").toInstant(),
                ended == null ? Optional.empty() : Optional.of(ended.toInstant()));
    }
}
