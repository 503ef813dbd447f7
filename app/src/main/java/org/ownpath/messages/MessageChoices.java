package org.ownpath.messages;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Viewer;
import org.ownpath.shared.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of messages for how somebody wants to be told. */
@Component
public class MessageChoices {

    private final ChoiceRows rows;
    private final Wordbooks wordbooks;
    private final Accounts accounts;
    private final Access access;
    private final Clock clock;

    MessageChoices(ChoiceRows rows, Wordbooks wordbooks, Accounts accounts, Access access, Clock clock) {
        this.rows = rows;
        this.wordbooks = wordbooks;
        this.accounts = accounts;
        this.access = access;
        this.clock = clock;
    }

    /** What this viewer has chosen, or what is usual for their role. */
    public MessageChoice of(Viewer viewer) {
        return rows.of(viewer);
    }

    /** The languages there are. */
    public Collection<Wordbook> languages() {
        return wordbooks.all();
    }

    /** Keeps the viewer's choice. A language that there is not becomes English. */
    @Transactional
    public void choose(Viewer viewer, MessageChoice choice) {
        MessageChoice kept = new MessageChoice(
                choice.kinds(),
                choice.mail(),
                choice.quietFrom(),
                choice.quietUntil(),
                wordbooks.of(choice.language()).code());
        rows.keep(viewer.person(), kept, clock.instant());
        access.audit(
                viewer,
                "messages.chosen",
                viewer.person().toString(),
                "e-mail " + kept.mail().code());
    }

    /**
     * Ends the e-mails of whoever this link was sent to; they are not signed in. Ended twice is ended.
     *
     * @return the words of their language; empty when the link is none
     */
    public Optional<Wordbook> stop(String link, boolean really) {
        return rows.district(link)
                .flatMap(district -> DistrictScope.within(
                        district, () -> rows.person(link).flatMap(person -> stop(person, really))));
    }

    private Optional<Wordbook> stop(PersonId person, boolean really) {
        return Optional.ofNullable(accounts.viewersOf(List.of(person)).get(person))
                .map(viewer -> {
                    MessageChoice before = rows.of(viewer);
                    if (really && before.mail() != MailPace.NEVER) {
                        rows.keep(person, before.withoutMail(), clock.instant());
                        access.audit(viewer, "messages.stopped", person.toString(), "by the link of an e-mail");
                    }
                    return wordbooks.of(before.language());
                });
    }
}
