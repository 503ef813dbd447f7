package org.ownpath.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.shared.PersonId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an account is for, and closing it: from the next request on, wherever it is signed in. */
class AccountKeepingTest extends SchoolTest {

    private static final String PHILIPPA = "philippa.crane@northside.example";
    private static final String MAYA = "maya.okafor@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    AccountKeeping keeping;

    @Autowired
    AuditTrail trail;

    @Autowired
    JdbcClient database;

    private Viewer philippa() {
        return viewer(PHILIPPA);
    }

    /** A teacher of Northside whose account no other test needs. */
    private String teacher() {
        return as(philippa(), () -> database.sql("""
                        select sign_in_name from access.account where roles = array['teacher']
                        order by sign_in_name desc limit 1""").query(String.class).single());
    }

    private PersonId person() {
        return as(
                philippa(),
                () -> new PersonId(database.sql("select person_id from access.account where sign_in_name = ?")
                        .param(name)
                        .query(UUID.class)
                        .single()));
    }

    private String name = "";

    private Visitor signedIn() {
        return signedIn(name);
    }

    private Visitor signedIn(String who) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NORMAL);
        assertThat(visitor.signIn(who, "northside").uri().getPath()).isNotEqualTo("/sign-in");
        return visitor;
    }

    @AfterEach
    void as_it_was() {
        if (!name.isEmpty()) {
            as(philippa(), () -> keeping.openAgain(philippa(), person()));
            as(philippa(), () -> keeping.give(philippa(), person(), Set.of(Role.TEACHER)));
        }
    }

    @Test
    void closing_an_account_ends_it_wherever_it_is_signed_in_and_opening_it_lets_it_in_again() {
        name = teacher();
        Visitor theirs = signedIn();
        Visitor office = signedIn(PHILIPPA);
        String page = "/people/" + person() + "/account";
        assertThat(theirs.open("/groups").uri().getPath()).isEqualTo("/groups");

        assertThat(office.fill(page, page + "/closing", Map.of()).body()).contains("it is no more", "Open it again");
        assertThat(theirs.open("/groups").uri().getPath()).isEqualTo("/sign-in");
        assertThat(new Visitor(port, HttpClient.Redirect.NORMAL)
                        .signIn(name, "northside")
                        .uri()
                        .getPath())
                .isEqualTo("/sign-in");

        assertThat(office.fill(page, page + "/opening", Map.of()).body()).contains("Open again", "Close it");
        signedIn();
        assertThat(as(
                        philippa(),
                        () -> database.sql(
                                        "select action from access.audit where ? = any(about) and action like 'account.%' order by id")
                                .param(person().value())
                                .query(String.class)
                                .list()))
                .endsWith("account.closed", "account.opened-again");
    }

    @Test
    void rights_given_and_taken_hold_at_the_next_request_of_a_session_that_was_there() {
        name = teacher();
        Visitor theirs = signedIn();
        Visitor office = signedIn(PHILIPPA);
        String page = "/people/" + person() + "/account";
        assertThat(theirs.open("/audit").statusCode()).isEqualTo(403);

        office.fill(page, page + "/rights", Map.of("given", "LEADER"));
        assertThat(theirs.open("/audit").statusCode()).isEqualTo(200);

        office.fill(page, page + "/rights", Map.of("given", "TEACHER"));
        assertThat(theirs.open("/audit").statusCode()).isEqualTo(403);
    }

    @Test
    void nobody_changes_or_closes_their_own_account_and_a_student_gets_no_rights_of_staff() {
        Viewer philippa = philippa();
        assertThat(as(philippa, () -> keeping.close(philippa, philippa.person())))
                .hasValueSatisfying(why -> assertThat(why).contains("another administrator"));
        assertThat(as(philippa, () -> keeping.give(philippa, philippa.person(), Set.of(Role.TEACHER))))
                .isPresent();
        PersonId maya = viewer(MAYA).person();
        assertThat(as(philippa, () -> keeping.give(philippa, maya, Set.of(Role.LEADER))))
                .hasValueSatisfying(why -> assertThat(why).contains("A student's account"));
        assertThat(as(philippa, () -> keeping.give(philippa, maya, Set.of()))).isEmpty();
        assertThat(viewer(MAYA).roles()).containsExactly(Role.STUDENT);
    }

    @Test
    void whoever_leaves_the_roster_is_closed_and_opened_when_back_but_not_what_an_administrator_closed() {
        name = teacher();
        Viewer philippa = philippa();
        List<PersonId> them = List.of(person(), philippa.person());
        as(philippa, () -> {
            keeping.follow(philippa, them, List.of());
            return true;
        });
        assertThat(accounts.viewer(name)).isEmpty();
        assertThat(accounts.viewer(PHILIPPA)).as("who imports stays").isPresent();
        as(philippa, () -> {
            keeping.follow(philippa, List.of(), them);
            return true;
        });
        assertThat(accounts.viewer(name)).isPresent();

        assertThat(as(philippa, () -> keeping.close(philippa, person()))).isEqualTo(Optional.empty());
        as(philippa, () -> {
            keeping.follow(philippa, List.of(), them);
            return true;
        });
        assertThat(accounts.viewer(name)).isEmpty();
    }
}
