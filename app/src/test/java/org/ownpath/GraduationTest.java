package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.credential.Adoption;
import org.ownpath.credential.CompetencySet;
import org.ownpath.credential.Demand;
import org.ownpath.credential.Graduation;
import org.ownpath.credential.GraduationPlan;
import org.ownpath.credential.GraduationPlans;
import org.ownpath.credential.GraduationProgress;
import org.ownpath.credential.GraduationProgress.Part;
import org.ownpath.credential.PlanBook;
import org.ownpath.credential.PlanId;
import org.ownpath.credential.Requirement;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.framework.Frameworks;
import org.ownpath.mastery.Mastery;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Graduating follows from evidence and a plan that is data. */
class GraduationTest extends SchoolTest {

    private static final String LEADER = "constance.mbekihall@northside.example";
    private static final LocalDate LATER = LocalDate.of(2999, 1, 1);

    @Autowired
    GraduationPlans plans;

    @Autowired
    Graduation graduation;

    @Autowired
    Frameworks frameworks;

    @Autowired
    Mastery mastery;

    @Autowired
    LedgerReading ledger;

    @Autowired
    JdbcClient database;

    private Viewer leader() {
        return viewer(LEADER);
    }

    private StudentId student(String name) {
        return StudentId.of(viewer(name + "@northside.example").person());
    }

    private static GraduationPlan plan(Requirement... requirements) {
        return new GraduationPlan(PlanId.next(), "A plan", LATER, "To try it", List.of(requirements));
    }

    private static Requirement mathematics(int lowest, int highest, int needed, Demand demand) {
        return new Requirement(
                "Mathematics", new CompetencySet(Optional.of("Mathematics"), lowest, highest), needed, demand);
    }

    private Part only(String student, Requirement requirement) {
        return as(
                leader(),
                () -> graduation
                        .of(List.of(student(student)), plan(requirement))
                        .get(student(student))
                        .parts()
                        .get(0));
    }

    @Test
    void leo_who_races_is_further_in_mathematics_than_in_anything_else() {
        GraduationProgress leo =
                as(leader(), () -> graduation.of(student("leo.martinez")).orElseThrow());
        assertThat(leo.parts().get(0).met()).isTrue();
        assertThat(leo.parts().get(1).met()).isTrue();
        assertThat(leo.complete()).isFalse();
        assertThat(leo.parts(true)).hasSize(1);
    }

    @Test
    void what_counts_and_what_is_open_make_up_the_set() {
        GraduationProgress maya =
                as(leader(), () -> graduation.of(student("maya.okafor")).orElseThrow());
        for (Part part : maya.parts()) {
            CompetencySet among = part.requirement().among();
            assertThat(Stream.concat(
                            part.have().stream(), part.open().stream().map(GraduationProgress.Open::competency)))
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThanOrEqualTo(part.requirement().needed())
                    .allMatch(c -> among.subject().map(c.subject()::equals).orElse(true))
                    .allMatch(c -> c.level().getAsInt() >= among.lowest())
                    .allMatch(c -> c.level().getAsInt() <= among.highest());
            assertThat(part.counted() + part.missing())
                    .isEqualTo(part.requirement().needed());
        }
    }

    @Test
    void a_depth_that_is_demanded_was_shown_well_in_every_competency_that_counts() {
        StudentId noah = student("noah.whitfield");
        Part part =
                only("noah.whitfield", mathematics(0, 12, 5, new Demand(Optional.of(Depth.CREATE), Optional.empty())));
        assertThat(part.have()).isNotEmpty();
        assertThat(part.open()).extracting(GraduationProgress.Open::lack).contains(GraduationProgress.Lack.SHOWING);
        as(
                leader(),
                () -> assertThat(part.have())
                        .allMatch(c -> ledger.entries(noah, c.id()).stream()
                                .anyMatch(e -> e.standing()
                                        && e.nature().depth() == Depth.CREATE
                                        && e.nature().form() != Form.SELF_ASSESSMENT
                                        && e.result().rating(Optional.empty()).orElse(0) >= 3)));
    }

    @Test
    void without_a_demand_exactly_what_stands_mastered_counts() {
        StudentId maya = student("maya.okafor");
        Part part = only("maya.okafor", mathematics(0, 12, 1, Demand.NONE));
        as(
                leader(),
                () -> assertThat(part.have()).hasSize((int) frameworks.curriculum().ofSubject("Mathematics").stream()
                        .filter(c ->
                                mastery.states(List.of(maya)).of(maya, c.id()).standing())
                        .count()));
    }

    @Test
    void any_academic_subject_has_no_dispositions_in_it() {
        Requirement any = new Requirement("Any", new CompetencySet(Optional.empty(), 0, 12), 1, Demand.NONE);
        Part part = only("leo.martinez", any);
        assertThat(part.apart()).isFalse();
        assertThat(Stream.concat(part.have().stream(), part.open().stream().map(GraduationProgress.Open::competency)))
                .isNotEmpty()
                .noneMatch(c -> c.subject().equals("Habits"));
    }

    @Test
    void a_plan_that_asks_for_more_than_there_is_is_refused_with_the_number() {
        Adoption refused = as(leader(), () -> plans.adopt(leader(), plan(mathematics(9, 10, 17, Demand.NONE))));
        assertThat(refused).isInstanceOf(Adoption.Refused.class);
        assertThat(((Adoption.Refused) refused).problems())
                .containsExactly(
                        "Requirement 1: 17 are needed, and Mathematics, grades 9 to 10 has 16. Ask for 1 to 16.");
    }

    @Test
    void a_plan_handed_in_twice_is_adopted_once_and_holds_from_its_day_on() {
        GraduationPlan plan = plan(mathematics(9, 10, 4, Demand.NONE));
        as(leader(), () -> plans.adopt(leader(), plan));
        as(leader(), () -> plans.adopt(leader(), plan));
        PlanBook book = as(leader(), plans::book);
        assertThat(book.plans()).filteredOn(p -> p.id().equals(plan.id())).containsExactly(plan);
        assertThat(book.inForce(LATER)).contains(plan);
        assertThat(book.inForce(LATER.minusDays(1))).isPresent().get().isNotEqualTo(plan);
    }

    @Test
    void nobody_but_a_leader_or_administrator_adopts_and_nobody_edits() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        assertThatThrownBy(() -> as(gwen, () -> plans.adopt(gwen, plan(mathematics(9, 10, 4, Demand.NONE)))))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> as(
                        leader(),
                        () -> database.sql("update credential.graduation_plan set title = 'x'")
                                .update()))
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> as(
                        leader(),
                        () -> database.sql("delete from credential.graduation_requirement")
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void one_student_alone_or_among_others_is_equally_far() {
        GraduationPlan plan = as(leader(), () -> plans.inForce().orElseThrow());
        List<StudentId> both = List.of(student("leo.martinez"), student("priya.raman"));
        Map<StudentId, GraduationProgress> together = as(leader(), () -> graduation.of(both, plan));
        for (StudentId each : both) {
            assertThat(as(leader(), () -> graduation.of(each))).contains(together.get(each));
        }
    }
}
