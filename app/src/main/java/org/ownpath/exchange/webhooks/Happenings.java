package org.ownpath.exchange.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Remembered;
import org.ownpath.credential.AwardGiven;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.exchange.ImportFinished;
import org.ownpath.exchange.webhooks.WebhookRows.Telling;
import org.ownpath.mastery.Mastery;
import org.ownpath.mastery.MasteryChanged;
import org.ownpath.mastery.Standing;
import org.ownpath.shared.StudentId;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what happens and makes of it what is to be told. What is heard is kept in the transaction in which it happened, so
 * that nothing is missed when the product is killed; what it is in particular is worked out beside whoever records.
 */
@Component
class Happenings {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    // few, for whoever records of one of them meanwhile waits until they are done
    private static final int AT_ONCE = 20;
    private static final int LATEST = 500;

    /** The transaction that recorded may have begun this long before it said so. */
    private static final Duration WHILE = Duration.ofMinutes(10);

    private final WebhookRows rows;
    private final LedgerReading ledger;
    private final Mastery mastery;
    private final Accounts accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Remembered<Set<WebhookEvent>> wanted = new Remembered<>();

    Happenings(
            WebhookRows rows,
            LedgerReading ledger,
            Mastery mastery,
            Accounts accounts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.ledger = ledger;
        this.mastery = mastery;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @EventListener
    void changed(MasteryChanged changed) {
        if (wanted(WebhookEvent.EVIDENCE_RECORDED) || wanted(WebhookEvent.MASTERY_REACHED)) {
            rows.note(changed.students(), clock.instant());
        }
    }

    @EventListener
    void given(AwardGiven given) {
        if (wanted(WebhookEvent.BADGE_ISSUED)) {
            Map<String, String> data = Map.of(
                    "award",
                    given.award().toString(),
                    "badge",
                    given.badge().toString(),
                    "student",
                    given.student().toString());
            tell(new Telling(
                    "award " + given.award(),
                    WebhookEvent.BADGE_ISSUED,
                    given.student(),
                    body(WebhookEvent.BADGE_ISSUED, clock.instant(), data),
                    clock.instant()));
        }
    }

    @EventListener
    void finished(ImportFinished finished) {
        if (wanted(WebhookEvent.IMPORT_FINISHED)) {
            Map<String, String> data =
                    Map.of("import", finished.job().toString(), "kind", finished.kind(), "state", finished.state());
            tell(new Telling(
                    "import " + finished.job() + " " + finished.state() + " " + clock.instant(),
                    WebhookEvent.IMPORT_FINISHED,
                    null,
                    body(WebhookEvent.IMPORT_FINISHED, clock.instant(), data),
                    clock.instant()));
        }
    }

    @Scheduled(fixedDelay = 2000, initialDelay = 5000)
    void lookAtThoseNoted() {
        accounts.districts()
                .forEach(district -> DistrictScope.run(district, () -> {
                    while (lookAtSome() == AT_ONCE) {
                        // the next ones
                    }
                }));
    }

    /** Makes messages of what some of the noted students did; gives how many there were. */
    int lookAtSome() {
        Integer looked = transaction.execute(status -> {
            Map<StudentId, Instant> noted = rows.takeNoted(AT_ONCE);
            noted.forEach((student, at) -> look(student, at.minus(WHILE)));
            return noted.size();
        });
        return looked == null ? 0 : looked;
    }

    private void look(StudentId student, Instant since) {
        List<Entry> recent = ledger.latest(student, LATEST).stream()
                .filter(entry -> entry.recordedAt().isAfter(since))
                .toList();
        List<Telling> tellings = new ArrayList<>();
        recent.forEach(entry -> tellings.add(recorded(entry)));
        mastery.of(student)
                .values()
                .forEach(standing ->
                        reached(standing, recent, since).ifPresent(when -> tellings.add(mastered(standing, when))));
        for (Webhook webhook : rows.all()) {
            tellings.stream()
                    .filter(telling -> webhook.events().contains(telling.event()))
                    .filter(telling -> !telling.happenedAt().isBefore(webhook.madeAt()))
                    .forEach(telling -> rows.add(webhook.id(), telling, clock.instant()));
        }
    }

    /** When mastery was reached, if lately: a late entry reaches it as it is recorded, as of the day on which it was shown. */
    private static Optional<Instant> reached(Standing standing, List<Entry> recent, Instant since) {
        return standing.masteredAt()
                .flatMap(masteredAt -> recent.stream()
                        .filter(entry -> entry.competency().equals(standing.competency()))
                        .filter(entry -> entry.shownAt().equals(masteredAt))
                        .map(Entry::recordedAt)
                        .findFirst()
                        .or(() -> Optional.of(masteredAt).filter(since::isBefore)));
    }

    private static Telling recorded(Entry entry) {
        Map<String, String> data = Map.of(
                "piece",
                entry.piece().toString(),
                "student",
                entry.student().toString(),
                "competency",
                entry.competency().toString());
        return new Telling(
                "evidence " + entry.piece() + " " + entry.competency() + " " + entry.student(),
                WebhookEvent.EVIDENCE_RECORDED,
                entry.student(),
                body(WebhookEvent.EVIDENCE_RECORDED, entry.recordedAt(), data),
                entry.recordedAt());
    }

    private static Telling mastered(Standing standing, Instant when) {
        Instant at = standing.masteredAt().orElseThrow();
        Map<String, String> data = Map.of(
                "student",
                standing.student().toString(),
                "competency",
                standing.competency().toString(),
                "masteredAt",
                at.toString());
        return new Telling(
                "mastery " + standing.student() + " " + standing.competency() + " " + at,
                WebhookEvent.MASTERY_REACHED,
                standing.student(),
                body(WebhookEvent.MASTERY_REACHED, when, data),
                when);
    }

    private void tell(Telling telling) {
        rows.all().stream()
                .filter(webhook -> webhook.events().contains(telling.event()))
                .forEach(webhook -> rows.add(webhook.id(), telling, clock.instant()));
    }

    static String body(WebhookEvent event, Instant at, Map<String, String> data) {
        return JSON.writeValueAsString(
                new TreeMap<>(Map.of("type", event.code(), "timestamp", at.toString(), "data", new TreeMap<>(data))));
    }

    private boolean wanted(WebhookEvent event) {
        return wanted.get(() -> String.valueOf(events()), this::events).contains(event);
    }

    /** Somebody has added or ended a webhook in the current transaction. */
    void wishesChanged() {
        wanted.changed();
    }

    private Set<WebhookEvent> events() {
        Set<WebhookEvent> events = EnumSet.noneOf(WebhookEvent.class);
        rows.all().forEach(webhook -> events.addAll(webhook.events()));
        return events;
    }
}
