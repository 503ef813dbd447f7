package org.ownpath.framework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Remembered;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.EditionId;
import org.ownpath.shared.FrameworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The front door of frameworks: the district's curriculum as of now. */
@Component
public class Frameworks {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Access access;
    private final EarlierCurricula earlier;
    private final Clock clock;
    private final Remembered<Curriculum> remembered = new Remembered<>();

    /** As they were published, which never changes: whoever asks for one item after another has it read once. */
    private final Cache<EditionId, Published> editions =
            Caffeine.newBuilder().maximumSize(64).build();

    Frameworks(JdbcClient database, Access access, EarlierCurricula earlier, Clock clock) {
        this.database = database;
        this.access = access;
        this.earlier = earlier;
        this.clock = clock;
    }

    /** All frameworks of the current district, kept in memory. */
    public Curriculum curriculum() {
        return remembered.get(this::fingerprint, this::load);
    }

    /** All frameworks of the current district in the editions of a moment. */
    public Curriculum curriculum(AsOf asOf) {
        return asOf.earlier().map(earlier::at).orElseGet(this::curriculum);
    }

    /**
     * A framework's newest edition whole, with its headings, as it was published.
     *
     * @param draft with the keys of its source
     */
    public record Published(FrameworkId framework, EditionId edition, Instant publishedAt, FrameworkDraft draft) {}

    /** The newest editions of the current district's frameworks, the oldest framework first. */
    public List<Published> published() {
        return database.sql("""
                select distinct on (f.created_at, f.id) e.id
                from framework.framework f join framework.edition e on e.framework_id = f.id
                order by f.created_at, f.id, e.number desc""").query((row, n) -> new EditionId(row.getObject("id", UUID.class))).list().stream()
                .map(edition -> editions.get(edition, this::published))
                .toList();
    }

    private Published published(EditionId edition) {
        return database.sql("select framework_id, published_at, document from framework.edition where id = ?")
                .param(edition.value())
                .query((row, n) -> new Published(
                        new FrameworkId(row.getObject("framework_id", UUID.class)),
                        edition,
                        row.getTimestamp("published_at").toInstant(),
                        JSON.readValue(row.getString("document"), FrameworkDraft.class)))
                .single();
    }

    /** Everything that was ever in a framework, headings too, by the keys of its source. */
    public Map<String, CompetencyId> bySource(FrameworkId framework) {
        return database
                .sql("select source_id, id from framework.competency where framework_id = ?")
                .param(framework.value())
                .query((row, n) -> Map.entry(row.getString(1), new CompetencyId(row.getObject(2, UUID.class))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Something of the current district's frameworks has changed in the current transaction. */
    void changed() {
        remembered.changed();
    }

    /** Puts a framework on students' paths and in grids, or keeps it for reference only. */
    @Transactional
    public void use(Viewer viewer, FrameworkId framework, boolean inUse) {
        access.require(viewer, Role.ADMINISTRATOR, Role.LEADER);
        database.sql("update framework.framework set in_use = ? where id = ?")
                .params(inUse, framework.value())
                .update();
        noteUsage(framework);
        changed();
        access.audit(viewer, inUse ? "framework.adopted" : "framework.set-aside", framework.toString(), "");
    }

    /** Keeps since when a framework is in use or not; called when it may have changed. */
    void noteUsage(FrameworkId framework) {
        database.sql("""
                insert into framework.usage (framework_id, district_id, in_use, since)
                select f.id, f.district_id, f.in_use, :now from framework.framework f
                where f.id = :framework
                  and f.in_use is distinct from (select u.in_use from framework.usage u where u.framework_id = f.id
                                                 order by u.since desc limit 1)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("framework", framework.value())
                .update();
    }

    private String fingerprint() {
        return database.sql("""
                select coalesce(string_agg(f.id || ':' || f.in_use || ':' || e.number, ',' order by f.id), '')
                from framework.framework f
                join lateral (select max(number) as number from framework.edition
                              where framework_id = f.id) e on true""").query(String.class).single();
    }

    private Curriculum load() {
        List<Framework> frameworks =
                database.sql("""
                select f.*, e.id as edition_id, e.number,
                       (select count(*) from framework.competency c
                        where c.framework_id = f.id and c.assessable and c.retired_in is null) as competencies
                from framework.framework f
                join lateral (select id, number from framework.edition
                              where framework_id = f.id order by number desc limit 1) e on true
                order by f.created_at""").query(Frameworks::framework).list();
        List<Competency> competencies =
                database.sql("""
                select c.* from framework.competency c join framework.framework f on f.id = c.framework_id
                where c.assessable and c.retired_in is null
                order by f.created_at, c.position""").query(Frameworks::competency).list();
        return Curriculum.of(frameworks, competencies, prerequisites());
    }

    private List<PrerequisiteOf> prerequisites() {
        return database.sql("select before_id, after_id from framework.prerequisite")
                .query((row, n) -> new PrerequisiteOf(
                        new CompetencyId(row.getObject(1, UUID.class)), new CompetencyId(row.getObject(2, UUID.class))))
                .list();
    }

    private static Framework framework(ResultSet row, int n) throws SQLException {
        return new Framework(
                new FrameworkId(row.getObject("id", UUID.class)),
                row.getString("title"),
                Optional.ofNullable(row.getString("publisher")),
                Optional.ofNullable(row.getString("source_uri")),
                Optional.ofNullable(row.getString("notice")),
                ScaleJson.read(row.getString("scale")),
                row.getBoolean("in_use"),
                new EditionId(row.getObject("edition_id", UUID.class)),
                row.getInt("number"),
                row.getInt("competencies"));
    }

    private static Competency competency(ResultSet row, int n) throws SQLException {
        int level = row.getInt("level");
        OptionalInt knownLevel = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(level);
        return new Competency(
                new CompetencyId(row.getObject("id", UUID.class)),
                new FrameworkId(row.getObject("framework_id", UUID.class)),
                Optional.ofNullable(row.getString("code")),
                row.getString("subject"),
                Optional.ofNullable(row.getString("strand")),
                knownLevel,
                row.getString("title"),
                row.getString("statement"),
                Arrays.asList((String[]) row.getArray("descriptions").getArray()),
                row.getInt("position"));
    }
}
