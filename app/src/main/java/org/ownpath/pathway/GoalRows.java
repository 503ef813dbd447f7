package org.ownpath.pathway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.AsOf;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GoalId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored goals and what was added to them. */
@Component
class GoalRows {

    private final JdbcClient database;

    GoalRows(JdbcClient database) {
        this.database = database;
    }

    /** Stores a goal; false when it is there already. */
    boolean add(Goal goal) {
        Stored aim = goal.wish().aim().fold(Stored::of, Stored::of, Stored::of);
        return database.sql("""
                insert into pathway.goal
                    (id, district_id, student_id, kind, subject, level, title, competencies, way, reason, wanted_by,
                     review_on, proposed_by, proposed_side, proposed_at)
                values (:id, :district, :student, :kind, :subject, :level, :title, :competencies, :way, :reason, :by,
                        :reviewOn, :person, :side, :at) on conflict (id) do nothing""")
                        .param("id", goal.id().value())
                        .param("district", DistrictScope.require().value())
                        .param("student", goal.student().value())
                        .param("kind", aim.kind())
                        .param("subject", aim.subject())
                        .param("level", aim.level())
                        .param("title", aim.title())
                        .param("competencies", ids(aim.competencies()))
                        .param("way", ids(goal.way()))
                        .param("reason", goal.wish().reason())
                        .param("by", goal.wish().by())
                        .param("reviewOn", goal.wish().reviewOn())
                        .param("person", goal.proposal().by().value())
                        .param("side", goal.proposal().side().code())
                        .param("at", Timestamp.from(goal.proposal().at()))
                        .update()
                > 0;
    }

    Optional<Goal> find(GoalId id) {
        Map<GoalId, List<Goal.Step>> steps = steps(List.of(id));
        return database.sql("select * from pathway.goal where id = ?")
                .param(id.value())
                .query((row, n) -> goal(row, steps))
                .optional();
    }

    /** The goals of these students, by when each is wanted. */
    List<Goal> of(Collection<StudentId> students) {
        UUID[] ids = students.stream().map(StudentId::value).toArray(UUID[]::new);
        List<GoalId> goals = database.sql("select id from pathway.goal where student_id = any(?)")
                .param(ids)
                .query((row, n) -> new GoalId(row.getObject(1, UUID.class)))
                .list();
        Map<GoalId, List<Goal.Step>> steps = steps(goals);
        return database.sql("select * from pathway.goal where student_id = any(?) order by wanted_by, proposed_at, id")
                .param(ids)
                .query((row, n) -> goal(row, steps))
                .list();
    }

