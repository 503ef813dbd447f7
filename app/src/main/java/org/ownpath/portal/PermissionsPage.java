package org.ownpath.portal;

import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.ownpath.access.Role;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who may do what: the table by which every request is let in, for people to read. */
@Controller
class PermissionsPage {

    @Allows(Permission.READ_PERMISSIONS)
    @GetMapping("/permissions")
    String permissions(Model model) {
        model.addAttribute("parts", Permission.Part.values());
        model.addAttribute("roles", Role.values());
        return "portal/permissions";
    }
}
