package org.ownpath.framework;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.FrameworkId;
import org.ownpath.shared.GradeLevel;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A drafted item as a row of the database, and the difference between two. */
final class ItemRow {

    private ItemRow() {}

    static FrameworkDraft.Item read(ResultSet row) throws SQLException {
        int level = row.getInt("level");
        OptionalInt knownLevel = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(level);
        return new FrameworkDraft.Item(
                new FrameworkDraft.Origin("", 0),
                row.getString("source_id"),
                Optional.ofNullable(row.getString("code")),
                row.getString("subject"),
                Optional.ofNullable(row.getString("strand")),
                knownLevel,
                row.getString("title"),
                row.getString("statement"),
                Arrays.asList((String[]) row.getArray("descriptions").getArray()),
                Optional.ofNullable(row.getString("parent_source")),
                row.getBoolean("assessable"));
    }

    /** What a person would call the differences; empty when there are none. */
    static String differences(FrameworkDraft.Item before, FrameworkDraft.Item now) {
        Map<String, Object> old = facts(before);
        return facts(now).entrySet().stream()
                .filter(fact -> !Objects.equals(fact.getValue(), old.get(fact.getKey())))
                .map(fact -> fact.getKey() + " changes")
                .collect(Collectors.joining(", "));
    }

    private static Map<String, Object> facts(FrameworkDraft.Item item) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("code", item.code());
        facts.put("subject", item.subject());
        facts.put("strand", item.strand());
        facts.put(
                "level",
                item.level().isPresent() ? GradeLevel.symbol(item.level().getAsInt()) : "");
        facts.put("title", item.title());
        facts.put("statement", item.statement());
        facts.put("descriptions", List.copyOf(item.descriptions()));
        facts.put("heading above", item.parent());
        facts.put("whether it can be assessed", item.assessable());
        return facts;
    }

    static void write(
            JdbcClient database, FrameworkId framework, UUID id, FrameworkDraft.Item item, int position, int edition) {
        database.sql("""
                insert into framework.competency
                    (id, framework_id, district_id, source_id, code, subject, strand, level, title, statement,
                     descriptions, position, parent_source, assessable, edition_number)
                values (:id, :framework, :district, :source, :code, :subject, :strand, :level, :title, :statement,
                        :descriptions, :position, :parent, :assessable, :edition)
                on conflict (framework_id, source_id) do update
                set code = excluded.code, subject = excluded.subject, strand = excluded.strand,
                    level = excluded.level, title = excluded.title, statement = excluded.statement,
                    descriptions = excluded.descriptions, position = excluded.position,
                    parent_source = excluded.parent_source, assessable = excluded.assessable,
                    edition_number = excluded.edition_number, retired_in = null""")
                .param("id", id)
                .param("framework", framework.value())
                .param("district", DistrictScope.require().value())
                .param("source", item.sourceId())
                .param("code", item.code().orElse(null))
                .param("subject", item.subject())
                .param("strand", item.strand().orElse(null))
                .param("level", item.level().isPresent() ? item.level().getAsInt() : null)
                .param("title", item.title())
                .param("statement", item.statement())
                .param("descriptions", item.descriptions().toArray(String[]::new))
                .param("position", position)
                .param("parent", item.parent().orElse(null))
                .param("assessable", item.assessable())
                .param("edition", edition)
                .update();
    }
}
