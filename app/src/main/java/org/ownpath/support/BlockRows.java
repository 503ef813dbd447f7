package org.ownpath.support;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.BlockId;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GroupId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The stored blocks with their groups and students. */
@Component
class BlockRows {

    private static final String BLOCK = """
            select b.*, case when exists (select 1 from support.block_step s
                                          where s.block_id = b.id and s.step = 'dissolved') then 'DISSOLVED'
                             when exists (select 1 from support.block_step s
                                          where s.block_id = b.id and s.step = 'published') then 'PUBLISHED'
                             else 'PROPOSED' end as state
            from support.block b
            """;

    private final JdbcClient database;

    BlockRows(JdbcClient database) {
        this.database = database;
    }

    void add(Block block, Instant now) {
        UUID district = DistrictScope.require().value();
        Block.Time time = block.time();
        database.sql("""
                insert into support.block
                    (id, district_id, title, subject, held_on, from_time, to_time, seats, told, made_by, made_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        block.id().value(),
                        district,
                        time.title(),
                        block.subject(),
                        time.day(),
                        time.from(),
                        time.to(),
                        block.seats(),
                        block.told().toArray(String[]::new),
                        block.madeBy().value(),
                        Timestamp.from(now))
                .update();
        for (int place = 0; place < block.groups().size(); place++) {
            Block.Group group = block.groups().get(place);
            database.sql("""
                    insert into support.block_group
                        (id, district_id, block_id, place, competency_id, room, teacher_id, language)
                    values (?, ?, ?, ?, ?, ?, ?, nullif(?, ''))""")
                    .params(
                            group.id().value(),
                            district,
                            block.id().value(),
                            place,
                            group.competency().value(),
                            group.room(),
                            group.teacher().value(),
                            group.language().orElse(""))
                    .update();
        }
        database.sql("""
                insert into support.block_student (block_id, district_id, student_id, group_id)
                select :block, :district, t.student, nullif(t.group_id, '')::uuid
                from unnest(:students::uuid[], :groups::text[]) as t (student, group_id)""")
                .param("block", block.id().value())
                .param("district", district)
                .param("students", column(block, seat -> seat.student().toString()))
                .param(
                        "groups",
                        column(
                                block,
                                seat -> seat.group().map(GroupId::toString).orElse("")))
                .update();
    }

    private static String[] column(Block block, Function<Block.Seat, String> value) {
        return block.seated().stream().map(value).toArray(String[]::new);
    }

    Optional<Block> find(BlockId id) {
        return database.sql(BLOCK + "where b.id = ?")
                .param(id.value())
                .query(this::block)
                .optional();
    }

    /** All blocks, the latest day first. */
    List<Block> all(int limit) {
        return database.sql(BLOCK + "order by b.held_on desc, b.from_time limit ?")
                .param(limit)
                .query(this::block)
                .list();
    }

    /** The published blocks of a student from this day on. */
    List<Block> published(StudentId student, LocalDate from) {
        return database.sql(BLOCK + """
                where b.held_on >= ?
                  and exists (select 1 from support.block_student s where s.block_id = b.id and s.student_id = ?
                                                                      and s.group_id is not null)
                  and exists (select 1 from support.block_step p where p.block_id = b.id and p.step = 'published')
                  and not exists (select 1 from support.block_step d where d.block_id = b.id and d.step = 'dissolved')
                order by b.held_on, b.from_time""")
                .params(from, student.value())
                .query(this::block)
                .list();
    }

    /** The other published blocks of the same time, at least in part. */
    List<Block> published(Block beside) {
        Block.Time time = beside.time();
        return database.sql(BLOCK + """
                where b.id <> ? and b.held_on = ? and b.from_time < ? and b.to_time > ?
                  and exists (select 1 from support.block_step p where p.block_id = b.id and p.step = 'published')
                  and not exists (select 1 from support.block_step d where d.block_id = b.id and d.step = 'dissolved')
                order by b.from_time, b.id""")
                .params(beside.id().value(), time.day(), time.to(), time.from())
                .query(this::block)
                .list();
    }

    void move(BlockId block, StudentId student, Optional<GroupId> group) {
        database.sql("""
                update support.block_student set group_id = :group where block_id = :block and student_id = :student""")
                .param("group", group.map(GroupId::value).orElse(null))
                .param("block", block.value())
                .param("student", student.value())
                .update();
    }

    void attend(BlockId block, StudentId student, Plan.Attendance attendance) {
        database.sql("update support.block_student set attendance = ? where block_id = ? and student_id = ?")
                .params(attendance.code(), block.value(), student.value())
                .update();
    }

    /** Takes a step; false when it was taken already. */
    boolean step(BlockId block, Block.State step, PersonId by, Instant now) {
        return database.sql("""
                insert into support.block_step (block_id, district_id, step, by_person, at)
                values (?, ?, ?, ?, ?) on conflict do nothing""")
                        .params(
                                block.value(),
                                DistrictScope.require().value(),
                                step.name().toLowerCase(Locale.ROOT),
                                by.value(),
                                Timestamp.from(now))
                        .update()
                > 0;
    }

    private Block block(ResultSet row, int n) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new Block(
                new BlockId(id),
                new Block.Time(
                        row.getString("title"),
                        row.getObject("held_on", LocalDate.class),
                        row.getObject("from_time", LocalTime.class),
                        row.getObject("to_time", LocalTime.class)),
                row.getString("subject"),
                row.getInt("seats"),
                Block.State.valueOf(row.getString("state")),
                new PersonId(row.getObject("made_by", UUID.class)),
                groups(id),
                seats(id),
                List.of((String[]) row.getArray("told").getArray()));
    }

    private List<Block.Group> groups(UUID block) {
        return database.sql("select * from support.block_group where block_id = ? order by place")
                .param(block)
                .query((row, n) -> new Block.Group(
                        new GroupId(row.getObject("id", UUID.class)),
                        new CompetencyId(row.getObject("competency_id", UUID.class)),
                        row.getString("room"),
                        new PersonId(row.getObject("teacher_id", UUID.class)),
                        Optional.ofNullable(row.getString("language"))))
                .list();
    }

    private List<Block.Seat> seats(UUID block) {
        return database.sql("select * from support.block_student where block_id = ? order by student_id")
                .param(block)
                .query((row, n) -> new Block.Seat(
                        new StudentId(row.getObject("student_id", UUID.class)),
                        Optional.ofNullable(row.getObject("group_id", UUID.class))
                                .map(GroupId::new),
                        Optional.ofNullable(row.getString("attendance"))
                                .map(code -> Plan.Attendance.valueOf(code.toUpperCase(Locale.ROOT)))))
                .list();
    }
}
