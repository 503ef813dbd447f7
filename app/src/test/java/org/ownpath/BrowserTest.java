package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of person sees, in a real browser, wide and narrow, with nothing that axe objects to. */
class BrowserTest extends BrowserBase {

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_student_sees_the_path_and_why(int width) {
        Page page = signIn("maya.okafor@northside.example", width);
        assertThat(page.title()).contains("My path");
        assertThat(page.textContent("main")).contains("Mathematics: 6th and 7th grade");
        hasNothingToObjectTo(page);
        page.click("ol.timeline li a");
        assertThat(page.textContent("section.explain")).contains("The rule:");
        hasNothingToObjectTo(page);
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void a_leader_sees_what_one_birthday_hides(int width) {
        Page page = signIn(leader(), width);
        page.navigate("/outcomes/spread");
        assertThat(page.textContent("main")).contains("different levels");
        hasNothingToObjectTo(page);
        page.navigate("/choices");
        assertThat(page.textContent("main")).contains("Progress upon mastery");
        hasNothingToObjectTo(page);
        page.context().close();
    }

    private static String leader() {
        return org.ownpath.northside.Northside.demoAccounts().stream()
                .filter(account ->
                        account.role().toLowerCase(java.util.Locale.ROOT).contains("leader"))
                .findFirst()
                .orElseThrow()
                .signIn();
    }

    @ParameterizedTest
    @ValueSource(ints = {1280, 390})
    void an_administrator_finds_people_programs_and_the_framework(int width) {
        Page page = signIn("philippa.crane@northside.example", width);
        for (String path : List.of("/people", "/programs", "/account", "/framework", "/students", "/groups")) {
            page.navigate(path);
            hasNothingToObjectTo(page);
        }
        page.context().close();
    }

    @Test
    void a_wrong_password_is_refused_in_words() {
        Page page = signIn("nobody@northside.example", 1280);
        assertThat(page.textContent("main")).contains("do not go together");
        hasNothingToObjectTo(page);
        page.context().close();
    }

    @Test
    void the_path_works_without_scripts() {
        Page page = signInWithoutScripts("maya.okafor@northside.example");
        assertThat(page.textContent("main")).contains("Ready for now");
        page.context().close();
    }

    @Test
    void a_family_sees_its_own_child_and_no_other() {
        String family = org.ownpath.northside.Northside.demoAccounts().stream()
                .filter(account -> account.role()
                                .toLowerCase(java.util.Locale.ROOT)
                                .contains("famil")
                        || account.role().toLowerCase(java.util.Locale.ROOT).contains("guardian"))
                .findFirst()
                .orElseThrow()
                .signIn();
        Page page = signIn(family, 1280);
        assertThat(page.textContent("main")).contains("Maya");
        hasNothingToObjectTo(page);
        String other = viewer("leo.martinez@northside.example").person().toString();
        var answer = page.navigate("/students/" + other);
        assertThat(answer.status()).isEqualTo(403);
        page.context().close();
    }
}
