package org.ownpath.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.roster.Roster;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.PlanId;
import org.ownpath.shared.StudentId;
import org.ownpath.shared.TimeOrdered;
import org.ownpath.support.Plan;
import org.ownpath.support.Plans;
import org.ownpath.support.SignalKind;
import org.ownpath.support.SupportKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Everybody is told what concerns them, once, in their language, when they want, and never more than they may see. */
class MessagesTest extends SchoolTest {

    @Autowired
    Notices notices;

    @Autowired
    MessageChoices choices;

    @Autowired
    Invitations invitations;

    @Autowired
    Wordbooks wordbooks;

    @Autowired
    NoticeRows rows;

    @Autowired
    MailRows mails;

    @Autowired
    Digests digests;

    @Autowired
    Posting posting;

    @Autowired
    Plans plans;

    @Autowired
    Roster roster;

    @Autowired
    Frameworks frameworks;

    private PlanId planFor(Viewer teacher, StudentId student) {
        return as(teacher, () -> {
            Plan.Agreement agreement = new Plan.Agreement(
                    "Mathematics",
                    List.of(frameworks
                            .curriculum()
                            .ofSubject("Mathematics")
                            .get(0)
                            .id()),
                    Optional.of(SignalKind.STUCK),
                    2,
                    SupportKind.SMALL_GROUP,
                    "Counts on from any number",
                    List.of("Count together"),
                    teacher.person(),
                    LocalDate.now(ZoneOffset.UTC).plusDays(14));
            PlanId id = PlanId.next();
            assertThat(plans.open(teacher, id, student, agreement)).isEqualTo(new Plans.Opened(id));
            assertThat(plans.open(teacher, id, student, agreement)).isEqualTo(new Plans.Opened(id));
            return id;
        });
    }

    private List<String> matters(Viewer reader) {
        return as(reader, () -> notices.of(reader)).stream()
                .map(told -> told.notice().matter())
                .toList();
    }

    @Test
    void every_language_that_comes_along_says_all_that_english_says_with_the_same_parts() {
        assertThat(wordbooks.all()).extracting(Wordbook::code).contains("en", "es");
        for (Wordbook book : List.of(wordbooks.of("en"), wordbooks.of("es"))) {
            assertThat(book.lacking()).isEmpty();
            for (String name : book.english().stringPropertyNames()) {
                assertThat(parts(book.words().getProperty(name)))
                        .as(book.code() + " " + name)
                        .isEqualTo(parts(book.english().getProperty(name)));
            }
        }
        for (SignalKind kind : SignalKind.values()) {
            assertThat(wordbooks.of("es").say("notice.needs_you." + kind.code(), "Ana", "Lectura"))
                    .contains("Ana");
        }
        assertThat(wordbooks.of("tlh").code()).isEqualTo("en");
    }

    private static int parts(String words) {
        return new MessageFormat(words).getFormatsByArgumentIndex().length;
    }

