package org.ownpath.portal.integrations;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.oneroster.rest.StudentSystem;
import org.ownpath.exchange.oneroster.rest.StudentSystems;
import org.ownpath.exchange.oneroster.rest.SystemRun;
import org.ownpath.exchange.webhooks.Delivery;
import org.ownpath.exchange.webhooks.Webhook;
import org.ownpath.exchange.webhooks.Webhooks;
import org.springframework.stereotype.Component;

/** Everything that is connected, those first that somebody has to look at. */
@Component
class ConnectedThings {

    private final StudentSystems systems;
    private final Webhooks webhooks;

    ConnectedThings(StudentSystems systems, Webhooks webhooks) {
        this.systems = systems;
        this.webhooks = webhooks;
    }

    List<Connected> all(Viewer viewer) {
        List<Connected> all = new ArrayList<>();
        systems.systems(viewer).forEach(system -> all.add(system(viewer, system)));
        webhooks.all(viewer).forEach(webhook -> all.add(webhook(viewer, webhook)));
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

    private Connected webhook(Viewer viewer, Webhook webhook) {
        Optional<Delivery> last =
                webhooks.deliveries(viewer, webhook.id()).stream().findFirst();
        String state = webhook.stoppedAt().isPresent()
                ? "Stopped: " + webhook.stoppedWhy()
                : last.map(delivery -> delivery.event().words() + ": " + delivery.words())
                        .orElse("Nothing to tell yet");
        return new Connected(
                webhook.address(),
                "Is told what happens here",
                "/integrations/webhooks/" + webhook.id(),
                last.map(Delivery::happenedAt),
                state.endsWith(".") ? state.substring(0, state.length() - 1) : state,
                webhook.stoppedAt().isPresent() || webhook.failingSince().isPresent());
    }
}
