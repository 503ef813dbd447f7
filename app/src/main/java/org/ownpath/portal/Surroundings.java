package org.ownpath.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.messages.Notices;
import org.ownpath.shared.DistrictId;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/** Gives every page its frame. */
@ControllerAdvice
class Surroundings {

    private final Assets assets;
    private final Accounts accounts;
    private final Clock clock;
    private final Notices notices;
    private final Map<DistrictId, String> schoolNames = new ConcurrentHashMap<>();

    Surroundings(Assets assets, Accounts accounts, Clock clock, Notices notices) {
        this.assets = assets;
        this.accounts = accounts;
        this.clock = clock;
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
                        viewer == null ? () -> 0 : () -> notices.unread(viewer),
                        csrf == null ? "_csrf" : csrf.getParameterName(),
                        csrf == null ? "" : csrf.getToken(),
                        notice == null ? null : notice.toString(),
                        earlier(request),
                        assets::address));
    }

    private Optional<Earlier> earlier(HttpServletRequest request) {
        if (!AsOfArgument.understoodBy(request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE))) {
            return Optional.empty();
        }
        Optional<LocalDate> day = AsOfArgument.of(request.getParameter(AsOfArgument.PARAMETER), clock)
                .earlier()
                .map(SchoolTime::day);
        UriComponentsBuilder back = UriComponentsBuilder.fromPath(request.getRequestURI());
        List<Earlier.Kept> kept = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (!name.equals(AsOfArgument.PARAMETER)) {
                back.queryParam(name, (Object[]) values);
                Stream.of(values).forEach(value -> kept.add(new Earlier.Kept(name, value)));
            }
        });
        LocalDate yesterday = LocalDate.now(clock).minusDays(1);
        return Optional.of(new Earlier(day, yesterday, back.encode().toUriString(), kept));
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
