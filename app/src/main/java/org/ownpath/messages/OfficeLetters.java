package org.ownpath.messages;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to e-mails to whoever runs the school, about what runs by itself and does not any more. They are written
 * whatever somebody chose to be told of: nobody else would notice.
 */
@Component
public class OfficeLetters {

    private static final int MOST = 50;

    private final MailRows rows;
    private final MailSettings settings;
    private final ChoiceRows choices;
    private final Wordbooks wordbooks;
    private final Roster roster;
    private final Accounts accounts;
    private final Clock clock;

    OfficeLetters(
            MailRows rows,
            MailSettings settings,
            ChoiceRows choices,
            Wordbooks wordbooks,
            Roster roster,
            Accounts accounts,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.choices = choices;
        this.wordbooks = wordbooks;
        this.roster = roster;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * Tells every administrator, in the transaction in which it happens.
     *
     * @param system how people know it
     * @param why in words
     * @param page where it is begun again
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void systemStopped(String system, String why, String page) {
        List<Person> administrators = roster.search("", Optional.of(Role.ADMINISTRATOR), MOST);
        Map<PersonId, Viewer> viewers =
                accounts.viewersOf(administrators.stream().map(Person::id).toList());
        for (Person person : administrators) {
            Optional<Viewer> reader = Optional.ofNullable(viewers.get(person.id()));
            person.email()
                    .flatMap(address -> reader.map(viewer -> new Mail(
                            TimeOrdered.next(),
                            person.id(),
                            address,
                            letter(viewer, system, why, page),
                            "",
                            clock.instant(),
                            Mail.Fate.WAITING,
                            Mail.Kind.SYSTEM_STOPPED)))
                    .ifPresent(rows::add);
        }
    }

    private Mail.Letter letter(Viewer reader, String system, String why, String page) {
        Wordbook words = wordbooks.of(choices.of(reader).language());
        return new Mail.Letter(
                words.code(),
                words.say("office.system_stopped.subject"),
                words.say("mail.greeting", reader.displayName()) + "\n\n"
                        + words.say("office.system_stopped", system, why, settings.address() + page) + "\n");
    }
}
