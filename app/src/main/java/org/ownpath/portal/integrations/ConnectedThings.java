package org.ownpath.portal.integrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.oneroster.rest.StudentSystem;
import org.ownpath.exchange.oneroster.rest.StudentSystems;
import org.ownpath.exchange.oneroster.rest.SystemRun;
import org.springframework.stereotype.Component;

/** Everything that is connected, those first that somebody has to look at. */
@Component
class ConnectedThings {

    private final StudentSystems systems;

    ConnectedThings(StudentSystems systems) {
        this.systems = systems;
    }

    List<Connected> all(Viewer viewer) {
        List<Connected> all = new ArrayList<>();
        systems.systems(viewer).forEach(system -> all.add(system(viewer, system)));
        all.sort((one, other) -> Boolean.compare(other.ill(), one.ill()));
        return all;
    }

    private Connected system(Viewer viewer, StudentSystem system) {
        Optional<SystemRun> last = systems.runs(viewer, system.id()).stream().findFirst();
        return new Connected(
                system.name(),
                "Roster by OneRoster",
                "/integrations/systems/" + system.id(),
                last.map(SystemRun::askedAt),
                last.map(run -> run.why().isEmpty() ? run.words() : run.words() + ": " + run.why())
                        .orElse("Not read yet. Try it"),
                last.filter(SystemRun::failed).isPresent());
    }
}
