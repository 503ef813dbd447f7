package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Graduation and records in a real browser, wide and narrow, with nothing that axe objects to. */
class CredentialBrowserTest extends BrowserBase {

    @Test
    void a_student_reads_what_is_missing_for_graduation() {
        Page page = signIn("leo.martinez@northside.example", 390);
        page.click("text=Records and graduation");
        hasNothingToObjectTo(page);
        page.click("text=Toward graduation");
        assertThat(page.textContent("main")).contains("of 9 parts complete", "Habits, looked at apart");
        hasNothingToObjectTo(page);
    }

    @Test
    void a_student_shares_a_transcript_and_a_stranger_reads_it() {
        Page page = signIn("leo.martinez@northside.example", 390);
        page.navigate("/records");
        page.fill("[name=recipient]", "Lakeside College");
        page.uncheck("[name=subjects][value=Writing]");
        page.click("text=Make the link");
        hasNothingToObjectTo(page);
        String address = page.textContent("#share code");
        Page stranger = open(new Browser.NewContextOptions().setViewportSize(390, 900));
        stranger.navigate(address);
        assertThat(stranger.textContent("main"))
                .contains("Leo Martinez", "Reading")
                .doesNotContain("Writing,");
        hasNothingToObjectTo(stranger);
        stranger.click("summary >> nth=0");
        hasNothingToObjectTo(stranger);
    }

    @Test
    void a_family_reads_transcripts_and_the_report_at_both_grains() {
        Page page = signIn("nneka.okafor@northside.example", 390);
        page.click("text=Progress report");
        assertThat(page.textContent("main")).contains("has mastered");
        hasNothingToObjectTo(page);
        page.navigate(page.url() + "?grain=competency&days=365");
        hasNothingToObjectTo(page);
        page.click("nav.breadcrumbs >> text=Records");
        assertThat(page.content()).doesNotContain("Make the link");
        page.click("text=Mastery transcript");
        hasNothingToObjectTo(page);
        page.goBack();
        page.click("text=Transcript of courses");
        hasNothingToObjectTo(page);
    }

    @Test
    void a_leader_sees_what_a_plan_would_change_before_adopting_it() {
        Page page = signIn("constance.mbekihall@northside.example", 1280);
        page.navigate("/graduation");
        assertThat(page.textContent("main")).contains("In force: Ready for what comes after", "Closest to graduating");
        hasNothingToObjectTo(page);
        page.click("text=Write a new plan");
        page.fill("#needed-0", "99");
        page.click("button[name=preview]");
        assertThat(page.textContent("main")).contains("Requirement 1: 99 are needed");
        assertThat(page.inputValue("#needed-0")).isEqualTo("99");
        page.fill("#needed-0", "2");
        page.click("button[name=preview]");
        assertThat(page.textContent("#effect")).contains("What it would change");
        hasNothingToObjectTo(page);
        page.fill("[name=from]", "2998-01-01");
        page.fill("[name=reason]", "To try it");
        page.click("button[name=adopt]");
        assertThat(page.textContent("main")).contains("not in force yet");
    }

    @Test
    void a_student_shows_a_badge_and_a_stranger_checks_it() {
        Page page = signIn("noah.whitfield@northside.example", 390);
        page.navigate("/records");
        page.click("main >> text=Badges");
        hasNothingToObjectTo(page);
        page.click("main >> text=Helps others learn");
        assertThat(page.textContent("main")).contains("Noah ran the writing table", "Whoever has this address");
        hasNothingToObjectTo(page);
        Page stranger = open(new Browser.NewContextOptions().setViewportSize(390, 900));
        String origin = page.url().replaceFirst("(https?://[^/]*).*", "$1");
        stranger.navigate(origin + URI.create(page.textContent(".address")).getPath());
        assertThat(stranger.textContent("main")).contains("This badge is real", "Noah Whitfield");
        hasNothingToObjectTo(stranger);
        String credential =
                page.request().get(stranger.url() + "/credential.json").text();
        stranger.click("main >> text=the page that checks badges");
        hasNothingToObjectTo(stranger);
        stranger.fill("[name=text]", credential.replace("Noah Whitfield", "Somebody Else"));
        stranger.click("text=Check it");
        assertThat(stranger.textContent("main")).contains("Do not rely on this badge");
        hasNothingToObjectTo(stranger);
    }

    @Test
    void the_office_writes_a_badge_and_finds_its_keys_and_endorsements() {
        Page page = signIn("philippa.crane@northside.example", 1280);
        page.navigate("/school");
        page.click("main >> text=Badges");
        hasNothingToObjectTo(page);
        page.click("text=Make the badge");
        page.fill("[name=title]", "Knows the garden");
        page.fill("[name=description]", "Has grown something from seed to table.");
        page.fill("[name=needed]", "999");
        page.click("text=Make the badge");
        assertThat(page.textContent("main")).contains("Ask for 1 to");
        hasNothingToObjectTo(page);
        page.check("[name=earning][value=teacher]");
        page.fill("[name=criteria]", "A teacher ate it.");
        page.click("text=Make the badge");
        page.click("text=Knows the garden");
        hasNothingToObjectTo(page);
        for (String address : List.of("/endorsements", "/signing-keys", "/assess/elsewhere", "/issuers/northside")) {
            page.navigate(address);
            hasNothingToObjectTo(page);
        }
    }
}
