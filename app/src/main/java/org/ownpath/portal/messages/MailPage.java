package org.ownpath.portal.messages;

import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Viewer;
import org.ownpath.messages.Mails;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The e-mails that were written, for administrators: what they say and what became of them. */
@Controller
class MailPage {

    private final Mails mails;

    MailPage(Mails mails) {
        this.mails = mails;
    }

    @Allows(Permission.READ_E_MAILS)
    @GetMapping("/mail")
    String mail(@AuthenticationPrincipal Viewer viewer, Model model) {
        model.addAttribute("mails", mails.latest(viewer));
        model.addAttribute("sent", mails.sent());
        return "portal/messages/mail";
    }
}
