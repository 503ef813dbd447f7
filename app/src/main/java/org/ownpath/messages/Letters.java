package org.ownpath.messages;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ownpath.access.Viewer;
import org.springframework.stereotype.Component;

/** Puts what somebody has not read into a letter: what it is about, and where to read more after signing in. */
@Component
class Letters {

    private static final int MOST_LINES = 20;

    private final Telling telling;
    private final Wordbooks wordbooks;
    private final MailSettings settings;

    Letters(Telling telling, Wordbooks wordbooks, MailSettings settings) {
        this.telling = telling;
        this.wordbooks = wordbooks;
        this.settings = settings;
    }

    /** The letter about those of the notices whose students the reader may see now; empty when there are none. */
    Optional<Mail.Letter> letter(Viewer reader, List<Notice> notices, String language, String stopAddress) {
        Wordbook words = wordbooks.of(language);
        List<Told> told = telling.inWords(reader, notices, words);
        if (told.isEmpty()) {
            return Optional.empty();
        }
        String lines = told.stream()
                .limit(MOST_LINES)
                .map(each -> "- " + each.words() + "\n  " + settings.address()
                        + each.notice().address())
                .collect(Collectors.joining("\n"));
        String more = told.size() > MOST_LINES ? "\n" + words.say("mail.more", told.size() - MOST_LINES) : "";
        String body = words.say("mail.greeting", reader.displayName()) + "\n\n" + lines + more + "\n\n"
                + words.say("mail.all", settings.address() + "/notices") + "\n\n--\n"
                + words.say("mail.stop", stopAddress) + "\n";
        return Optional.of(new Mail.Letter(words.code(), words.say("mail.subject", told.size()), body));
    }

    String stopAddress(String token) {
        return settings.address() + "/messages/stop/" + token;
    }
}
