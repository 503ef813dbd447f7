package org.ownpath.portal.integrations;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.ownpath.access.Accounts;
import org.ownpath.access.Allows;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Permission;
import org.ownpath.access.signin.Entrance;
import org.ownpath.exchange.lti.platforms.Arrivals;
import org.ownpath.portal.NotFound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Those whom a learning management system sends. What it posts has no cookie with it, so the last step is a request of their
 * own browser, which brings along what it was given at the first.
 */
@Controller
class ArrivalPages {

    private static final String BROWSER = "ownpath-arrival";
    private static final String DOOR = "/sign-in/lti/";
    private static final int MINUTES = 10;

    private final Arrivals arrivals;
    private final Accounts accounts;
    private final Entrance entrance;

    ArrivalPages(Arrivals arrivals, Accounts accounts, Entrance entrance) {
        this.arrivals = arrivals;
        this.accounts = accounts;
        this.entrance = entrance;
    }

    @Allows(Permission.CONNECT_LEARNING_TOOLS)
    @RequestMapping(
            path = "/lti/{slug}/login",
            method = {RequestMethod.GET, RequestMethod.POST})
    String announced(
            @PathVariable String slug,
            @RequestParam Map<String, String> asked,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Arrivals.Step step = within(slug, () -> arrivals.announced(asked));
        if (step instanceof Arrivals.Step.Asks asks) {
            response.addHeader(
                    HttpHeaders.SET_COOKIE,
                    ResponseCookie.from(BROWSER, asks.browser().text())
                            .path(DOOR + slug)
                            .httpOnly(true)
                            .secure(request.isSecure())
                            .sameSite("Lax")
                            .maxAge(MINUTES * 60L)
                            .build()
                            .toString());
            return "redirect:" + asks.there();
        }
        return refused(((Arrivals.Step.Refused) step).why(), response, model);
    }

    @Allows(Permission.CONNECT_LEARNING_TOOLS)
    @PostMapping("/lti/{slug}/launch")
    String said(
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(name = "id_token", defaultValue = "") String message,
            HttpServletResponse response,
            Model model) {
        Arrivals.Step step = within(slug, () -> arrivals.said(state, message));
        return step instanceof Arrivals.Step.Knows
                ? "redirect:" + DOOR + slug + "/" + state
                : refused(((Arrivals.Step.Refused) step).why(), response, model);
    }

    @Allows(Permission.COME_IN)
    @GetMapping(DOOR + "{slug}/{code}")
    String arrives(
            @PathVariable String slug,
            @PathVariable String code,
            @CookieValue(name = BROWSER, defaultValue = "") String browser,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Arrivals.Step step = within(slug, () -> arrivals.arrives(code, browser));
        if (step instanceof Arrivals.Step.Enters enters) {
            entrance.enter(enters.viewer(), request, response);
            return "redirect:" + enters.landing();
        }
        return refused(((Arrivals.Step.Refused) step).why(), response, model);
    }

    private static String refused(String why, HttpServletResponse response, Model model) {
        return ToolMessages.refused("You cannot come in this way", why, response, model);
    }

    private Arrivals.Step within(String slug, Supplier<Arrivals.Step> step) {
        return Optional.of(slug)
                .flatMap(accounts::district)
                .map(district -> DistrictScope.within(district, step))
                .orElseThrow(() -> new NotFound("No school has this address."));
    }
}
