package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What each kind of person sees, in a real browser, wide and narrow, with nothing that axe objects to. */
class BrowserTest extends BrowserBase {

    @Test
    void a_student_sees_the_path_and_why() {
        Page page = signIn("maya.okafor@northside.example", 390);
        assertThat(page.title()).contains("My path");
        assertThat(page.textContent("main")).contains("Mathematics: 6th and 7th grade");
        hasNothingToObjectTo(page);
        page.click("ol.timeline li a");
        assertThat(page.textContent("section.explain")).contains("The rule:");
        hasNothingToObjectTo(page);
    }

    @Test
    void a_leader_sees_what_one_birthday_hides() {
        Page page = signIn(leader(), 1280);
        page.navigate("/outcomes/spread");
        assertThat(page.textContent("main")).contains("different levels");
        hasNothingToObjectTo(page);
        page.navigate("/choices");
        assertThat(page.textContent("main")).contains("Progress upon mastery");
        hasNothingToObjectTo(page);
    }

    private static String leader() {
        return org.ownpath.northside.Northside.demoAccounts().stream()
                .filter(account ->
                        account.role().toLowerCase(java.util.Locale.ROOT).contains("leader"))
                .findFirst()
                .orElseThrow()
                .signIn();
    }

    @Test
    void an_administrator_finds_people_programs_and_the_framework() {
        Page page = signIn("philippa.crane@northside.example", 1280);
        for (String path : List.of("/people", "/programs", "/account", "/framework", "/students", "/groups")) {
            page.navigate(path);
            hasNothingToObjectTo(page);
        }
    }

    @Test
    void a_wrong_password_is_refused_in_words() {
        Page page = signIn("nobody@northside.example", 1280);
        assertThat(page.textContent("main")).contains("do not go together");
        hasNothingToObjectTo(page);
    }

    @Test
    void the_path_works_without_scripts() {
        Page page = signInWithoutScripts("maya.okafor@northside.example");
        assertThat(page.textContent("main")).contains("Ready for now");
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
    }

    @Test
    void what_is_wrong_on_a_page_is_found_on_a_desk_and_on_a_telephone() {
        Page page = open(new Browser.NewContextOptions().setViewportSize(1280, 900));
        page.navigate("/sign-in");
        hasNothingToObjectTo(page);
        page.evaluate("document.querySelector('main').append(document.createElement('img'))");
        assertThatThrownBy(() -> hasNothingToObjectTo(page)).hasMessageContainingAll("1280 wide", "image-alt");
        page.evaluate("document.querySelector('main > img').alt = 'A picture'");
        hasNothingToObjectTo(page);
        page.evaluate("document.querySelector('main > img').style.cssText = 'width: 600px; max-width: none'");
        assertThatThrownBy(() -> hasNothingToObjectTo(page)).hasMessageContaining("a window 390 wide");
    }
}