    @Test
    void a_student_who_is_asked_to_show_something_is_told_once_a_day_with_the_way_to_it() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        Viewer maya = viewer("maya.okafor@northside.example");
        Viewer nneka = viewer("nneka.okafor@northside.example");
        Viewer leo = viewer("leo.martinez@northside.example");
        Viewer joel = viewer("joel.pruitt@northside.example");
        Competency asked =
                as(gwen, () -> frameworks.curriculum().ofSubject("Mathematics").get(0));
        for (int twice = 0; twice < 2; twice++) {
            assertThat(as(gwen, () -> invitations.invite(gwen, StudentId.of(maya.person()), asked)))
                    .isEmpty();
        }
        assertThat(invited(maya)).containsOnlyOnce("/show/" + asked.id());
        assertThat(invited(nneka)).containsOnlyOnce("/students/" + maya.person() + "/competencies/" + asked.id());
        assertThat(invited(leo)).isEmpty();
        assertThatThrownBy(() -> as(joel, () -> invitations.invite(joel, StudentId.of(leo.person()), asked)))
                .isInstanceOf(NotAllowed.class);
    }

    private List<String> invited(Viewer reader) {
        return as(reader, () -> notices.of(reader)).stream()
                .map(Told::notice)
                .filter(notice -> notice.kind() == NoticeKind.INVITED)
                .map(Notice::address)
                .toList();
    }

    @Test
    void a_plan_is_told_to_the_student_and_the_family_once_and_not_to_whoever_opened_it() {
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        Viewer maya = viewer("maya.okafor@northside.example");
        Viewer nneka = viewer("nneka.okafor@northside.example");
        int before = as(maya, () -> notices.unread(maya));
        PlanId plan = planFor(gwen, StudentId.of(maya.person()));
        assertThat(matters(maya)).containsOnlyOnce(plan.toString());
        assertThat(matters(nneka)).containsOnlyOnce(plan.toString());
        assertThat(matters(gwen)).doesNotContain(plan.toString());
        assertThat(as(maya, () -> notices.unread(maya))).isEqualTo(before + 1);
        Told told = as(maya, () -> notices.of(maya)).stream()
                .filter(each -> each.notice().matter().equals(plan.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(told.words()).isEqualTo("You have a new plan of support in Mathematics.");
        assertThat(as(maya, () -> notices.read(maya, told.notice().id()))).contains("/support/" + plan);
        assertThat(as(maya, () -> notices.unread(maya))).isEqualTo(before);
    }

    @Test
    void what_was_not_read_is_shown_however_much_came_after_it() {
        Viewer joel = viewer("joel.pruitt@northside.example");
        StudentId own = as(
                joel,
                () -> roster.groupsTaughtBy(joel.person()).stream()
                        .flatMap(group -> roster.studentsOf(group.id()).stream())
                        .findFirst()
                        .orElseThrow()
                        .student());
        Instant first = Instant.now().minus(400, ChronoUnit.DAYS);
        List<Notice> many = IntStream.range(0, 130)
                .mapToObj(day -> new Notice(
                        TimeOrdered.next(),
                        joel.person(),
                        NoticeKind.NEEDS_YOU,
                        own,
                        "Mathematics",
                        "stuck",
                        first.plus(day, ChronoUnit.DAYS),
                        Optional.empty()))
                .toList();
        as(joel, () -> {
            rows.add(many);
            rows.read(many.stream().skip(1).map(Notice::id).toList(), Instant.now());
            return true;
        });
        assertThat(as(joel, () -> notices.of(joel)))
                .extracting(told -> told.notice().id())
                .contains(many.get(0).id());
        as(joel, () -> {
            notices.readAll(joel);
            return true;
        });
        assertThat(as(joel, () -> notices.unread(joel))).isZero();
    }

    @Test
    void nobody_reads_of_a_student_whom_they_may_not_see_any_more() {
        Viewer joel = viewer("joel.pruitt@northside.example");
        StudentId leo = StudentId.of(viewer("leo.martinez@northside.example").person());
        Notice notice = new Notice(
                TimeOrdered.next(),
                joel.person(),
                NoticeKind.NEEDS_YOU,
                leo,
                "Mathematics",
                "stuck",
                Instant.now(),
                Optional.empty());
        int before = as(joel, () -> notices.unread(joel));
        as(joel, () -> {
            rows.add(List.of(notice));
            return true;
        });
        assertThat(as(joel, () -> notices.of(joel)))
                .extracting(told -> told.notice().id())
                .doesNotContain(notice.id());
        assertThat(as(joel, () -> notices.unread(joel))).isEqualTo(before);
        assertThat(as(joel, () -> notices.read(joel, notice.id()))).isEmpty();
        Viewer gwen = viewer("gwen.abernathy@northside.example");
        assertThat(as(gwen, () -> notices.read(gwen, notice.id()))).isEmpty();
    }

    @Test
    void an_email_waits_for_the_end_of_quiet_hours_speaks_the_readers_language_and_is_written_and_sent_once()
            throws Exception {
        Viewer reader = guardian();
        Instant now = Instant.now();
        LocalTime here = LocalTime.ofInstant(now, ZoneOffset.UTC);
        as(reader, () -> {
            choices.choose(
                    reader,
                    new MessageChoice(
                            EnumSet.allOf(NoticeKind.class),
                            MailPace.AT_ONCE,
                            here.minusHours(1),
                            here.plusHours(2),
                            "es"));
            return true;
        });
        StudentId child =
                as(reader, () -> roster.childrenOf(reader.person())).get(0).student();
        tell(reader, child);
        int before = written(reader, now).size();
        assertThat(written(reader, now)).hasSize(before);

        List<Mail> letters = written(reader, now.plus(Duration.ofHours(3)));
        assertThat(letters).hasSize(before + 1);
        assertThat(letters.get(0).letter().subject()).contains("Ownpath").contains("Hay");
        assertThat(letters.get(0).letter().body())
                .contains("plan de apoyo")
                .contains("/messages/stop/")
                .contains("/support/");
        assertThat(written(reader, now.plus(Duration.ofHours(4)))).hasSize(before + 1);

        sentOnce(reader, now.plus(Duration.ofHours(4)));
        stops(reader, letters.get(0));
    }

    private void sentOnce(Viewer reader, Instant now) throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, null, ServerSetup.PROTOCOL_SMTP));
        server.start();
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(1);
        send(reader, sender, now);
        Mail.Fate failed = latest(reader).fate();
        assertThat(failed.sentAt()).isEmpty();
        assertThat(failed.tries()).isEqualTo(1);
        assertThat(failed.problem()).isPresent();
        sender.setPort(server.getSmtp().getPort());
        send(reader, sender, now);
        assertThat(received(server, latest(reader)))
                .as("it is not tried again at once")
                .isEmpty();
        send(reader, sender, now.plus(Duration.ofMinutes(2)));
        send(reader, sender, now.plus(Duration.ofMinutes(9)));
        List<MimeMessage> received = received(server, latest(reader));
        assertThat(received).hasSize(1);
        assertThat(received.get(0).getAllRecipients()[0])
                .hasToString(latest(reader).to());
        assertThat(received.get(0).getHeader("List-Unsubscribe")[0]).contains("/messages/stop/");
        server.stop();
    }

    private void stops(Viewer reader, Mail mail) {
        String link = mail.stopAddress().substring(mail.stopAddress().lastIndexOf('/') + 1);
        assertThat(choices.stop("0000", true)).isEmpty();
        assertThat(choices.stop(link, false)).map(Wordbook::code).contains("es");
        assertThat(as(reader, () -> choices.of(reader)).mail()).isEqualTo(MailPace.AT_ONCE);
        assertThat(choices.stop(link, true)).isPresent();
        assertThat(as(reader, () -> choices.of(reader)).mail()).isEqualTo(MailPace.NEVER);
    }

    @Test
    void what_somebody_does_not_want_to_be_told_is_not_told() {
        Viewer reader = guardian();
        MessageChoice before = as(reader, () -> choices.of(reader));
        as(reader, () -> {
            choices.choose(
                    reader, new MessageChoice(Set.of(), MailPace.NEVER, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, "en"));
            return true;
        });
        StudentId child =
                as(reader, () -> roster.childrenOf(reader.person())).get(0).student();
        PlanId plan = planFor(viewer("philippa.crane@northside.example"), child);
        assertThat(matters(reader)).doesNotContain(plan.toString());
        as(reader, () -> {
            choices.choose(reader, before);
            return true;
        });
    }

    @Test
    void a_weekly_letter_is_due_on_friday_afternoon_and_a_daily_one_every_afternoon() {
        MessageChoice weekly =
                new MessageChoice(Set.of(), MailPace.WEEKLY, LocalTime.of(20, 0), LocalTime.of(7, 0), "en");
        LocalDateTime friday = LocalDateTime.of(2026, 11, 27, 15, 0);
        assertThat(weekly.due(friday, friday.minusDays(7))).isTrue();
        assertThat(weekly.due(friday.minusMinutes(1), friday.minusDays(7))).isFalse();
        assertThat(weekly.due(friday.plusDays(6), friday)).isFalse();
        assertThat(weekly.due(friday.plusHours(6), friday.minusDays(7)))
                .as("not in quiet hours")
                .isFalse();
        MessageChoice daily =
                new MessageChoice(Set.of(), MailPace.DAILY, LocalTime.of(20, 0), LocalTime.of(7, 0), "en");
        assertThat(daily.due(friday, friday.minusDays(1))).isTrue();
        assertThat(daily.due(friday.plusHours(2), friday)).isFalse();
        assertThat(daily.due(friday.plusDays(1).minusHours(2), friday)).isFalse();
    }

    private Viewer guardian() {
        return viewer("nneka.okafor@northside.example");
    }

    private void tell(Viewer reader, StudentId child) {
        as(reader, () -> {
            rows.add(List.of(new Notice(
                    TimeOrdered.next(),
                    reader.person(),
                    NoticeKind.PLAN_OPENED,
                    child,
                    "Mathematics",
                    UUID.randomUUID().toString(),
                    Instant.now(),
                    Optional.empty())));
            return true;
        });
    }

    /** All letters of a reader after those were written whose time has come by this moment. */
    private List<Mail> written(Viewer reader, Instant at) {
        return as(reader, () -> {
            digests.writeAt(at);
            return letters(reader.person());
        });
    }

    private List<Mail> letters(PersonId reader) {
        return mails.latest(500).stream()
                .filter(mail -> mail.reader().equals(reader))
                .toList();
    }

    private Mail latest(Viewer reader) {
        return as(reader, () -> letters(reader.person()).get(0));
    }

    private void send(Viewer reader, JavaMailSenderImpl sender, Instant now) {
        as(reader, () -> {
            posting.sendDue(sender, now);
            return true;
        });
    }

    private static List<MimeMessage> received(GreenMail server, Mail mail) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(message -> is(message, mail))
                .toList();
    }

    private static boolean is(MimeMessage message, Mail mail) {
        try {
            return message.getMessageID().contains(mail.id().toString());
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }
}
