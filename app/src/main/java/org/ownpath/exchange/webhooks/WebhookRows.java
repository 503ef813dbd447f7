package org.ownpath.exchange.webhooks;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Webhooks and what they tell, as the database keeps them. */
@Component
class WebhookRows {

    private final JdbcClient database;

    WebhookRows(JdbcClient database) {
        this.database = database;
    }

    void insert(Viewer viewer, Webhook webhook, byte[] secret) {
        database.sql("""
                insert into exchange.webhook (id, district_id, address, events, secret, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        webhook.id().value(),
                        viewer.district().value(),
                        webhook.address(),
                        webhook.events().stream()
                                .map(WebhookEvent::code)
                                .sorted()
                                .toArray(String[]::new),
                        secret,
                        viewer.account().value(),
                        Timestamp.from(webhook.madeAt()))
                .update();
    }

    List<Webhook> all() {
        return database.sql("select * from exchange.webhook where ended_at is null order by made_at")
                .query(WebhookRows::webhook)
                .list();
    }

    Optional<Webhook> find(WebhookId id) {
        return database.sql("select * from exchange.webhook where id = ? and ended_at is null")
                .param(id.value())
                .query(WebhookRows::webhook)
                .optional();
    }

    byte[] secret(WebhookId id) {
        return database.sql("select secret from exchange.webhook where id = ?")
                .param(id.value())
                .query(byte[].class)
                .single();
    }

    void end(WebhookId id, Instant now) {
        database.sql("update exchange.webhook set ended_at = ? where id = ?")
                .params(Timestamp.from(now), id.value())
                .update();
    }

    /** Whether it was not stopped before. */
    boolean stop(WebhookId id, String why, Instant now) {
        return database.sql(
                                "update exchange.webhook set stopped_at = ?, stopped_why = ? where id = ? and stopped_at is null")
                        .params(Timestamp.from(now), why, id.value())
                        .update()
                == 1;
    }

    void begin(WebhookId id, Instant now) {
        database.sql("""
                update exchange.webhook set stopped_at = null, stopped_why = '', failing_since = null where id = ?""").param(id.value()).update();
        database.sql("""
                update exchange.webhook_delivery set next_try_at = ? where webhook_id = ? and next_try_at is not null""").params(Timestamp.from(now), id.value()).update();
    }

    void failing(WebhookId id, Instant since) {
        database.sql("update exchange.webhook set failing_since = coalesce(failing_since, ?) where id = ?")
                .params(Timestamp.from(since), id.value())
                .update();
    }

    void arrives(WebhookId id) {
        database.sql("update exchange.webhook set failing_since = null where id = ? and failing_since is not null")
                .param(id.value())
                .update();
    }

    /** Notes students of whom something may have to be told. */
    void note(Collection<StudentId> students, Instant now) {
        database.sql("""
                insert into exchange.webhook_due (district_id, student_id, noted_at)
                select :district, s, :now from unnest(:students) as s
                on conflict (district_id, student_id) do update
                set noted_at = least(exchange.webhook_due.noted_at, excluded.noted_at)""")
                .param("district", DistrictScope.require().value())
                .param("now", Timestamp.from(now))
                .param(
                        "students",
                        students.stream().map(StudentId::value).sorted().toArray(UUID[]::new))
                .update();
    }

    /** Takes some students off the list; of two copies of the product, each has others. */
    Map<StudentId, Instant> takeNoted(int most) {
        return database
                .sql("""
                delete from exchange.webhook_due where (district_id, student_id) in
                    (select district_id, student_id from exchange.webhook_due order by noted_at limit ?
                     for update skip locked)
                returning student_id, noted_at""")
                .param(most)
                .query((row, n) -> Map.entry(
                        new StudentId(row.getObject(1, UUID.class)),
                        row.getTimestamp(2).toInstant()))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Something that is to be told. */
    record Telling(String key, WebhookEvent event, @Nullable StudentId student, String body, Instant happenedAt) {}

    /** Adds it for one system, unless the system was told already. */
    Optional<DeliveryId> add(WebhookId webhook, Telling telling, Instant now) {
        DeliveryId id = DeliveryId.next();
        int added = database.sql("""
                insert into exchange.webhook_delivery
                    (id, district_id, webhook_id, key, event, student_id, body, happened_at, next_try_at)
                values (:id, :district, :webhook, :key, :event, :student, :body, :happened, :now)
                on conflict (webhook_id, key) do nothing""")
                .param("id", id.value())
                .param("district", DistrictScope.require().value())
                .param("webhook", webhook.value())
                .param("key", telling.key())
                .param("event", telling.event().code())
                .param(
                        "student",
                        telling.student() == null ? null : telling.student().value())
                .param("body", telling.body())
                .param("happened", Timestamp.from(telling.happenedAt()))
                .param("now", Timestamp.from(now))
                .update();
        return added == 1 ? Optional.of(id) : Optional.empty();
    }

    /** Takes what is due to be sent; nobody else has it until the moment given, and then again if it is not settled. */
    List<Delivery> takeDue(Instant now, Instant until, int most) {
        return database.sql("""
                update exchange.webhook_delivery d set next_try_at = :until
                where d.id in (select e.id from exchange.webhook_delivery e
                               join exchange.webhook w on w.id = e.webhook_id
                               where e.next_try_at <= :now and w.stopped_at is null and w.ended_at is null
                               order by e.next_try_at limit :most for update of e skip locked)
                returning d.*""")
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query(WebhookRows::delivery)
                .list();
    }

    void settle(DeliveryId id, String answer, Instant now, boolean arrived, Optional<Instant> next) {
        database.sql("""
                update exchange.webhook_delivery set tries = tries + 1, last_try_at = :now, last_answer = :answer,
                    delivered_at = case when :arrived then :now else delivered_at end, next_try_at = :next
                where id = :id""")
                .param("now", Timestamp.from(now))
                .param("answer", answer)
                .param("arrived", arrived)
                .param("next", next.map(Timestamp::from).orElse(null))
                .param("id", id.value())
                .update();
    }

    boolean sendAgain(WebhookId webhook, DeliveryId id, Instant now) {
        return database.sql("update exchange.webhook_delivery set next_try_at = ? where id = ? and webhook_id = ?")
                        .params(Timestamp.from(now), id.value(), webhook.value())
                        .update()
                == 1;
    }

    List<Delivery> newest(WebhookId webhook, int most) {
        return database.sql("""
                select * from exchange.webhook_delivery where webhook_id = ? order by happened_at desc, id desc limit ?""")
                .params(webhook.value(), most)
                .query(WebhookRows::delivery)
                .list();
    }

    private static Webhook webhook(ResultSet row, int n) throws SQLException {
        Set<WebhookEvent> events = Arrays.stream(
                        (String[]) row.getArray("events").getArray())
                .flatMap(code -> WebhookEvent.ofCode(code).stream())
                .collect(Collectors.toSet());
        return new Webhook(
                new WebhookId(row.getObject("id", UUID.class)),
                row.getString("address"),
                events,
                row.getTimestamp("made_at").toInstant(),
                instant(row.getTimestamp("failing_since")),
                instant(row.getTimestamp("stopped_at")),
                row.getString("stopped_why"));
    }

    private static Delivery delivery(ResultSet row, int n) throws SQLException {
        return new Delivery(
                new DeliveryId(row.getObject("id", UUID.class)),
                new WebhookId(row.getObject("webhook_id", UUID.class)),
                WebhookEvent.ofCode(row.getString("event")).orElseThrow(),
                row.getString("body"),
                row.getTimestamp("happened_at").toInstant(),
                row.getInt("tries"),
                instant(row.getTimestamp("next_try_at")),
                instant(row.getTimestamp("delivered_at")),
                row.getString("last_answer"));
    }

    private static Optional<Instant> instant(@Nullable Timestamp timestamp) {
        return Optional.ofNullable(timestamp).map(Timestamp::toInstant);
    }
}
