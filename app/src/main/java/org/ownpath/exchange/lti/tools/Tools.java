package org.ownpath.exchange.lti.tools;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Tokens;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.LtiAddress;
import org.ownpath.shared.AccountId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door to which learning tools a district has connected. */
@Component
public class Tools {

    /** For so long a tool may register itself after an administrator has asked it to. */
    public static final Duration OFFERED = Duration.ofHours(1);

    private static final int LONGEST_NAME = 80;
    private static final int MOST_REDIRECTS = 10;

    private final ToolRows rows;
    private final LtiAddress address;
    private final Tokens tokens;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    Tools(ToolRows rows, LtiAddress address, Tokens tokens, Accounts accounts, Access access, Clock clock) {
        this.rows = rows;
        this.address = address;
        this.tokens = tokens;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** Those that are connected, by name. */
    public List<Tool> inUse() {
        return rows.inUse();
    }

    /** One of them, ended or not. */
    public Optional<Tool> find(ToolId id) {
        return rows.find(id);
    }

    /** Connects a tool, once under its id. The reason why not, if there is one. */
    @Transactional
    public Optional<String> connect(Viewer viewer, ToolId id, Tool.Described described) {
        access.require(viewer, Role.ADMINISTRATOR);
        Optional<String> problem = problem(described);
        if (problem.isEmpty() && rows.find(id).isEmpty()) {
            AccountId account = tokens.openProgram(viewer, described.name());
            rows.insert(viewer, new Tool(id, described, account, clock.instant(), Optional.empty()));
            access.audit(viewer, "tool.connected", id.toString(), described.name());
        }
        return problem;
    }

    /** Ends a tool: nobody opens it any more, and it reads and sends nothing. What it scored stays. */
    @Transactional
    public void end(Viewer viewer, ToolId id) {
        access.require(viewer, Role.ADMINISTRATOR);
        if (rows.end(id, clock.instant())) {
            access.audit(viewer, "tool.ended", id.toString(), "");
        }
    }

    /** A secret with which one tool may register itself within the hour. */
    @Transactional
    public String offer(Viewer viewer) {
        access.require(viewer, Role.ADMINISTRATOR);
        SecretToken token = SecretToken.next();
        rows.offer(viewer, token, clock.instant().plus(OFFERED));
        access.audit(viewer, "tool.asked-to-register", "", "");
        return token.text();
    }

    /** Connects the tool that comes with such a secret, in the name of whoever offered it. The reason why not, if any. */
    @Transactional
    Optional<String> connectOffered(String secret, ToolId id, Tool.Described described) {
        SecretToken token = new SecretToken(secret);
        Instant now = clock.instant();
        Optional<Viewer> offeredBy = rows.offeredBy(token, now).flatMap(accounts::viewer);
        if (offeredBy.isEmpty()) {
            return Optional.of("The registration token is used, expired or none. Ask the administrator for another.");
        }
        Optional<String> problem = problem(described);
        if (problem.isPresent()) {
            return problem;
        }
        return rows.takeOffer(token, id)
                ? connect(offeredBy.get(), id, described)
                : Optional.of("Another tool has used this registration token.");
    }

    private Optional<String> problem(Tool.Described described) {
        if (described.name().isBlank() || described.name().length() > LONGEST_NAME) {
            return Optional.of("Name the tool in up to " + LONGEST_NAME + " characters.");
        }
        Tool.Addresses its = described.addresses();
        if (its.redirects().isEmpty() || its.redirects().size() > MOST_REDIRECTS) {
            return Optional.of("Give 1 to " + MOST_REDIRECTS + " redirect addresses, one a line.");
        }
        List<Optional<String>> refusals = new ArrayList<>();
        refusals.add(address.refusal("The login address", its.initiation()));
        refusals.add(address.refusal("The address of the keys", its.keys()));
        refusals.add(address.refusal("The launch address", its.target()));
        its.picker().ifPresent(picker -> refusals.add(address.refusal("The address for picking content", picker)));
        Set.copyOf(its.redirects())
                .forEach(redirect -> refusals.add(address.refusal("The redirect address", redirect)));
        return refusals.stream().flatMap(Optional::stream).findFirst();
    }
}
