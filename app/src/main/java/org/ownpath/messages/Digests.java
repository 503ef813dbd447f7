package org.ownpath.messages;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.SchoolTime;
import org.ownpath.access.SecretToken;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes e-mails to those whose time has come: of what they have not read, what they may still see. An e-mail and the
 * note that its notices were written about are one transaction, so nothing is written twice or lost.
 */
@Component
class Digests {

    /** What is older is left to the page. */
    private static final Duration FRESH = Duration.ofDays(14);

    private final NoticeRows notices;
    private final ChoiceRows choices;
    private final MailRows mails;
    private final Letters letters;
    private final Accounts accounts;
    private final Roster roster;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Digests(
            NoticeRows notices,
            ChoiceRows choices,
            MailRows mails,
            Letters letters,
            Accounts accounts,
            Roster roster,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.notices = notices;
        this.choices = choices;
        this.mails = mails;
        this.letters = letters;
        this.accounts = accounts;
        this.roster = roster;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 30_000)
    void writeEverywhere() {
        accounts.districts().forEach(district -> DistrictScope.run(district, () -> writeAt(clock.instant())));
    }

    /** Writes to everybody of the current district whose time has come by this moment. */
    void writeAt(Instant now) {
        List<PersonId> waiting = notices.waiting(now.minus(FRESH));
        Map<PersonId, Viewer> readers = accounts.viewersOf(waiting);
        Map<PersonId, Person> people = roster.people(readers.keySet());
        readers.forEach((id, reader) -> Optional.ofNullable(people.get(id))
                .flatMap(Person::email)
                .ifPresent(address -> transaction.executeWithoutResult(status -> write(reader, address, now))));
    }

    private void write(Viewer reader, String address, Instant now) {
        MessageChoice choice = choices.of(reader);
        List<Notice> taken = notices.take(reader.person(), now.minus(FRESH));
        if (!choice.due(SchoolTime.local(now), mails.last(reader.person()))) {
            return;
        }
        List<Notice> wanted = taken.stream()
                .filter(notice -> choice.kinds().contains(notice.kind()))
                .toList();
        String stop = letters.stopAddress(
                choices.stopLink(reader.person(), SecretToken.next().text()));
        letters.letter(reader, wanted, choice.language(), stop).ifPresent(letter -> {
            Mail mail = new Mail(
                    TimeOrdered.next(), reader.person(), address, letter, stop, now, Mail.Fate.WAITING, Mail.Kind.NEWS);
            mails.add(mail);
            notices.written(taken, mail.id());
        });
    }
}
