package org.ownpath.exchange.oneroster.rest;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.OutsideCalls;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The front door to student information systems that are connected by OneRoster 1.2: each is read by hand or on a schedule,
 * everything or what has changed, as a dry run or to be taken in.
 */
@Component
public class StudentSystems {

    static final String PURPOSE = "student system";

    private static final int LONGEST = 500;
    private static final int SHOWN = 30;

    private final SystemRows rows;
    private final SystemRuns runs;
    private final OutsideCalls calls;
    private final Sealing sealing;
    private final Access access;
    private final Clock clock;

    StudentSystems(SystemRows rows, SystemRuns runs, OutsideCalls calls, Sealing sealing, Access access, Clock clock) {
        this.rows = rows;
        this.runs = runs;
        this.calls = calls;
        this.sealing = sealing;
        this.access = access;
        this.clock = clock;
    }

    /** Connects a system. Nothing is read yet. */
    @Transactional
    public Connecting connect(Viewer viewer, StudentSystem.Address wished, String secret) {
        access.require(viewer, Role.ADMINISTRATOR);
        StudentSystem.Address address = tidy(wished);
        Optional<String> problem = problem(address, secret.strip());
        if (problem.isPresent()) {
            return new Connecting.Refused(problem.get());
        }
        StudentSystemId id = StudentSystemId.next();
        byte[] sealed = sealing.seal(secret.strip().getBytes(StandardCharsets.UTF_8), PURPOSE);
        rows.insert(viewer, id, address, sealed, clock.instant());
        access.audit(viewer, "student-system.connected", address.name(), address.root());
        return new Connecting.Connected(id);
    }

    /** The systems that are connected, by name. */
    public List<StudentSystem> systems(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.all();
    }

    /** One of them. */
    public Optional<StudentSystem> system(Viewer viewer, StudentSystemId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.find(id);
    }

    /** Its newest runs, the last one first. */
    public List<SystemRun> runs(Viewer viewer, StudentSystemId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        return rows.runs(id, SHOWN);
    }

    /**
     * Reads it in the background. Where one run waits already, nothing is added.
     *
     * @param everything false: only what has changed since what was taken in last
     * @param apply false: a dry run, which only says what would change
     */
    @Transactional
    public void run(Viewer viewer, StudentSystemId id, boolean everything, boolean apply) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (rows.find(id).isEmpty()
                || rows.runs(id, 1).stream().anyMatch(run -> run.endedAt().isEmpty())) {
            return;
        }
        rows.ask(id, new SystemRows.Asked(everything, apply, Optional.of(viewer.account())), clock.instant());
        access.audit(viewer, "student-system.asked", id.toString(), apply ? "" : "dry run");
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                runs.soon();
            }
        });
    }

    /** From now on it is read by this schedule. Refuses hours that are none. */
    @Transactional
    public Optional<String> schedule(Viewer viewer, StudentSystemId id, Schedule schedule) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (schedule instanceof Schedule.EveryHours every && (every.hours() < 1 || every.hours() > 168)) {
            return Optional.of("Choose 1 to 168 hours, not " + every.hours() + ".");
        }
        rows.schedule(id, schedule, schedule.next(clock.instant(), clock.getZone()));
        access.audit(viewer, "student-system.scheduled", id.toString(), schedule.words());
        return Optional.empty();
    }

    /** Reads it no more. Whom it brought stay as they are. */
    @Transactional
    public void disconnect(Viewer viewer, StudentSystemId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        rows.end(id, clock.instant());
        access.audit(viewer, "student-system.disconnected", id.toString(), "");
    }

    private static StudentSystem.Address tidy(StudentSystem.Address wished) {
        String root = wished.root().strip();
        int services = root.indexOf("/ims/oneroster");
        root = services < 0 ? root : root.substring(0, services);
        return new StudentSystem.Address(
                wished.name().strip(),
                root.endsWith("/") ? root.substring(0, root.length() - 1) : root,
                wished.tokenAddress().strip(),
                wished.clientId().strip(),
                wished.scopes().isBlank()
                        ? StudentSystem.SCOPES
                        : wished.scopes().strip().replaceAll("\\s+", " "));
    }

    private Optional<String> problem(StudentSystem.Address address, String secret) {
        if (Stream.of(address.name(), address.clientId(), secret).anyMatch(String::isEmpty)) {
            return Optional.of("Fill in the name, the client id and the secret.");
        }
        if (Stream.of(address.name(), address.root(), address.tokenAddress(), address.clientId(), secret)
                .anyMatch(text -> text.length() > LONGEST)) {
            return Optional.of("No field may be longer than " + LONGEST + " characters.");
        }
        if (rows.all().stream().anyMatch(system -> system.name().equals(address.name()))) {
            return Optional.of("'" + address.name() + "' is connected already. Give this one another name.");
        }
        return calls.refusalOfSecrets(address.root())
                .map(why -> "Address of the system: " + why)
                .or(() -> calls.refusalOfSecrets(address.tokenAddress()).map(why -> "Address of tokens: " + why));
    }
}