    private Map<GoalId, List<Goal.Step>> steps(Collection<GoalId> goals) {
        return database
                .sql("""
                select goal_id, step, words, review_on, by, at from pathway.goal_step
                where goal_id = any(?) order by at, id""")
                .param(goals.stream().map(GoalId::value).toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        new GoalId(row.getObject("goal_id", UUID.class)),
                        new Goal.Step(
                                Goal.Kind.ofCode(row.getString("step")),
                                row.getString("words"),
                                Optional.ofNullable(row.getObject("review_on", LocalDate.class)),
                                person(row, "by"),
                                instant(row))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Stores a step under an id that its form brought along; false when it is there, or can be taken only once and was. */
    boolean addStep(GoalId goal, UUID id, Goal.Step step) {
        return database.sql("""
                insert into pathway.goal_step (id, district_id, goal_id, step, words, review_on, by, at)
                values (:id, :district, :goal, :step, :words, :reviewOn, :by, :at) on conflict do nothing""")
                        .param("id", id)
                        .param("district", DistrictScope.require().value())
                        .param("goal", goal.value())
                        .param("step", step.kind().code())
                        .param("words", step.words())
                        .param("reviewOn", step.reviewOn().orElse(null), Types.DATE)
                        .param("by", step.by().value())
                        .param("at", Timestamp.from(step.at()))
                        .update()
                > 0;
    }

    List<PathChange> changes(GoalId goal) {
        return changes(List.of(goal), AsOf.now()).getOrDefault(goal, List.of());
    }

    /** How the paths to these goals had been adjusted by then, each in order. */
    Map<GoalId, List<PathChange>> changes(Collection<GoalId> goals, AsOf asOf) {
        return database
                .sql("""
                select * from pathway.goal_change
                where goal_id = any(:goals) and (:then::timestamptz is null or at <= :then::timestamptz)
                order by number""")
                .param("goals", goals.stream().map(GoalId::value).toArray(UUID[]::new))
                .param("then", asOf.earlier().map(Timestamp::from).orElse(null))
                .query((row, n) -> Map.entry(new GoalId(row.getObject("goal_id", UUID.class)), change(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** The change that came under this id, if any did. */
    Optional<PathChange> change(UUID id) {
        return database.sql("select * from pathway.goal_change where id = ?")
                .param(id)
                .query((row, n) -> change(row))
                .optional();
    }

    void addChange(GoalId goal, UUID id, PathChange change, Goal.Proposal made) {
        UUID before = change instanceof PathChange.Move move ? move.before().value() : null;
        database.sql("""
                insert into pathway.goal_change (id, district_id, goal_id, change, competency_id, before_id, by, at)
                values (:id, :district, :goal, :change, :competency, :before, :by, :at) on conflict (id) do nothing""")
                .param("id", id)
                .param("district", DistrictScope.require().value())
                .param("goal", goal.value())
                .param("change", code(change))
                .param("competency", change.competency().value())
                .param("before", before, Types.OTHER)
                .param("by", made.by().value())
                .param("at", Timestamp.from(made.at()))
                .update();
    }

    List<Goal.Words> words(GoalId goal) {
        return database.sql("select person_id, words, at from pathway.goal_words where goal_id = ? order by at, id")
                .param(goal.value())
                .query((row, n) -> new Goal.Words(person(row, "person_id"), row.getString("words"), instant(row)))
                .list();
    }

    /** Stores words under an id that their form brought along; false when they are there already. */
    boolean addWords(GoalId goal, UUID id, Goal.Words words) {
        return database.sql("""
                insert into pathway.goal_words (id, district_id, goal_id, person_id, words, at)
                values (?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                        .params(
                                id,
                                DistrictScope.require().value(),
                                goal.value(),
                                words.by().value(),
                                words.words(),
                                Timestamp.from(words.at()))
                        .update()
                > 0;
    }

    private static Goal goal(ResultSet row, Map<GoalId, List<Goal.Step>> steps) throws SQLException {
        GoalId id = new GoalId(row.getObject("id", UUID.class));
        return new Goal(
                id,
                new StudentId(row.getObject("student_id", UUID.class)),
                new Goal.Wish(
                        Stored.aim(row),
                        row.getString("reason"),
                        row.getObject("wanted_by", LocalDate.class),
                        row.getObject("review_on", LocalDate.class)),
                ids(row, "way"),
                new Goal.Proposal(
                        person(row, "proposed_by"),
                        Side.ofCode(row.getString("proposed_side")),
                        row.getTimestamp("proposed_at").toInstant()),
                steps.getOrDefault(id, List.of()));
    }

    /** What an aim is in the columns of its row. */
    private record Stored(
            String kind,
            @Nullable String subject,
            @Nullable Integer level,
            @Nullable String title,
            List<CompetencyId> competencies) {

        static Stored of(Aim.OneCompetency aim) {
            return new Stored("competency", null, null, null, List.of(aim.competency()));
        }

        static Stored of(Aim.WholeLevel aim) {
            return new Stored("level", aim.subject(), aim.level(), null, List.of());
        }

        static Stored of(Aim.Project aim) {
            return new Stored("project", null, null, aim.name(), aim.competencies());
        }

        static Aim aim(ResultSet row) throws SQLException {
            return switch (row.getString("kind")) {
                case "competency" ->
                    new Aim.OneCompetency(ids(row, "competencies").get(0));
                case "level" -> new Aim.WholeLevel(row.getString("subject"), row.getInt("level"));
                case "project" -> new Aim.Project(row.getString("title"), ids(row, "competencies"));
                default -> throw new IllegalStateException("Unknown kind of goal '" + row.getString("kind") + "'");
            };
        }
    }

    private static PathChange change(ResultSet row) throws SQLException {
        CompetencyId competency = new CompetencyId(row.getObject("competency_id", UUID.class));
        return switch (row.getString("change")) {
            case "move" -> new PathChange.Move(competency, new CompetencyId(row.getObject("before_id", UUID.class)));
            case "leave_out" -> new PathChange.LeaveOut(competency);
            case "take_back" -> new PathChange.TakeBack(competency);
            case "add" -> new PathChange.Add(competency);
            default -> throw new IllegalStateException("Unknown change '" + row.getString("change") + "'");
        };
    }

    private static String code(PathChange change) {
        if (change instanceof PathChange.Move) {
            return "move";
        }
        if (change instanceof PathChange.LeaveOut) {
            return "leave_out";
        }
        return change instanceof PathChange.TakeBack ? "take_back" : "add";
    }

    static UUID[] ids(Collection<CompetencyId> competencies) {
        return competencies.stream().map(CompetencyId::value).toArray(UUID[]::new);
    }

    static List<CompetencyId> ids(ResultSet row, String column) throws SQLException {
        return Arrays.stream((UUID[]) row.getArray(column).getArray())
                .map(CompetencyId::new)
                .toList();
    }

    private static PersonId person(ResultSet row, String column) throws SQLException {
        return new PersonId(row.getObject(column, UUID.class));
    }

    private static Instant instant(ResultSet row) throws SQLException {
        return row.getTimestamp("at").toInstant();
    }
}
