package org.ownpath.messages;

import java.time.Clock;
import java.util.Optional;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.PasswordChanged;
import org.ownpath.access.signin.SignInLinks;
import org.ownpath.access.signin.WayBackAsked;
import org.ownpath.roster.Person;
import org.ownpath.roster.Roster;
import org.ownpath.shared.TimeOrdered;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Writes to people about their own way in, whatever they chose to be told of. The link of a way back is made when the
 * e-mail leaves: what is stored bears a mark in its place.
 */
@Component
class DoorLetters {

    private static final String LINK = "[ link ]";

    private final MailRows rows;
    private final MailSettings settings;
    private final ChoiceRows choices;
    private final Wordbooks wordbooks;
    private final Roster roster;
    private final SignInLinks links;
    private final Clock clock;

    DoorLetters(
            MailRows rows,
            MailSettings settings,
            ChoiceRows choices,
            Wordbooks wordbooks,
            Roster roster,
            SignInLinks links,
            Clock clock) {
        this.rows = rows;
        this.settings = settings;
        this.choices = choices;
        this.wordbooks = wordbooks;
        this.roster = roster;
        this.links = links;
        this.clock = clock;
    }

    @EventListener
    void asked(WayBackAsked asked) {
        write(asked.who(), Mail.Kind.WAY_BACK);
    }

    @EventListener
    void changed(PasswordChanged changed) {
        write(changed.who(), Mail.Kind.PASSWORD_CHANGED);
    }

    /** What the e-mail says as it leaves; empty when there is nobody any more whom its link would let in. */
    Optional<String> body(Mail mail) {
        return mail.kind() == Mail.Kind.WAY_BACK
                ? links.byMail(mail.reader())
                        .map(token -> mail.letter().body().replace(LINK, settings.address() + "/welcome/" + token))
                : Optional.of(mail.letter().body());
    }

    private void write(Viewer reader, Mail.Kind kind) {
        roster.person(reader.person())
                .flatMap(Person::email)
                .ifPresent(address -> rows.add(new Mail(
                        TimeOrdered.next(),
                        reader.person(),
                        address,
                        letter(reader, kind),
                        "",
                        clock.instant(),
                        Mail.Fate.WAITING,
                        kind)));
    }

    private Mail.Letter letter(Viewer reader, Mail.Kind kind) {
        Wordbook words = wordbooks.of(choices.of(reader).language());
        String name = "door." + kind.code();
        return new Mail.Letter(
                words.code(),
                words.say(name + ".subject"),
                words.say("mail.greeting", reader.displayName()) + "\n\n" + words.say(name, LINK) + "\n");
    }
}
