package org.ownpath.exchange.oneroster.rest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.exchange.Errand;
import org.ownpath.exchange.OutsideCalls;
import org.ownpath.roster.RosterSources.SourcedClass;
import org.ownpath.shared.Sha256;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends the systems that want them the results of their classes: what is new, what has changed since it arrived, and what
 * did not arrive. Sent twice, the same stays the same, for each has an id that follows from what it is about.
 */
@Component
class ResultsSending implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(ResultsSending.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BETWEEN = Duration.ofMinutes(15);
    private static final int MOST_FAILURES = 20;

    private final SystemRows systems;
    private final SentRows sent;
    private final Gradebook gradebook;
    private final SystemRuns secrets;
    private final OutsideCalls calls;
    private final Clock clock;
    private final Errand errand;

    ResultsSending(
            SystemRows systems,
            SentRows sent,
            Gradebook gradebook,
            SystemRuns secrets,
            OutsideCalls calls,
            Accounts accounts,
            Clock clock) {
        this.systems = systems;
        this.sent = sent;
        this.gradebook = gradebook;
        this.secrets = secrets;
        this.calls = calls;
        this.clock = clock;
        this.errand = new Errand("results", accounts, this::sendWhatIsDue);
    }

    @Override
    public void destroy() {
        errand.close();
    }

    @Scheduled(fixedDelay = 5000, initialDelay = 20_000)
    void look() {
        errand.go();
    }

    /** Sends what is due in the current district. */
    void sendWhatIsDue() {
        for (StudentSystem system : systems.all()) {
            Instant now = clock.instant();
            if (sent.takeDue(system.id(), now, now.plus(BETWEEN))) {
                try {
                    send(system);
                } catch (RuntimeException e) {
                    LOG.warn("Results could not be sent to {}, and are tried again: {}", system.id(), e.toString());
                }
            }
        }
    }

    /** Sends a system what it does not have; gives how many messages went out. */
    int send(StudentSystem system) {
        Map<String, String> arrived = sent.arrived(system.id());
        SystemCalls asking = new SystemCalls(calls, system.address(), secrets.secret(system.id()));
        int messages = 0;
        int failures = 0;
        for (SourcedClass group : gradebook.classes(Optional.of(system.name()))) {
            for (GradebookRow row : gradebook.of(group)) {
                String digest = digest(row);
                if (!digest.equals(arrived.get(row.kind() + "/" + row.sourcedId()))) {
                    Optional<String> why = put(asking, system, row);
                    sent.sent(system.id(), row, digest, why.orElse(""), clock.instant());
                    messages++;
                    failures += why.isPresent() ? 1 : 0;
                    if (failures == MOST_FAILURES) {
                        return messages; // whoever runs it has to mend something first
                    }
                }
            }
        }
        return messages;
    }

    private Optional<String> put(SystemCalls asking, StudentSystem system, GradebookRow row) {
        String where = system.address().root() + "/ims/oneroster/gradebook/v1p2/" + row.kind() + "/" + row.sourcedId();
        Map<String, Object> json = new LinkedHashMap<>(row.json());
        json.put("dateLastModified", clock.instant().toString());
        try {
            return asking.put(where, JSON.writeValueAsString(Map.of(GradebookRow.one(row.kind()), json)));
        } catch (SystemFailed e) {
            return Optional.of(e.why());
        }
    }

    private static String digest(GradebookRow row) {
        return HexFormat.of().formatHex(Sha256.of(JSON.writeValueAsString(row.json())));
    }
}
