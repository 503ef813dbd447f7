package org.ownpath.exchange.xapi;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.HomeAddress;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The front door of learning records: statements are kept once, whole, all of a batch or none, and never changed. */
@Component
public class LearningRecords {

    /** The account by which the product itself tells what happens here; no program has it. */
    public static final AccountId OWNPATH = new AccountId(UUID.fromString("7c0a3f5e-2d9b-5a41-9c1e-0d2f6b8a4e11"));

    /** The product itself in the current district, which no program is. */
    public static Viewer ownpath() {
        return new Viewer(OWNPATH, DistrictScope.require(), new PersonId(OWNPATH.value()), "Ownpath", Set.of());
    }

    private final StatementRows rows;
    private final StatementSearch search;
    private final StatementAttachments attachments;
    private final KnownActivities activities;
    private final Learners learners;
    private final List<StatementFollower> followers;
    private final Clock clock;
    private final String home;
    private final TransactionTemplate transaction;

    LearningRecords(
            StatementRows rows,
            StatementSearch search,
            StatementAttachments attachments,
            KnownActivities activities,
            Learners learners,
            List<StatementFollower> followers,
            Clock clock,
            PlatformTransactionManager transactions,
            HomeAddress address) {
        this.rows = rows;
        this.search = search;
        this.attachments = attachments;
        this.activities = activities;
        this.learners = learners;
        this.followers = followers;
        this.clock = clock;
        this.home = address.toString();
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Keeps one statement or an array of them, in the version 2.0 of the standard.
     *
     * @return their ids, in their order
     */
    public List<UUID> keep(Viewer by, String json) {
        List<NewStatement> statements = incoming(by, XapiVersion.TWO).all(StatementJson.read(json));
        keep(by, statements, Map.of(), true);
        return statements.stream().map(NewStatement::id).toList();
    }

    /**
     * The statements that one has sent or may read, newest first, as the standard's version 2.0 writes them.
     *
     * @param agent by its identifier, as JSON; empty: whoever acts
     * @param verb an IRI; empty: whatever was done
     * @param activity an IRI; empty: whatever it was done to
     */
    public List<String> newest(Optional<String> agent, Optional<String> verb, Optional<String> activity, int limit) {
        Asked.Filter filter = new Asked.Filter(
                agent.map(this::who), verb.map(Key::of), activity.map(Key::of), Optional.empty(), false, false);
        Asked asked = new Asked(
                filter,
                new Asked.Range(Optional.empty(), Optional.empty()),
                false,
                limit,
                Optional.empty(),
                Optional.empty());
        return search.page(asked).stream().limit(limit).map(Kept::exact).toList();
    }

    Incoming incoming(Viewer by, XapiVersion version) {
        return new Incoming(version, authority(by), clock.instant());
    }

    /**
     * Keeps statements that were checked.
     *
     * @param everything whether the sender may take back what others sent
     */
    void keep(Viewer by, List<NewStatement> statements, Map<String, byte[]> came, boolean everything) {
        attachments.require(statements, came);
        statements.forEach(statement -> SignedStatement.require(statement, came));
        Map<UUID, StudentId> students = learners.of(statements);
        if (statements.isEmpty()) {
            return;
        }
        Added kept = Objects.requireNonNull(transaction.execute(status -> {
            List<NewStatement> fresh = add(by, statements, students, everything);
            attachments.keep(by, came);
            List<LearningRecord> records = fresh.stream()
                    .map(each -> LearningRecord.of(by, each, Optional.ofNullable(students.get(each.id()))))
                    .toList();
            followers.forEach(follower -> follower.kept(by, records));
            return new Added(records, activities.learn(by, fresh));
        }));
        activities.learned(by, kept.told());
        followers.forEach(follower -> follower.committed(by, kept.records()));
    }

    /** What a transaction has kept. */
    private record Added(List<LearningRecord> records, Map<String, ObjectNode> told) {}

    /** Adds those that are new, and gives them back. */
    private List<NewStatement> add(
            Viewer by, List<NewStatement> statements, Map<UUID, StudentId> students, boolean everything) {
        Map<UUID, StatementRows.Added> added = rows.add(by, statements, students);
        if (added.size() < statements.size()) {
            requireSame(statements, added.keySet());
        }
        List<NewStatement> fresh =
                statements.stream().filter(s -> added.containsKey(s.id())).toList();
        rows.addMentions(by, fresh, added);
        follow(fresh, added);
        fresh.forEach(statement -> statement.named().voids().ifPresent(target -> {
            requireOwn(by, target, everything);
            rows.addVoiding(by, target, statement.id());
        }));
        return fresh;
    }

    private void requireSame(List<NewStatement> statements, Set<UUID> added) {
        Map<UUID, NewStatement> again = new HashMap<>();
        statements.stream().filter(s -> !added.contains(s.id())).forEach(s -> again.put(s.id(), s));
        Map<UUID, JsonNode> kept = rows.bodies(again.keySet());
        again.forEach((id, statement) -> {
            if (!statement.sameAs(kept.getOrDefault(id, StatementJson.object()))) {
                throw XapiRefused.conflict("Another statement has the id " + id + ". Nothing was changed.");
            }
        });
    }

    private void follow(List<NewStatement> fresh, Map<UUID, StatementRows.Added> added) {
        Set<UUID> referring = fresh.stream()
                .filter(s -> s.named().refersTo().isPresent())
                .map(NewStatement::id)
                .collect(Collectors.toSet());
        Set<UUID> awaited = new HashSet<>();
        added.values().stream().filter(StatementRows.Added::awaited).forEach(row -> awaited.add(row.id()));
        if (!referring.isEmpty() || !awaited.isEmpty()) {
            rows.followReferences(referring, awaited);
        }
    }

    private void requireOwn(Viewer by, UUID target, boolean everything) {
        boolean anothers = !everything
                && rows.sender(target)
                        .filter(sender -> !sender.equals(by.account().value()))
                        .isPresent();
        if (anothers) {
            throw new XapiRefused(
                    HttpStatus.FORBIDDEN,
                    "The statement " + target + " was sent by another program, which may take it back.");
        }
    }

    /** Who vouches for what a program sends: its account here. */
    private ObjectNode authority(Viewer by) {
        ObjectNode agent = StatementJson.object();
        agent.put("objectType", "Agent");
        agent.put("name", by.displayName());
        agent.putObject("account")
                .put("homePage", home)
                .put("name", by.account().toString());
        return agent;
    }

    /** An agent as statements can be asked for it. */
    Asked.Who who(String json) {
        Part part = Part.of("agent", StatementJson.read(json));
        ActorCheck.actor(part);
        Identifier identifier = Identifier.of(part.node())
                .orElseThrow(() -> part.wrong("nothing identifies it, so that nothing can be found by it."));
        return new Asked.Who(identifier.key(), account(identifier));
    }

    private Optional<UUID> account(Identifier identifier) {
        boolean ours = identifier.kind().equals("account")
                && identifier.value().path("homePage").asString("").equals(home);
        try {
            return ours
                    ? Optional.of(
                            UUID.fromString(identifier.value().path("name").asString("")))
                    : Optional.empty();
        } catch (IllegalArgumentException noneOfOurs) {
            return Optional.empty();
        }
    }

    Instant consistentThrough() {
        return rows.consistentThrough();
    }

    List<Kept> page(Asked asked) {
        return search.page(asked);
    }

    Optional<Kept> statement(UUID id, boolean voided, Optional<UUID> sentBy) {
        return search.one(id, voided, sentBy);
    }
}
