package org.ownpath.policy;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AdoptionId;
import org.ownpath.shared.Counted;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of policy: what a district has chosen, somebody's draft of other choices, and adopting it. */
@Component
public class DesignChoices {

    private final Books books;
    private final JdbcClient database;
    private final Access access;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DesignChoices(Books books, JdbcClient database, Access access, Clock clock, ApplicationEventPublisher events) {
        this.books = books;
        this.database = database;
        this.access = access;
        this.clock = clock;
        this.events = events;
    }

    /** All settings that the current district has adopted, kept in memory. */
    public ChoiceBook book() {
        return books.settings();
    }

    /** Everything that some part of the district has a value or rule of its own for, as of an instant. */
    public ChoiceDraft stated(Instant at) {
        List<ChoiceDraft.SettingChange<?>> settings = new ArrayList<>();
        Settings.all().forEach(setting -> book().stated(setting, at).forEach(own -> settings.add(own.change())));
        List<ChoiceDraft.RuleChange> rules =
                books.rules().stated(at).stream().map(RuleVersion::change).toList();
        return new ChoiceDraft(settings, rules);
    }

    /** What of a draft would make an answer or a rule another one than it is at an instant. */
    public ChoiceDraft differing(ChoiceDraft draft, Instant at) {
        return new ChoiceDraft(
                draft.settings().stream().filter(change -> differs(change, at)).toList(),
                draft.rules().stream()
                        .filter(change -> change.ended()
                                || !books.rules()
                                        .inForce(Place.of(change.scope()), at)
                                        .rule()
                                        .equals(change.rule()))
                        .toList());
    }

    private <V> boolean differs(ChoiceDraft.SettingChange<V> change, Instant at) {
        InForce<V> now = book().explain(change.setting(), Place.of(change.scope()), at);
        return change.value().isEmpty() || !change.value().get().equals(now.value()) || change.locked() != now.locked();
    }

    /** Every decision that was taken, the latest first. */
    public List<Decision> decisions() {
        return Decision.all(book(), books.rules());
    }

    /**
     * Adopts a draft as a whole, or nothing of it.
     *
     * @param from from when it is in force; now or later
     * @param reason why, in words for those who ask later
     */
    @Transactional
    public Adopting adopt(Viewer viewer, ChoiceDraft draft, Instant from, String reason) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Adoption asked = new Adoption(AdoptionId.next(), from, viewer.account(), now, reason.strip());
        List<String> reasons = new AdoptionCheck(books.settings(), books.rules()).reasons(draft, asked);
        if (!reasons.isEmpty()) {
            return new Adopting.Refused(reasons);
        }
        Adoption adoption = asked.notBeforeAdopted();
        books.add(adoption, draft);
        access.audit(
                viewer,
                "choices.adopted",
                adoption.id().toString(),
                Counted.of(draft.size(), "answer") + " from " + SchoolTime.day(adoption.effectiveFrom()) + ": "
                        + adoption.reason());
        if (!draft.rules().isEmpty()) {
            events.publishEvent(new RuleAdopted(viewer.district(), adoption.id(), adoption.effectiveFrom()));
        }
        return new Adopting.Done(adoption);
    }

    /** What this viewer has collected and not adopted yet. */
    public ChoiceDraft draft(Viewer viewer) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        return database.sql("select choices from policy.draft where account_id = ?")
                .param(viewer.account().value())
                .query(String.class)
                .optional()
                .map(ChoicesJson::kept)
                .orElse(ChoiceDraft.EMPTY);
    }

    /** Keeps what this viewer has collected, in the place of what was kept before. */
    @Transactional
    public void keep(Viewer viewer, ChoiceDraft draft) {
        access.require(viewer, Role.LEADER, Role.ADMINISTRATOR);
        database.sql("""
                insert into policy.draft (account_id, district_id, choices, changed_at)
                values (:account, :district, :choices::jsonb, :now)
                on conflict (account_id) do update set choices = excluded.choices, changed_at = excluded.changed_at""")
                .param("account", viewer.account().value())
                .param("district", viewer.district().value())
                .param("choices", ChoicesJson.write(draft))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
