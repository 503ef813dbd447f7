package org.ownpath.access.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.ownpath.access.DistrictScope;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.access.ViewerRow;
import org.ownpath.shared.DistrictId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The front door by which young children come in: the class by its code, the child by its picture, three taps. */
@Component
public class ClassDoor {

    private static final Duration SHORT = Duration.ofHours(1);

    private final JdbcClient database;
    private final ClassCards cards;
    private final Throttle throttle;
    private final Entrance entrance;

    ClassDoor(JdbcClient database, ClassCards cards, Throttle throttle, Entrance entrance) {
        this.database = database;
        this.cards = cards;
        this.throttle = throttle;
        this.entrance = entrance;
    }

    private record Child(Viewer viewer, List<Picture> taps) {}

    /** What a child shows at the door: the class, the picture that is its own, and what it has tapped. */
    public record Shown(String code, Badge badge, List<Picture> taps) {

        /** Keeps its own copy of the taps. */
        public Shown {
            taps = List.copyOf(taps);
        }

        /** Whether there are more pictures to tap. */
        public boolean goesOn() {
            return taps.size() < ClassCards.TAPS;
        }
    }

    /** What came of three taps. */
    public sealed interface Tapped {
        /** The child is in. */
        record In() implements Tapped {}

        /** These are other pictures than those of the card. */
        record Others() implements Tapped {}

        /** Too many tries; the door opens again in so many minutes. */
        record Wait(long minutes) implements Tapped {}
    }

    /** The pictures of the children of a class, by its code; empty when there is no such class. No names. */
    public List<Badge> badges(String code) {
        return inClass(
                        code,
                        () -> database.sql("""
                        select c.picture from access.class_card c join access.class_code k on k.group_id = c.group_id
                        where k.code = ?""").param(plain(code)).query(String.class).list().stream()
                                .flatMap(picture -> Badge.ofCode(picture).stream())
                                .sorted(java.util.Comparator.comparing(Badge::frame)
                                        .thenComparing(Badge::picture))
                                .toList())
                .orElse(List.of());
    }

    /** Lets a child in who taps what is on the card, into a session that opens nothing of the account. */
    public Tapped tap(Shown shown, HttpServletRequest request, HttpServletResponse response) {
        Throttle.Try now = new Throttle.Try(
                "card " + plain(shown.code()) + " " + shown.badge().code(), request.getRemoteAddr());
        Optional<Duration> wait = throttle.wait(now);
        if (wait.isPresent()) {
            return new Tapped.Wait(new TooManyTries(wait.get()).minutes());
        }
        Optional<Child> child = child(shown).filter(found -> found.taps().equals(shown.taps()));
        if (child.isEmpty()) {
            throttle.failed(now);
            return new Tapped.Others();
        }
        throttle.succeeded(now);
        entrance.enterWithCard(child.get().viewer(), SHORT, request, response);
        return new Tapped.In();
    }

    private Optional<Child> child(Shown shown) {
        return inClass(
                        shown.code(),
                        () -> database.sql("""
                        select a.*, c.sealed_taps from access.class_card c
                        join access.class_code k on k.group_id = c.group_id
                        join access.account a on a.id = c.account_id
                        where k.code = ? and c.picture = ? and a.disabled_at is null""")
                                .params(plain(shown.code()), shown.badge().code())
                                .query((row, n) ->
                                        new Child(ViewerRow.viewer(row, n), cards.opened(row.getBytes("sealed_taps"))))
                                .optional())
                .flatMap(found -> found)
                .filter(found -> found.viewer().roles().equals(java.util.Set.of(Role.STUDENT)));
    }

    private <T> Optional<T> inClass(String code, java.util.function.Supplier<T> work) {
        return database.sql("select d.id from access.district_of_class(?) as d (id) where d.id is not null")
                .param(plain(code))
                .query(UUID.class)
                .optional()
                .map(district -> DistrictScope.within(new DistrictId(district), work));
    }

    private static String plain(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }
}
