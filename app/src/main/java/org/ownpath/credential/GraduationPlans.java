package org.ownpath.credential;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Remembered;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.shared.AsOf;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of graduation plans: what they ask for, and adopting another. */
@Component
public class GraduationPlans {

    private final JdbcClient database;
    private final Access access;
    private final Schoolings schoolings;
    private final Clock clock;
    private final Remembered<PlanBook> remembered = new Remembered<>();

    GraduationPlans(JdbcClient database, Access access, Schoolings schoolings, Clock clock) {
        this.database = database;
        this.access = access;
        this.schoolings = schoolings;
        this.clock = clock;
    }

    /** All plans of the current district, kept in memory. */
    public PlanBook book() {
        return remembered.get(this::fingerprint, this::load);
    }

    /** The plan that holds today. */
    public Optional<GraduationPlan> inForce() {
        return book().inForce(today());
    }

    /** The plan that held then. */
    Optional<GraduationPlan> inForce(AsOf asOf) {
        return book().inForce(SchoolTime.day(asOf.at(clock.instant())));
    }

    /** What keeps the plan from being adopted; empty when nothing does. */
    public List<String> problems(GraduationPlan plan) {
        return PlanCheck.problems(plan, schoolings.now(), today());
    }

    /** Adopts a plan from its day on. Handing in the same plan twice adopts it once. */
    @Transactional
    public Adoption adopt(Viewer viewer, GraduationPlan plan) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        List<String> problems = problems(plan);
        if (!problems.isEmpty()) {
            return new Adoption.Refused(problems);
        }
        if (insert(viewer, plan)) {
            for (int i = 0; i < plan.requirements().size(); i++) {
                insert(viewer, plan.id(), i, plan.requirements().get(i));
            }
            access.audit(viewer, "graduation-plan.adopted", plan.id().toString(), plan.title() + ": " + plan.reason());
            remembered.changed();
        }
        return new Adoption.Adopted(plan);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** Plans are only ever added, so that their number tells whether there is a new one. */
    private String fingerprint() {
        return database.sql("select count(*)::text from credential.graduation_plan")
                .query(String.class)
                .single();
    }

    private PlanBook load() {
        Map<UUID, List<Requirement>> requirements = new HashMap<>();
        database.sql("select * from credential.graduation_requirement order by plan_id, position")
                .query((ResultSet row) -> {
                    requirements
                            .computeIfAbsent(row.getObject("plan_id", UUID.class), first -> new ArrayList<>())
                            .add(requirement(row));
                });
        return new PlanBook(database.sql("select * from credential.graduation_plan")
                .query((row, n) -> plan(row, requirements))
                .list());
    }

    private boolean insert(Viewer viewer, GraduationPlan plan) {
        return database.sql("""
                insert into credential.graduation_plan
                    (id, district_id, title, effective_from, adopted_by, adopted_at, reason)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (id) do nothing""")
                        .params(
                                plan.id().value(),
                                viewer.district().value(),
                                plan.title().strip(),
                                Date.valueOf(plan.effectiveFrom()),
                                viewer.account().value(),
                                Timestamp.from(clock.instant()),
                                plan.reason().strip())
                        .update()
                == 1;
    }

    private void insert(Viewer viewer, PlanId plan, int position, Requirement requirement) {
        CompetencySet among = requirement.among();
        database.sql("""
                insert into credential.graduation_requirement (plan_id, position, district_id, title, subject,
                    lowest_level, highest_level, needed, depth, form)
                values (:plan, :position, :district, :title, :subject, :lowest, :highest, :needed, :depth, :form)""")
                .param("plan", plan.value())
                .param("position", position)
                .param("district", viewer.district().value())
                .param("title", requirement.title().strip())
                .param("subject", among.subject().orElse(null))
                .param("lowest", among.lowest())
                .param("highest", among.highest())
                .param("needed", requirement.needed())
                .param("depth", requirement.demand().depth().map(Depth::code).orElse(null))
                .param("form", requirement.demand().form().map(Form::code).orElse(null))
                .update();
    }

    private static GraduationPlan plan(ResultSet row, Map<UUID, List<Requirement>> requirements) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new GraduationPlan(
                new PlanId(id),
                row.getString("title"),
                row.getDate("effective_from").toLocalDate(),
                row.getString("reason"),
                requirements.getOrDefault(id, List.of()));
    }

    private static Requirement requirement(ResultSet row) throws SQLException {
        return new Requirement(
                row.getString("title"),
                new CompetencySet(
                        Optional.ofNullable(row.getString("subject")),
                        row.getInt("lowest_level"),
                        row.getInt("highest_level")),
                row.getInt("needed"),
                new Demand(
                        Optional.ofNullable(row.getString("depth")).flatMap(Depth::ofCode),
                        Optional.ofNullable(row.getString("form")).flatMap(Form::ofCode)));
    }
}
