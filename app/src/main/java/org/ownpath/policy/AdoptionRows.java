package org.ownpath.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.engine.RuleJson;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.AdoptionId;
import org.ownpath.shared.RuleVersionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adoptions as the database keeps them: added and read, never changed. */
@Component
class AdoptionRows {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DECISION =
            "a.id as adoption, a.effective_from, a.adopted_by, a.adopted_at, a.reason from policy.adoption a ";

    private final JdbcClient database;

    AdoptionRows(JdbcClient database) {
        this.database = database;
    }

    /** Adoptions are only ever added, so that their number tells whether there is a new one. */
    String fingerprint() {
        return database.sql("select count(*)::text from policy.adoption")
                .query(String.class)
                .single();
    }

    ChoiceBook settings() {
        return new ChoiceBook(database
                .sql("select s.*, " + DECISION + "join policy.adopted_setting s on s.adoption_id = a.id")
                .query((row, n) -> setting(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    RuleBook rules() {
        return new RuleBook(
                database.sql("select r.*, " + DECISION + "join policy.rule_version r on r.adoption_id = a.id")
                        .query((row, n) -> rule(row))
                        .list());
    }

    void add(Adoption adoption, ChoiceDraft draft) {
        database.sql("""
                insert into policy.adoption (id, district_id, effective_from, adopted_by, adopted_at, reason)
                values (:id, :district, :from, :by, :at, :reason)""")
                .param("id", adoption.id().value())
                .param("district", DistrictScope.require().value())
                .param("from", Timestamp.from(adoption.effectiveFrom()))
                .param("by", adoption.adoptedBy().value())
                .param("at", Timestamp.from(adoption.adoptedAt()))
                .param("reason", adoption.reason())
                .update();
        draft.settings().forEach(change -> add(change.adopted(adoption)));
        draft.rules().forEach(change -> add(change.adopted(adoption)));
    }

    private <V> void add(AdoptedSetting<V> adopted) {
        database.sql("""
                insert into policy.adopted_setting (id, district_id, adoption_id, setting, scope, value, locked)
                values (:id, :district, :adoption, :setting, :scope, :value::jsonb, :locked)""")
                .params(columns(adopted.id(), adopted.adoption(), adopted.scope(), adopted.locked()))
                .param("setting", adopted.setting().id())
                .param("value", json(adopted))
                .update();
    }

    private void add(RuleVersion version) {
        database.sql("""
                insert into policy.rule_version (id, district_id, adoption_id, scope, title, rule, locked, ended)
                values (:id, :district, :adoption, :scope, :title, :rule::jsonb, :locked, :ended)""")
                .params(columns(version.id().value(), version.adoption(), version.scope(), version.locked()))
                .param("title", version.title())
                .param("rule", RuleJson.write(version.rule()))
                .param("ended", version.ended())
                .update();
    }

    private static Map<String, Object> columns(UUID id, Adoption adoption, Scope scope, boolean locked) {
        return Map.of(
                "id", id,
                "district", DistrictScope.require().value(),
                "adoption", adoption.id().value(),
                "scope", scope.code(),
                "locked", locked);
    }

    private static <V> @Nullable String json(AdoptedSetting<V> adopted) {
        return adopted.value()
                .map(value -> adopted.setting().values().write(value).toString())
                .orElse(null);
    }

    /** A setting that this version of Ownpath does not have any more decides nothing, and is left out. */
    private static Optional<AdoptedSetting<?>> setting(ResultSet row) throws SQLException {
        Optional<Setting<?>> known = Settings.find(row.getString("setting"));
        return known.isPresent() ? Optional.of(adopted(known.get(), row)) : Optional.empty();
    }

    private static <V> AdoptedSetting<V> adopted(Setting<V> setting, ResultSet row) throws SQLException {
        Optional<V> value = Stream.ofNullable(row.getString("value"))
                .map(JSON::readTree)
                .map(setting.values()::read)
                .findFirst();
        return new AdoptedSetting<>(
                row.getObject("id", UUID.class), setting, scope(row), value, row.getBoolean("locked"), adoption(row));
    }

    private static RuleVersion rule(ResultSet row) throws SQLException {
        return new RuleVersion(
                new RuleVersionId(row.getObject("id", UUID.class)),
                scope(row),
                row.getString("title"),
                RuleJson.read(row.getString("rule")),
                row.getBoolean("locked"),
                row.getBoolean("ended"),
                adoption(row));
    }

    private static Scope scope(ResultSet row) throws SQLException {
        return Scope.of(row.getString("scope")).orElseThrow();
    }

    private static Adoption adoption(ResultSet row) throws SQLException {
        return new Adoption(
                new AdoptionId(row.getObject("adoption", UUID.class)),
                row.getTimestamp("effective_from").toInstant(),
                new AccountId(row.getObject("adopted_by", UUID.class)),
                row.getTimestamp("adopted_at").toInstant(),
                row.getString("reason"));
    }
}
