package org.ownpath.exchange.xapi;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** What is attached to statements, by its SHA-256. */
@Component
class StatementAttachments {

    private final JdbcClient database;

    StatementAttachments(JdbcClient database) {
        this.database = database;
    }

    /**
     * Holds what came along to what the statements say: whatever has no address of its own came along or is here, and
     * nothing came along that no statement names.
     */
    void require(List<NewStatement> statements, Map<String, byte[]> came) {
        Set<String> named = new HashSet<>();
        Set<String> needed = new HashSet<>();
        statements.forEach(statement -> of(statement.body()).forEach((sha2, attachment) -> {
            named.add(sha2);
            if (!attachment.has("fileUrl")) {
                needed.add(sha2);
            }
        }));
        came.keySet().stream().filter(sha2 -> !named.contains(sha2)).findFirst().ifPresent(sha2 -> {
            throw XapiRefused.because("A part with the SHA-256 " + sha2 + " came along that no statement names.");
        });
        needed.removeAll(came.keySet());
        if (!needed.isEmpty()) {
            needed.removeAll(contents(needed).keySet());
        }
        needed.stream().findFirst().ifPresent(sha2 -> {
            throw XapiRefused.because("The attachment with the SHA-256 " + sha2
                    + " did not come along and has no fileUrl. Send it as a part of multipart/mixed.");
        });
    }

    void keep(Viewer by, Map<String, byte[]> came) {
        came.forEach((sha2, content) ->
                database.sql("""
                insert into exchange.statement_attachment (district_id, sha2, content) values (?, ?, ?)
                on conflict do nothing""").params(by.district().value(), sha2, content).update());
    }

    Map<String, byte[]> contents(Set<String> sha2s) {
        Map<String, byte[]> contents = new LinkedHashMap<>();
        if (!sha2s.isEmpty()) {
            database.sql(
                            "select sha2, content from exchange.statement_attachment where district_id = ? and sha2 = any(?)")
                    .params(DistrictScope.require().value(), sha2s.toArray(String[]::new))
                    .query(row -> {
                        contents.put(row.getString(1), row.getBytes(2));
                    });
        }
        return contents;
    }

    /** The attachments of a statement and of the one within it, by their SHA-256. */
    static Map<String, JsonNode> of(JsonNode statement) {
        Map<String, JsonNode> attachments = new LinkedHashMap<>();
        for (JsonNode holder : List.of(statement, statement.path("object"))) {
            holder.path("attachments")
                    .forEach(
                            each -> attachments.put(each.path("sha2").asString().toLowerCase(Locale.ROOT), each));
        }
        return attachments;
    }
}
