package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.roster.FamilyAccess;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.roster.Substitutes;
import org.ownpath.roster.Teaching;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;

/** Who sees a student for some days only, and who of the family does not. */
class StandingInTest extends SchoolTest {

    @Autowired
    Access access;

    @Autowired
    Roster roster;

    @Autowired
    Substitutes substitutes;

    @Autowired
    FamilyAccess families;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);

    private Viewer gwen() {
        return viewer(OneOfEverything.GWEN);
    }

    private Viewer nneka() {
        return viewer("nneka.okafor@northside.example");
    }

    private Viewer leader() {
        return viewer("constance.mbekihall@northside.example");
    }

    private StudentId maya() {
        return StudentId.of(viewer(OneOfEverything.MAYA).person());
    }

    private boolean sees(Viewer viewer) {
        return as(viewer, () -> !access.visible(viewer, List.of(maya())).isEmpty());
    }

    /** A teacher who has nothing to do with Maya. */
    private Viewer colleague() {
        return as(gwen(), () -> {
            Set<PersonId> hers = roster.teachersOf(maya()).stream()
                    .map(Teaching::teacher)
                    .map(Person::id)
                    .collect(Collectors.toSet());
            return roster.search("", Optional.of(Role.TEACHER), 500).stream()
                    .filter(teacher ->
                            !hers.contains(teacher.id()) && teacher.roles().equals(Set.of(Role.TEACHER)))
                    .flatMap(teacher -> accounts.of(List.of(teacher.id())).values().stream())
                    .flatMap(account -> accounts.viewer(account.signInName()).stream())
                    .findFirst()
                    .orElseThrow();
        });
    }

    private GroupId mayasGroup() {
        return as(
                gwen(),
                () -> roster.teachersOf(maya()).stream()
                        .filter(teaching -> teaching.teacher().id().equals(gwen().person()))
                        .map(teaching -> teaching.group().id())
                        .findFirst()
                        .orElseThrow());
    }

    private Substitutes.Terms terms(Viewer colleague) {
        return new Substitutes.Terms(mayasGroup(), colleague.person(), today, today.plusDays(3), "Away with class 8");
    }

    @Test
    void a_substitute_sees_the_students_until_the_last_day_and_no_longer() {
        Viewer colleague = colleague();
        UUID id = UUID.randomUUID();
        assertThat(sees(colleague)).isFalse();
        assertThat(as(gwen(), () -> substitutes.give(gwen(), id, terms(colleague))))
                .isEmpty();
        assertThat(as(gwen(), () -> substitutes.give(gwen(), id, terms(colleague))))
                .as("sent twice")
                .isEmpty();
        assertThat(sees(colleague)).isTrue();
        assertThat(as(colleague, () -> roster.groupsFor(colleague))).anyMatch(g -> g.id().equals(mayasGroup()));
        asOwner("update roster.substitution set from_day = current_date - 5, until_day = current_date - 2 where id = '"
                + id + "'");
        assertThat(sees(colleague)).isFalse();
    }

    @Test
    void a_group_that_is_taken_back_is_seen_no_more_and_a_substitute_cannot_give_it_on() {
        Viewer colleague = colleague();
        UUID id = UUID.randomUUID();
        as(gwen(), () -> substitutes.give(gwen(), id, terms(colleague)));
        assertThatThrownBy(() -> as(colleague, () -> substitutes.give(colleague, UUID.randomUUID(), terms(gwen()))))
                .isInstanceOf(NotAllowed.class);
        as(gwen(), () -> {
            substitutes.takeBack(gwen(), id);
            return id;
        });
        assertThat(sees(colleague)).isFalse();
    }

    @Test
    void a_guardian_who_may_not_see_a_student_sees_her_from_that_day_on_no_more() {
        UUID id = UUID.randomUUID();
        FamilyAccess.Restriction later =
                new FamilyAccess.Restriction(id, today.plusDays(2), Optional.empty(), "Order of the family court");
        assertThat(as(leader(), () -> families.restrict(leader(), maya(), nneka().person(), later)))
                .isEmpty();
        assertThat(sees(nneka())).isTrue();
        asOwner("update roster.restriction set from_day = current_date - 1 where id = '" + id + "'");
        assertThat(sees(nneka())).isFalse();
        assertThat(as(nneka(), () -> roster.childrenOf(nneka().person())))
                .noneMatch(child -> child.student().equals(maya()));
        as(leader(), () -> {
            families.lift(leader(), maya(), id);
            return id;
        });
        assertThat(sees(nneka())).isTrue();
    }

    @Test
    void the_family_of_a_student_of_age_sees_what_the_student_lets_it() {
        Viewer maya = viewer(OneOfEverything.MAYA);
        assertThat(as(maya, () -> families.consent(maya, true)))
                .as("before she is of age")
                .isPresent();
        asOwner("insert into roster.coming_of_age (id, district_id, years, given_by, given_at) values"
                + " (gen_random_uuid(), '" + maya.district() + "', 13, gen_random_uuid(), now());"
                + " update roster.person set birth_date = birth_date - interval '10 years' where id = '"
                + maya.person() + "'");
        try {
            assertThat(sees(nneka())).isFalse();
            assertThat(as(maya, () -> families.consent(maya, true))).isEmpty();
            assertThat(sees(nneka())).isTrue();
            assertThat(as(maya, () -> families.consent(maya, false))).isEmpty();
            assertThat(sees(nneka())).isFalse();
        } finally {
            asOwner("update roster.person set birth_date = birth_date + interval '10 years' where id = '"
                    + maya.person() + "'");
            as(leader(), () -> families.decideFrom(leader(), OptionalInt.empty()));
        }
        assertThat(sees(nneka())).isTrue();
    }
}
