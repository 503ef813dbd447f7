package org.ownpath.exchange.lti.platforms;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.assessment.Task;
import org.ownpath.assessment.Tasks;
import org.ownpath.exchange.lti.Lti;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TaskId;
import org.springframework.stereotype.Component;

/** Where somebody lands whom a system sends: on the first page, or on what its link names. */
@Component
class Landing {

    private static final String FIRST_PAGE = "/";

    private final ReturnRows returns;
    private final Frameworks frameworks;
    private final Tasks tasks;
    private final LtiAddress address;
    private final Clock clock;

    Landing(ReturnRows returns, Frameworks frameworks, Tasks tasks, LtiAddress address, Clock clock) {
        this.returns = returns;
        this.frameworks = frameworks;
        this.tasks = tasks;
        this.address = address;
        this.clock = clock;
    }

    /** The page; where the system wants to be told how a student does it, that is noted. */
    String of(Platform platform, Viewer viewer, JWTClaimsSet claims) {
        Linked linked = linked(MessageCheck.text(claims, Lti.CLAIM + "target_link_uri"));
        boolean student = viewer.is(Role.STUDENT);
        Optional<String> page = linked.fold(new Linked.Cases<>(
                Optional::empty,
                competency -> student ? shown(competency) : read(competency),
                task -> student ? done(task) : read(task)));
        if (student && page.isPresent()) {
            lineItem(claims, platform)
                    .ifPresent(lineItem -> returns.want(
                            new ReturnRows.Wanted(
                                    platform.id(),
                                    lineItem,
                                    StudentId.of(viewer.person()),
                                    Objects.requireNonNull(claims.getSubject()),
                                    linked),
                            clock.instant()));
        }
        return page.orElse(FIRST_PAGE);
    }

    private Linked linked(String target) {
        String issuer = address.issuer();
        return Optional.of(target)
                .filter(at -> at.startsWith(issuer))
                .flatMap(at -> Linked.at(at.substring(issuer.length())))
                .orElseGet(Linked.FirstPage::new);
    }

    private Optional<String> shown(CompetencyId id) {
        return frameworks.curriculum().competency(id).map(found -> "/show/" + found.id());
    }

    private Optional<String> read(CompetencyId id) {
        return frameworks.curriculum().competency(id).map(found -> "/framework/competencies/" + found.id());
    }

    /** On the page on which the first of its competencies is shown, where it is chosen. */
    private Optional<String> done(TaskId id) {
        return tasks.offered(id).flatMap(task -> first(task)).map(first -> "/show/" + first + "?task=" + id);
    }

    private Optional<CompetencyId> first(Task task) {
        return task.content().rubric().competencies().stream()
                .filter(id -> frameworks.curriculum().competency(id).isPresent())
                .findFirst();
    }

    private Optional<String> read(TaskId id) {
        return tasks.offered(id).map(task -> "/tasks/" + task.id());
    }

    /** Where the result is wanted: at the system itself and nowhere else. */
    private Optional<String> lineItem(JWTClaimsSet claims, Platform platform) {
        Map<?, ?> service = claims.getClaim(Lti.SCORES) instanceof Map<?, ?> map ? map : Map.of();
        Collection<?> scopes = service.get("scope") instanceof Collection<?> all ? all : java.util.List.of();
        return service.get("lineitem") instanceof String lineItem
                        && scopes.contains(Lti.SCOPE_SCORES)
                        && address.refusal("The line item", lineItem).isEmpty()
                        && platform.endedAt().isEmpty()
                ? Optional.of(lineItem)
                : Optional.empty();
    }
}
