package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpClient;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Demonstration;
import org.ownpath.assessment.Demonstrations;
import org.ownpath.assessment.OutsideAssessors;
import org.ownpath.roster.Consents;
import org.ownpath.roster.FamilyAccess;
import org.ownpath.roster.Purpose;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a student's name and work may be used for is said by the family, and holds. */
class ConsentsTest extends SchoolTest {

    private static final Set<Purpose> ALL = EnumSet.allOf(Purpose.class);

    @Autowired
    Consents consents;

    @Autowired
    FamilyAccess families;

    @Autowired
    Demonstrations demonstrations;

    @Autowired
    OutsideAssessors outside;

    @LocalServerPort
    int port;

    private Viewer philippa() {
        return viewer(OneOfEverything.PHILIPPA);
    }

    private Viewer nneka() {
        return viewer("nneka.okafor@northside.example");
    }

    private StudentId maya() {
        return StudentId.of(viewer(OneOfEverything.MAYA).person());
    }

    private void says(Viewer viewer, Set<Purpose> allowed) {
        as(viewer, () -> {
            consents.choose(viewer, maya(), allowed);
            return true;
        });
    }

    private boolean named() {
        Visitor office = new Visitor(port, HttpClient.Redirect.NORMAL);
        office.signIn(OneOfEverything.PHILIPPA, "northside");
        String list = office.open("/people/directory.csv").body();
        assertThat(list).contains("Martinez");
        return list.contains("Okafor,Maya");
    }

    @AfterEach
    void everything_is_as_before() {
        Viewer philippa = philippa();
        as(philippa, () -> {
            consents.demandYes(philippa, Set.of());
            consents.choose(philippa, maya(), ALL);
            return families.decideFrom(philippa, OptionalInt.empty());
        });
    }

    @Test
    void a_family_that_says_no_is_left_out_of_the_list_of_students_and_named_again_after_a_yes() {
        assertThat(named()).isTrue();
        says(nneka(), Set.of(Purpose.OUTSIDE_ASSESSOR));
        assertThat(named()).isFalse();
        says(nneka(), ALL);
        assertThat(named()).isTrue();
    }

    @Test
    void work_is_shown_to_nobody_outside_after_a_no() {
        Viewer philippa = philippa();
        Demonstration shown =
                as(philippa, () -> demonstrations.ofStudent(philippa, maya())).get(0);
        assertThat(as(philippa, () -> outside.offered(shown))).isTrue();
        says(nneka(), Set.of(Purpose.DIRECTORY));
        assertThat(as(philippa, () -> outside.offered(shown))).isFalse();
        assertThatThrownBy(() -> as(philippa, () -> outside.invite(philippa, shown, "Rosa Lind, engineer")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void where_the_district_needs_a_yes_silence_is_a_no() {
        Viewer philippa = philippa();
        StudentId leo = StudentId.of(viewer("leo.martinez@northside.example").person());
        assertThat(as(philippa, () -> consents.allows(leo, Purpose.DIRECTORY))).isTrue();
        as(philippa, () -> {
            consents.demandYes(philippa, Set.of(Purpose.DIRECTORY));
            return true;
        });
        assertThat(as(philippa, () -> consents.allows(leo, Purpose.DIRECTORY))).isFalse();
        says(nneka(), ALL);
        assertThat(as(philippa, () -> consents.allows(maya(), Purpose.DIRECTORY)))
                .isTrue();
    }

    @Test
    void a_child_does_not_decide_and_a_student_of_age_does_in_place_of_the_family() {
        Viewer maya = viewer(OneOfEverything.MAYA);
        for (Viewer other : List.of(maya, viewer(OneOfEverything.GWEN))) {
            assertThat(as(other, () -> consents.choose(other, maya(), Set.of())))
                    .hasValueSatisfying(why -> assertThat(why).contains("until a student is of age"));
        }
        Viewer philippa = philippa();
        as(philippa, () -> families.decideFrom(philippa, OptionalInt.of(18)));
        grown(10);
        try {
            assertThat(as(nneka(), () -> consents.mayDecide(nneka(), maya()))).isFalse();
            assertThat(as(maya, () -> consents.choose(maya, maya(), Set.of()))).isEmpty();
            assertThat(named()).isFalse();
        } finally {
            grown(-10);
        }
    }

    private void grown(int years) {
        asOwner("update roster.person set birth_date = birth_date - make_interval(years => " + years + ") where id = '"
                + maya() + "'");
    }
}
