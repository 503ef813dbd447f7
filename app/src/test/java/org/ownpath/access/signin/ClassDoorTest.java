package org.ownpath.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.GradeLevel;
import org.ownpath.shared.GroupId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Young children at the door of their class. */
class ClassDoorTest extends SchoolTest {

    private static final String CONSTANCE = "constance.mbekihall@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    ClassCards cards;

    @Autowired
    SignInRules rules;

    @Autowired
    Roster roster;

    @Autowired
    JdbcClient database;

    private Viewer constance;
    private GroupId group;
    private List<Person> young;

    /** A group with young children. */
    @BeforeEach
    void cards_for_a_class() {
        constance = viewer(CONSTANCE);
        as(constance, () -> {
            group = roster.groupsFor(constance).stream()
                    .map(g -> g.id())
                    .filter(g -> roster.studentsOf(g).stream().anyMatch(ClassDoorTest::isYoung))
                    .findFirst()
                    .orElseThrow();
            young = roster.studentsOf(group).stream()
                    .filter(ClassDoorTest::isYoung)
                    .toList();
            return cards.make(constance, group, newcomers());
        });
    }

    @AfterEach
    void no_cards_are_left() {
        as(constance, () -> {
            cards.end(constance, group, newcomers());
            return database.sql("delete from access.sign_in_failure").update();
        });
    }

    private static boolean isYoung(Person student) {
        OptionalInt grade = student.gradeLabel().map(GradeLevel::read).orElse(OptionalInt.empty());
        return grade.isPresent() && grade.getAsInt() <= 2;
    }

    private List<Newcomer> newcomers() {
        return young.stream()
                .map(p -> new Newcomer(p.id(), p.fullName(), p.email(), p.roles()))
                .toList();
    }

    private ClassCards.Card card() {
        return as(constance, () -> cards.of(constance, group)).get(0);
    }

    private Visitor visitor() {
        return new Visitor(port, HttpClient.Redirect.NORMAL);
    }

    private HttpResponse<String> tap(Visitor child, ClassCards.Card card, List<Picture> taps) {
        String door = "/sign-in/class/" + card.code();
        List<String> before = new ArrayList<>();
        HttpResponse<String> answer = null;
        for (Picture picture : taps) {
            answer = child.fill(
                    door + "?mine=" + card.badge().words().replace(" ", "%20"),
                    door,
                    Map.of(
                            "mine",
                            card.badge().words(),
                            "before",
                            String.join(",", before),
                            "picture",
                            picture.word()));
            before.add(picture.word());
        }
        return answer;
    }

    private List<Picture> others(ClassCards.Card card) {
        List<Picture> reversed = new ArrayList<>(card.taps());
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void a_child_who_taps_what_is_on_the_card_is_on_their_own_path() {
        Visitor child = visitor();
        HttpResponse<String> in = tap(child, card(), card().taps());
        assertThat(in.uri().getPath()).isEqualTo("/path");
        Person person = young.stream()
                .filter(p -> p.student().equals(card().student()))
                .findFirst()
                .orElseThrow();
        assertThat(in.body()).contains(person.fullName());
    }

    @Test
    void every_child_of_a_class_has_a_picture_of_their_own_and_the_door_tells_no_names() {
        assertThat(as(constance, () -> cards.of(constance, group)))
                .hasSameSizeAs(young)
                .extracting(ClassCards.Card::badge)
                .doesNotHaveDuplicates();
        String door = visitor().open("/sign-in/class/" + card().code()).body();
        assertThat(door).contains("Which picture is yours?");
        assertThat(young).noneMatch(child -> door.contains(child.familyName()));
    }

    @Test
    void the_right_pictures_in_another_order_open_nothing_and_five_tries_close_the_door() {
        ClassCards.Card card = card();
        for (int i = 0; i < 5; i++) {
            assertThat(tap(visitor(), card, others(card)).body()).contains("not the pictures on your card");
        }
        assertThat(tap(visitor(), card, card.taps()).body()).contains("Take a break");
    }

    @Test
    void a_card_opens_nothing_of_the_account() {
        Visitor child = visitor();
        tap(child, card(), card().taps());
        assertThat(child.open("/account").statusCode()).isEqualTo(403);
        assertThat(child.open("/account/passkeys").statusCode()).isEqualTo(403);
        assertThat(child.fill("/path", "/account/password", Map.of("old", "northside", "chosen", "my own new words"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(child.fill("/path", "/students/" + card().student() + "/links", Map.of("recipient", "Somebody"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void new_pictures_make_the_old_card_useless() {
        ClassCards.Card before = card();
        as(constance, () -> {
            cards.renew(
                    constance,
                    newcomers().stream()
                            .filter(c -> c.person().equals(before.student().person()))
                            .findFirst()
                            .orElseThrow());
            return null;
        });
        org.junit.jupiter.api.Assumptions.assumeFalse(card().taps().equals(before.taps()));
        assertThat(tap(visitor(), before, before.taps()).body()).contains("not the pictures on your card");
        assertThat(tap(visitor(), card(), card().taps()).uri().getPath()).isEqualTo("/path");
    }

    @Test
    void the_district_says_up_to_which_grade_there_are_cards() {
        Viewer philippa = viewer("philippa.crane@northside.example");
        Visitor leader = visitor();
        leader.signIn(CONSTANCE, "northside");
        String page = "/groups/" + group + "/cards";
        assertThat(leader.open(page).body()).contains("Print all");
        as(philippa, () -> {
            rules.adopt(philippa, new SignInRules.Rules(Set.of(), OptionalInt.empty()));
            return null;
        });
        assertThat(leader.open(page).body()).contains("Your district gives no cards");
        as(philippa, () -> {
            rules.adopt(philippa, SignInRules.Rules.USUAL);
            return null;
        });
    }

    @Test
    void a_teacher_of_other_children_sees_no_cards() {
        Viewer stranger = as(
                        constance, () -> roster.search("", java.util.Optional.of(org.ownpath.access.Role.TEACHER), 100))
                .stream()
                .filter(teacher -> as(constance, () -> roster.studentsTaughtBy(teacher.id())).stream()
                        .noneMatch(young::contains))
                .findFirst()
                .map(teacher -> viewer(teacher.email().orElseThrow()))
                .orElseThrow();
        assertThat(as(stranger, () -> cards.of(stranger, group))).isEmpty();
        Visitor teacher = visitor();
        teacher.signIn(
                as(constance, () -> roster.person(stranger.person()))
                        .orElseThrow()
                        .email()
                        .orElseThrow(),
                "northside");
        assertThat(teacher.fill("/account", "/groups/" + group + "/cards", Map.of())
                        .statusCode())
                .isEqualTo(403);
    }
}
