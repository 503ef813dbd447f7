package org.ownpath.messages;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.shared.StudentId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of messages for readers: what they are told, and what of it they have read. */
@Component
public class Notices {

    private static final int SHOWN = 100;

    private final NoticeRows rows;
    private final Wordbooks wordbooks;
    private final ChoiceRows choices;
    private final Telling telling;
    private final Access access;
    private final Clock clock;

    Notices(NoticeRows rows, Wordbooks wordbooks, ChoiceRows choices, Telling telling, Access access, Clock clock) {
        this.rows = rows;
        this.wordbooks = wordbooks;
        this.choices = choices;
        this.telling = telling;
        this.access = access;
        this.clock = clock;
    }

    /** The latest notices of this reader about students whom they may see today, in the reader's language. */
    public List<Told> of(Viewer viewer) {
        return telling.inWords(viewer, rows.of(viewer.person(), SHOWN), words(viewer));
    }

    /** How many notices of students whom this reader may see today are unread. */
    public int unread(Viewer viewer) {
        Map<StudentId, Integer> unread = rows.unread(viewer.person());
        if (unread.isEmpty()) {
            return 0;
        }
        Set<StudentId> visible = access.visible(viewer, unread.keySet());
        return unread.entrySet().stream()
                .filter(each -> visible.contains(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** Notes that a notice was read; gives where to see more, if it is this reader's and they may see the student. */
    @Transactional
    public Optional<String> read(Viewer viewer, UUID notice) {
        Optional<Notice> own = rows.find(viewer.person(), notice)
                .filter(found ->
                        !access.visible(viewer, List.of(found.student())).isEmpty());
        own.ifPresent(found -> rows.read(List.of(found.id()), clock.instant()));
        return own.map(Notice::address);
    }

    /** Notes that all of this reader's notices that are shown were read. */
    @Transactional
    public void readAll(Viewer viewer) {
        rows.read(of(viewer).stream().map(told -> told.notice().id()).collect(Collectors.toSet()), clock.instant());
    }

    /** The words of the reader's own language. */
    public Wordbook words(Viewer viewer) {
        return wordbooks.of(choices.of(viewer).language());
    }
}
