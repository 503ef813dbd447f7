package org.ownpath.access.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.ownpath.access.SignedIn;
import org.ownpath.access.Viewer;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;

/** The front door by which whoever has proved who they are comes in, whichever way they proved it. */
@Component
public class Entrance implements AuthenticationSuccessHandler {

    /** Where whoever owes a code is sent. */
    static final String CODE = "/sign-in/code";

    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final AuthenticationSuccessHandler onward = new SavedRequestAwareAuthenticationSuccessHandler();
    private final Clock clock;

    Entrance(Clock clock) {
        this.clock = clock;
    }

    /** Whoever has given a password in this session and still owes a code. */
    public Optional<Viewer> awaitingCode() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof AwaitingCode awaiting
                        && awaiting.waitsAt(clock.instant())
                ? Optional.of(awaiting.viewer())
                : Optional.empty();
    }

    /** Lets a viewer in who has proved who they are, under a new session id. */
    public void enter(Viewer viewer, HttpServletRequest request, HttpServletResponse response) {
        enter(new SignedIn(viewer), request, response);
    }

    /** Lets a child in who has a card, for a while without a sign of life, and not into the account. */
    void enterWithCard(Viewer child, Duration patience, HttpServletRequest request, HttpServletResponse response) {
        enter(SignedIn.withCard(child), request, response);
        request.getSession().setMaxInactiveInterval((int) patience.toSeconds());
    }

    private void enter(SignedIn who, HttpServletRequest request, HttpServletResponse response) {
        request.getSession();
        request.changeSessionId();
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(who);
        SecurityContextHolder.setContext(context);
        note(request);
        contexts.saveContext(context, request, response);
    }

    /** After a form of sign-in: on to the page that was asked for, or to the code that is still owed. */
    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication who)
            throws IOException, ServletException {
        if (who instanceof AwaitingCode) {
            response.sendRedirect(CODE);
            return;
        }
        note(request);
        onward.onAuthenticationSuccess(request, response, who);
    }

    private static void note(HttpServletRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        request.getSession().setAttribute(Sessions.DEVICE, Device.words(userAgent == null ? "" : userAgent));
    }
}
