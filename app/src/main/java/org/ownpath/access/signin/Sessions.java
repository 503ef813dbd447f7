package org.ownpath.access.signin;

import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Predicate;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/** The front door to where a person is signed in, and to ending that. */
@Component
public class Sessions {

    /** The session's attribute that says what somebody signed in with. */
    static final String DEVICE = "ownpath.device";

    private final ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept;

    /** A command without pages, such as an import, keeps no sessions. */
    Sessions(ObjectProvider<FindByIndexNameSessionRepository<? extends Session>> kept) {
        this.kept = kept;
    }

    /**
     * One place where the viewer is signed in.
     *
     * @param name names it in an address, and opens nothing
     * @param lastSeen to the minute
     * @param here whether it is the one that asks
     */
    public record Place(String name, String device, Instant since, Instant lastSeen, boolean here) {}

    /** Where the viewer is signed in, the place that asks first, then the latest. */
    public List<Place> of(Viewer viewer, String here) {
        return sessions(viewer.account()).stream()
                .map(session -> new Place(
                        name(session.getId()),
                        session.getAttributeOrDefault(DEVICE, "A browser"),
                        session.getCreationTime(),
                        session.getLastAccessedTime(),
                        session.getId().equals(here)))
                .sorted(Comparator.comparing(Place::here)
                        .thenComparing(Place::lastSeen)
                        .reversed())
                .toList();
    }

    /** Ends one place of the viewer's; false when it is none of theirs. */
    public boolean end(Viewer viewer, String name) {
        return end(viewer.account(), session -> name(session.getId()).equals(name)) == 1;
    }

    /** Ends all places of the viewer's but the one that asks; how many. */
    public int endOthers(Viewer viewer, String here) {
        return end(viewer.account(), session -> !session.getId().equals(here));
    }

    /** Ends all places of an account: somebody else may know its password. */
    public void endAll(AccountId account) {
        end(account, session -> true);
    }

    private int end(AccountId account, Predicate<Session> which) {
        List<? extends Session> ended = sessions(account).stream().filter(which).toList();
        ended.forEach(session -> kept.getObject().deleteById(session.getId()));
        return ended.size();
    }

    private List<? extends Session> sessions(AccountId account) {
        return List.copyOf(
                kept.getObject().findByPrincipalName(account.toString()).values());
    }

    private static String name(String id) {
        return HexFormat.of().formatHex(new SecretToken(id).hash(), 0, 12);
    }
}
