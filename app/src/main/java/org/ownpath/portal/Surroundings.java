package org.ownpath.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.messages.Notices;
import org.ownpath.shared.DistrictId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** Gives every page its frame. */
@ControllerAdvice
class Surroundings {

    private final Assets assets;
    private final Accounts accounts;
    private final Notices notices;
    private final Map<DistrictId, String> schoolNames = new ConcurrentHashMap<>();

    Surroundings(Assets assets, Accounts accounts, Notices notices) {
        this.assets = assets;
        this.accounts = accounts;
        this.notices = notices;
    }

    @ModelAttribute
    void frame(@AuthenticationPrincipal @Nullable Object principal, HttpServletRequest request, Model model) {
        Viewer viewer = principal instanceof Viewer known ? known : null;
        CsrfToken csrf = (CsrfToken) request.getAttribute(CsrfToken.class.getName());
        Object notice = model.asMap().get("notice");
        model.addAttribute(
                "frame",
                new Frame(
                        viewer != null,
                        viewer == null ? "" : viewer.displayName(),
                        viewer == null ? "" : roles(viewer),
                        viewer == null ? "" : schoolName(viewer),
                        viewer == null ? List.of() : Navigation.of(viewer, request.getRequestURI()),
                        viewer == null ? 0 : notices.unread(viewer),
                        csrf == null ? "_csrf" : csrf.getParameterName(),
                        csrf == null ? "" : csrf.getToken(),
                        notice == null ? null : notice.toString(),
                        assets::address));
    }

    private String schoolName(Viewer viewer) {
        return schoolNames.computeIfAbsent(viewer.district(), district -> accounts.districtName());
    }

    private static String roles(Viewer viewer) {
        return viewer.roles().stream()
                .sorted(Comparator.naturalOrder())
                .map(Role::words)
                .collect(Collectors.joining(", "));
    }
}
