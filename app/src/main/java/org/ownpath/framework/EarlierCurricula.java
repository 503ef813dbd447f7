package org.ownpath.framework;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.EditionId;
import org.ownpath.shared.FrameworkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Curricula as they stood at earlier moments, made from the editions as they were published. Of a framework that had no
 * edition yet, the first one counts: evidence can be older than the framework that names it.
 */
@Component
class EarlierCurricula {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;
    private final Cache<List<Published>, Curriculum> kept =
            Caffeine.newBuilder().maximumSize(32).build();

    EarlierCurricula(JdbcClient database) {
        this.database = database;
    }

    /** The edition of a framework that held, and whether the framework was in use. */
    private record Published(FrameworkId framework, EditionId edition, int number, boolean inUse) {}

    Curriculum at(Instant moment) {
        List<Published> published = database.sql("""
                select f.id, e.id as edition_id, e.number, u.in_use
                from framework.framework f
                join lateral (select id, number from framework.edition where framework_id = f.id
                              order by published_at > :at,
                                       case when published_at > :at then number else -number end limit 1) e on true
                join lateral (select in_use from framework.usage where framework_id = f.id
                              order by since > :at,
                                       abs(extract(epoch from since - cast(:at as timestamptz))) limit 1) u on true
                order by f.created_at, f.id""")
                .param("at", Timestamp.from(moment))
                .query((row, n) -> new Published(
                        new FrameworkId(row.getObject("id", UUID.class)),
                        new EditionId(row.getObject("edition_id", UUID.class)),
                        row.getInt("number"),
                        row.getBoolean("in_use")))
                .list();
        return kept.get(published, this::load);
    }

    private Curriculum load(List<Published> published) {
        List<Framework> frameworks = new ArrayList<>();
        List<Competency> competencies = new ArrayList<>();
        List<PrerequisiteOf> edges = new ArrayList<>();
        for (Published each : published) {
            FrameworkDraft document = document(each.edition());
            Map<String, CompetencyId> ids = ids(each.framework());
            List<Competency> own = competencies(each.framework(), document, ids);
            competencies.addAll(own);
            frameworks.add(framework(each, document, own.size()));
            document.prerequisites()
                    .forEach(edge -> edges.add(new PrerequisiteOf(ids.get(edge.before()), ids.get(edge.after()))));
        }
        return Curriculum.of(frameworks, competencies, edges);
    }

    private FrameworkDraft document(EditionId edition) {
        return JSON.readValue(
                database.sql("select document from framework.edition where id = ?")
                        .param(edition.value())
                        .query(String.class)
                        .single(),
                FrameworkDraft.class);
    }

    private Map<String, CompetencyId> ids(FrameworkId framework) {
        Map<String, CompetencyId> ids = new HashMap<>();
        database.sql("select source_id, id from framework.competency where framework_id = ?")
                .param(framework.value())
                .query(row -> {
                    ids.put(row.getString(1), new CompetencyId(row.getObject(2, UUID.class)));
                });
        return ids;
    }

    private static List<Competency> competencies(
            FrameworkId framework, FrameworkDraft document, Map<String, CompetencyId> ids) {
        List<Competency> competencies = new ArrayList<>();
        int position = 0;
        for (FrameworkDraft.Item item : document.items()) {
            CompetencyId id = ids.get(item.sourceId());
            if (item.assessable() && id != null) {
                competencies.add(new Competency(
                        id,
                        framework,
                        item.code(),
                        item.subject(),
                        item.strand(),
                        item.level(),
                        item.title(),
                        item.statement(),
                        item.descriptions(),
                        position));
            }
            position++;
        }
        return competencies;
    }

    private static Framework framework(Published published, FrameworkDraft document, int competencies) {
        return new Framework(
                published.framework(),
                document.title(),
                document.publisher(),
                document.sourceUri(),
                document.notice(),
                document.scale(),
                published.inUse(),
                published.edition(),
                published.number(),
                competencies);
    }
}
