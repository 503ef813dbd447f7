package org.ownpath.messages;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.ownpath.access.Accounts;
import org.ownpath.access.DistrictScope;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what was written, each e-mail in a transaction of its own, and tries again what could not be sent: after a minute,
 * two, four and so on. Killed between the server's yes and the commit, it sends again, under the same Message-ID.
 */
@Component
class Posting {

    private static final int MOST_TRIES = 10;
    private static final int LONGEST_PROBLEM = 300;

    private final MailRows rows;
    private final MailSettings settings;
    private final DoorLetters door;
    private final Accounts accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Posting(
            MailRows rows,
            MailSettings settings,
            DoorLetters door,
            Accounts accounts,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.rows = rows;
        this.settings = settings;
        this.door = door;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 15_000)
    void sendEverywhere() {
        if (settings.sends()) {
            accounts.districts()
                    .forEach(
                            district -> DistrictScope.run(district, () -> sendDue(settings.sender(), clock.instant())));
        }
    }

    /** Sends all of the current district that is due by this moment. */
    void sendDue(JavaMailSenderImpl sender, Instant now) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> sendNext(sender, now)));
        }
    }

    private boolean sendNext(JavaMailSenderImpl sender, Instant now) {
        Optional<Mail> due = rows.takeDue(now);
        due.ifPresent(mail -> {
            Optional<String> body = door.body(mail);
            if (body.isEmpty()) {
                rows.failed(mail, "The account was closed", Optional.empty(), now);
                return;
            }
            try {
                sender.send(message(sender, mail, body.get()));
                rows.sent(mail, now);
            } catch (MailException | MessagingException e) {
                rows.failed(mail, problem(e), again(mail, now), now);
            }
        });
        return due.isPresent();
    }

    private MimeMessage message(JavaMailSenderImpl sender, Mail mail, String body) throws MessagingException {
        MimeMessage message = new Identified(sender, mail);
        MimeMessageHelper letter = new MimeMessageHelper(message, StandardCharsets.UTF_8.name());
        letter.setFrom(settings.from());
        letter.setTo(mail.to());
        letter.setSubject(mail.letter().subject());
        letter.setText(body);
        message.setHeader("Content-Language", mail.letter().language());
        if (!mail.stopAddress().isEmpty()) {
            message.setHeader("List-Unsubscribe", "<" + mail.stopAddress() + ">");
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    /** Bears the e-mail's own id, so that a reader's mailbox can tell a second sending from a second e-mail. */
    private static final class Identified extends MimeMessage {

        private final String id;

        Identified(JavaMailSenderImpl sender, Mail mail) {
            super(sender.getSession());
            this.id = "<" + mail.id() + "@ownpath>";
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }

    private static Optional<Instant> again(Mail mail, Instant now) {
        int tries = mail.fate().tries() + 1;
        return tries >= MOST_TRIES ? Optional.empty() : Optional.of(now.plus(Duration.ofMinutes(1L << (tries - 1))));
    }

    private static String problem(Exception e) {
        String words = String.valueOf(e.getMessage());
        return words.substring(0, Math.min(LONGEST_PROBLEM, words.length()));
    }
}
