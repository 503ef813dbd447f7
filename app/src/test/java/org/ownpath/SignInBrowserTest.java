package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;

/** The doors of sign-in in a real browser. */
class SignInBrowserTest extends BrowserBase {

    /** A device with a key of its own that always finds the right finger. */
    private static void giveDevice(Page page) {
        CDPSession devices = page.context().newCDPSession(page);
        devices.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "internal");
        options.addProperty("hasResidentKey", true);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject device = new JsonObject();
        device.add("options", options);
        devices.send("WebAuthn.addVirtualAuthenticator", device);
    }

    @Test
    void a_passkey_made_on_the_account_page_signs_in_without_a_password_until_it_is_forgotten() {
        Page page = signIn(
                "irene.castellan@southfield.example",
                "southfield",
                new Browser.NewContextOptions().setViewportSize(390, 844));
        page.waitForURL("**/imports");
        giveDevice(page);
        page.navigate("/account");
        hasNothingToObjectTo(page);
        page.navigate("/account/passkeys");
        hasNothingToObjectTo(page);
        page.fill("[name=label]", "My phone");
        page.click("text=Make a passkey");
        page.waitForSelector("text=From now on this device signs you in");

        signOut(page);
        hasNothingToObjectTo(page);
        page.click("text=Sign in with a passkey");
        page.waitForURL("**/imports");

        page.navigate("/account/passkeys");
        page.click("text=Forget");
        page.waitForSelector("text=You have none yet");
        signOut(page);
        page.click("text=Sign in with a passkey");
        page.waitForSelector("text=This passkey is not known here");
        assertThat(page.url()).endsWith("/sign-in?passkey");
    }

    private static void signOut(Page page) {
        page.click(".account summary");
        page.click("text=Sign out >> visible=true");
        page.waitForSelector("text=You are signed out");
    }
}
