package org.ownpath.exchange.lti.platforms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;

/** Where somebody lands whom a system sends: on the first page, or on the competency that its link names. */
@Component
class Landing {

    private final ReturnRows returns;
    private final Frameworks frameworks;
    private final LtiAddress address;
    private final Clock clock;

    Landing(ReturnRows returns, Frameworks frameworks, LtiAddress address, Clock clock) {
        this.returns = returns;
        this.frameworks = frameworks;
        this.address = address;
        this.clock = clock;
    }

    /** The page; where the system wants to be told how a student stands, that is noted. */
    String of(Platform platform, Viewer viewer, JWTClaimsSet claims) {
        Optional<CompetencyId> competency = competency(Arrivals.text(claims, Lti.CLAIM + "target_link_uri"));
        if (competency.isEmpty()) {
            return "/";
        }
        if (!viewer.is(Role.STUDENT)) {
            return "/framework/competencies/" + competency.get();
        }
        lineItem(claims, platform)
                .ifPresent(lineItem -> returns.want(
                        new ReturnRows.Wanted(
                                platform.id(),
                                lineItem,
                                StudentId.of(viewer.person()),
                                Objects.requireNonNull(claims.getSubject()),
                                competency.get()),
                        clock.instant()));
        return "/show/" + competency.get();
    }

    private Optional<CompetencyId> competency(String target) {
        String start = address.ofCompetencies();
        if (!target.startsWith(start)) {
            return Optional.empty();
        }
        try {
            return frameworks
                    .curriculum()
                    .competency(CompetencyId.of(target.substring(start.length())))
                    .map(Competency::id);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** Where the result is wanted: at the system itself and nowhere else. */
    private Optional<String> lineItem(JWTClaimsSet claims, Platform platform) {
        Map<?, ?> service = claims.getClaim(Lti.SCORES) instanceof Map<?, ?> map ? map : Map.of();
        Collection<?> scopes = service.get("scope") instanceof Collection<?> all ? all : List.of();
        return service.get("lineitem") instanceof String lineItem
                        && scopes.contains(Lti.SCOPE_SCORES)
                        && address.refusal("The line item", lineItem).isEmpty()
                        && platform.endedAt().isEmpty()
                ? Optional.of(lineItem)
                : Optional.empty();
    }
}
