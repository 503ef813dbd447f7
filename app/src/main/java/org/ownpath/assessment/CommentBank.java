package org.ownpath.assessment;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of what a teacher writes again and again. */
@Component
public class CommentBank {

    private final JdbcClient database;
    private final Access access;
    private final Clock clock;

    CommentBank(JdbcClient database, Access access, Clock clock) {
        this.database = database;
        this.access = access;
        this.clock = clock;
    }

    /** A comment that is kept. */
    public record Comment(UUID id, String words) {}

    /** The viewer's own comments, newest first. */
    public List<Comment> of(Viewer viewer) {
        return database.sql("select id, words from assessment.comment where owner_id = ? order by kept_at desc, id")
                .param(viewer.person().value())
                .query((row, n) -> new Comment(row.getObject("id", UUID.class), row.getString("words")))
                .list();
    }

    /** Keeps a comment once. */
    @Transactional
    public void keep(Viewer viewer, String words) {
        access.requireStaff(viewer);
        database.sql("""
                insert into assessment.comment (id, district_id, owner_id, words, kept_at)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                .params(
                        TimeOrdered.next(),
                        viewer.district().value(),
                        viewer.person().value(),
                        words.strip(),
                        Timestamp.from(clock.instant()))
                .update();
    }

    /** Drops a comment of the viewer's; whether there was one. */
    @Transactional
    public boolean drop(Viewer viewer, UUID comment) {
        return database.sql("delete from assessment.comment where id = ? and owner_id = ?")
                        .params(comment, viewer.person().value())
                        .update()
                == 1;
    }
}
