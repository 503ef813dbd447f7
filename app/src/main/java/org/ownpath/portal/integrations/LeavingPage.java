package org.ownpath.portal.integrations;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.leaving.WholeSchool;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Gives everything that the school has, as one archive. */
@Controller
class LeavingPage {

    private final WholeSchool school;

    LeavingPage(WholeSchool school) {
        this.school = school;
    }

    @Allows(Permission.TAKE_THE_SCHOOL_ALONG)
    @GetMapping("/integrations/everything.zip")
    void everything(@AuthenticationPrincipal Viewer viewer, HttpServletResponse response) throws IOException {
        school.note(viewer);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("everything.zip")
                        .build()
                        .toString());
        school.write(viewer, response.getOutputStream());
    }
}
