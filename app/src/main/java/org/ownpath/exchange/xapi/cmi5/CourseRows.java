package org.ownpath.exchange.xapi.cmi5;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.PackedFiles;
import org.ownpath.exchange.Read;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.ActivityId;
import org.ownpath.shared.CompetencyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Courses as the database keeps them. */
@Component
class CourseRows {

    private static final int MOST_REMEMBERED = 200;

    private final JdbcClient database;

    /** What a course consists of never changes. */
    private final Cache<CourseId, CourseStructure> structures =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    CourseRows(JdbcClient database) {
        this.database = database;
    }

    void insert(Viewer by, Course course, String structure) {
        database.sql("""
                insert into exchange.course (id, district_id, title, structure, speaks_as, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        course.id().value(),
                        by.district().value(),
                        course.title(),
                        structure,
                        course.account().value(),
                        by.account().value(),
                        Timestamp.from(course.madeAt()))
                .update();
    }

    void insertFiles(Viewer by, CourseId course, PackedFiles files) {
        for (String path : files.paths()) {
            database.sql("insert into exchange.course_file (course_id, path, district_id, content) values (?, ?, ?, ?)")
                    .params(
                            course.value(),
                            path,
                            by.district().value(),
                            files.bytes(path).orElseThrow())
                    .update();
        }
    }

    Optional<byte[]> file(CourseId course, String path) {
        return database.sql("select content from exchange.course_file where course_id = ? and path = ?")
                .params(course.value(), path)
                .query((row, n) -> row.getBytes("content"))
                .optional();
    }

    List<Course> all() {
        return database.sql("select * from exchange.course order by made_at desc")
                .query(this::course)
                .list();
    }

    Optional<Course> find(CourseId id) {
        return database.sql("select * from exchange.course where id = ?")
                .param(id.value())
                .query(this::course)
                .optional();
    }

    void call(CourseId id, CourseStructure.Named named) {
        database.sql("update exchange.course set title = ?, about = ? where id = ?")
                .params(named.title(), named.about(), id.value())
                .update();
    }

    boolean end(CourseId id, Instant now) {
        return database.sql("update exchange.course set ended_at = ? where id = ? and ended_at is null")
                        .params(Timestamp.from(now), id.value())
                        .update()
                == 1;
    }

    boolean offer(Viewer by, OfferedUnit unit, Instant now) {
        return database.sql("""
                insert into exchange.course_unit (course_id, unit, district_id, activity_id, competency_id, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (course_id, unit) do nothing""")
                        .params(
                                unit.course().value(),
                                unit.unit(),
                                by.district().value(),
                                unit.activity().value(),
                                unit.competency().value(),
                                by.account().value(),
                                Timestamp.from(now))
                        .update()
                == 1;
    }

    List<OfferedUnit> offered(CourseId course) {
        return database.sql("select * from exchange.course_unit where course_id = ? order by unit")
                .param(course.value())
                .query(CourseRows::unit)
                .list();
    }

    Optional<OfferedUnit> ofActivity(ActivityId activity) {
        return database.sql("""
                select u.* from exchange.course_unit u join exchange.course c on c.id = u.course_id
                where u.activity_id = ? and c.ended_at is null""").param(activity.value()).query(CourseRows::unit).optional();
    }

    Map<ActivityId, String> titlesOf(Collection<ActivityId> activities) {
        return database
                .sql("""
                select u.activity_id, c.title from exchange.course_unit u join exchange.course c on c.id = u.course_id
                where u.activity_id = any(?) and c.ended_at is null""")
                .param(activities.stream().map(ActivityId::value).toArray(UUID[]::new))
                .query((row, n) ->
                        Map.entry(new ActivityId(row.getObject("activity_id", UUID.class)), row.getString("title")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private Course course(ResultSet row, int n) throws SQLException {
        CourseId id = new CourseId(row.getObject("id", UUID.class));
        String text = row.getString("structure");
        CourseStructure structure = Objects.requireNonNull(structures.get(id, unknown -> structure(text)));
        String about = row.getString("about");
        return new Course(
                id,
                structure,
                new CourseStructure.Named(
                        row.getString("title"),
                        about == null ? structure.named().about() : about),
                new AccountId(row.getObject("speaks_as", UUID.class)),
                row.getTimestamp("made_at").toInstant(),
                Optional.ofNullable(row.getTimestamp("ended_at")).map(Timestamp::toInstant));
    }

    /** It was found in order when it came. */
    private static CourseStructure structure(String text) {
        Read<CourseStructure> read = CourseXml.read(text, path -> true, Set.of("https", "http"));
        return ((Read.Parsed<CourseStructure>) read).value();
    }

    private static OfferedUnit unit(ResultSet row, int n) throws SQLException {
        return new OfferedUnit(
                new CourseId(row.getObject("course_id", UUID.class)),
                row.getInt("unit"),
                new ActivityId(row.getObject("activity_id", UUID.class)),
                new CompetencyId(row.getObject("competency_id", UUID.class)));
    }
}
