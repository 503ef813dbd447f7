package org.ownpath.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Sealing;
import org.ownpath.access.Viewer;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The front door to cards for young children, which their teacher prints: the code of the class, a picture that is the
 * child's own, and three pictures to tap in a row. A card opens a student's pages and nothing of the account.
 */
@Component
public class ClassCards {

    static final int TAPS = 3;
    static final String PURPOSE = "class card";

    private static final int CODE_LENGTH = 6;
    private static final String LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient database;
    private final Access access;
    private final NewAccounts newAccounts;
    private final Sealing sealing;
    private final Clock clock;

    ClassCards(JdbcClient database, Access access, NewAccounts newAccounts, Sealing sealing, Clock clock) {
        this.database = database;
        this.access = access;
        this.newAccounts = newAccounts;
        this.sealing = sealing;
        this.clock = clock;
    }

    /** A child's card, as it is printed. */
    public record Card(StudentId student, String code, Badge badge, List<Picture> taps) {

        /** Keeps its own copy of the taps. */
        public Card {
            taps = List.copyOf(taps);
        }
    }

    /** The cards of a class that the viewer may print. */
    public List<Card> of(Viewer viewer, GroupId group) {
        List<Card> cards =
                database.sql("""
                select a.person_id, k.code, c.picture, c.sealed_taps
                from access.class_card c join access.class_code k on k.group_id = c.group_id
                join access.account a on a.id = c.account_id
                where c.group_id = ? order by a.display_name""").param(group.value()).query(this::card).list();
        Set<StudentId> mine =
                access.recordable(viewer, cards.stream().map(Card::student).toList());
        return cards.stream().filter(card -> mine.contains(card.student())).toList();
    }

    /** Makes cards for those of the children who have none in this class; how many. */
    @Transactional
    public int make(Viewer viewer, GroupId group, List<Newcomer> children) {
        if (children.isEmpty()) {
            return 0;
        }
        requireOwn(viewer, children);
        openClass(viewer, group);
        Deque<Badge> free = freeBadges(group);
        int made = 0;
        for (Newcomer child : children) {
            newAccounts.of(child);
            if (newAccounts.rolesOf(child).equals(Set.of(Role.STUDENT)) && !free.isEmpty()) {
                made += give(group, child, free);
            }
        }
        access.audit(viewer, "class-cards.made", group.toString(), made + " cards");
        return made;
    }

    /** Gives a child other pictures to tap, in every class; the cards of before open nothing. */
    @Transactional
    public void renew(Viewer viewer, Newcomer child) {
        requireOwn(viewer, List.of(child));
        database.sql("""
                update access.class_card set sealed_taps = ?, made_at = ?
                where account_id = (select id from access.account where person_id = ?)""").params(sealed(taps()), now(), child.person().value()).update();
        access.audit(viewer, "class-card.renewed", child.person().toString(), "");
    }

    /** Ends the code of a class and all its cards. */
    @Transactional
    public void end(Viewer viewer, GroupId group, List<Newcomer> children) {
        requireOwn(viewer, children);
        database.sql("delete from access.class_code where group_id = ?")
                .param(group.value())
                .update();
        access.audit(viewer, "class-cards.ended", group.toString(), "");
    }

    private void requireOwn(Viewer viewer, List<Newcomer> children) {
        Set<StudentId> students =
                children.stream().map(child -> StudentId.of(child.person())).collect(Collectors.toSet());
        if (students.isEmpty() || !access.recordable(viewer, students).containsAll(students)) {
            throw new NotAllowed("Cards are made by a teacher of the children, a leader or an administrator.");
        }
    }

    private void openClass(Viewer viewer, GroupId group) {
        database.sql("""
                insert into access.class_code (group_id, district_id, code, made_by, made_at) values (?, ?, ?, ?, ?)
                on conflict (group_id) do nothing""")
                .params(
                        group.value(),
                        viewer.district().value(),
                        code(),
                        viewer.account().value(),
                        now())
                .update();
    }

    private int give(GroupId group, Newcomer child, Deque<Badge> free) {
        int given = database.sql("""
                insert into access.class_card (group_id, account_id, district_id, picture, sealed_taps, made_at)
                select ?, a.id, a.district_id, ?, ?, ? from access.account a where a.person_id = ?
                on conflict (group_id, account_id) do nothing""")
                .params(
                        group.value(),
                        free.peek().code(),
                        sealed(tapsOf(child).orElseGet(ClassCards::taps)),
                        now(),
                        child.person().value())
                .update();
        if (given == 1) {
            free.remove();
        }
        return given;
    }

    /** A child in two classes taps the same pictures in both. */
    private Optional<List<Picture>> tapsOf(Newcomer child) {
        return database.sql("""
                select c.sealed_taps from access.class_card c join access.account a on a.id = c.account_id
                where a.person_id = ? limit 1""")
                .param(child.person().value())
                .query(byte[].class)
                .optional()
                .map(this::opened);
    }

    private Deque<Badge> freeBadges(GroupId group) {
        Set<String> taken = Set.copyOf(database.sql("select picture from access.class_card where group_id = ?")
                .param(group.value())
                .query(String.class)
                .list());
        return Badge.all().stream()
                .filter(badge -> !taken.contains(badge.code()))
                .collect(Collectors.toCollection(ArrayDeque::new));
    }

    private Card card(ResultSet row, int n) throws SQLException {
        return new Card(
                new StudentId(row.getObject("person_id", UUID.class)),
                row.getString("code"),
                Badge.ofCode(row.getString("picture")).orElseThrow(),
                opened(row.getBytes("sealed_taps")));
    }

    List<Picture> opened(byte[] sealed) {
        return Picture.read(new String(sealing.open(sealed, PURPOSE), StandardCharsets.UTF_8));
    }

    private byte[] sealed(List<Picture> taps) {
        return sealing.seal(Picture.written(taps).getBytes(StandardCharsets.UTF_8), PURPOSE);
    }

    /** Three different pictures: easier to remember than one that comes twice. */
    private static List<Picture> taps() {
        List<Picture> pictures = new java.util.ArrayList<>(List.of(Picture.values()));
        Collections.shuffle(pictures, RANDOM);
        return List.copyOf(pictures.subList(0, TAPS));
    }

    private static String code() {
        return Stream.generate(() -> String.valueOf(LETTERS.charAt(RANDOM.nextInt(LETTERS.length()))))
                .limit(CODE_LENGTH)
                .collect(Collectors.joining());
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
