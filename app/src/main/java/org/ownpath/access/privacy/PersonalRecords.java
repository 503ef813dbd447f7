package org.ownpath.access.privacy;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ownpath.access.Access;
import org.ownpath.access.NotAllowed;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.access.signin.Sessions;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.PersonId;
import org.ownpath.shared.StudentId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The front door to everything that is kept about a person, from every room, and to forgetting who somebody was. */
@Component
public class PersonalRecords {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final UUID NOBODY = new UUID(0, 0);

    private final List<KeepsAbout> rooms;
    private final JdbcClient database;
    private final Access access;
    private final Sessions sessions;

    PersonalRecords(List<KeepsAbout> rooms, JdbcClient database, Access access, Sessions sessions) {
        this.rooms = rooms.stream()
                .sorted(Comparator.comparing(room -> room.tables().get(0).name()))
                .toList();
        this.database = database;
        this.access = access;
        this.sessions = sessions;
    }

    /** All that one table keeps about a person, row by row, by the names of its columns. */
    public record Chapter(KeptTable table, List<Map<String, Object>> rows) {}

    /** All tables that keep something about people. */
    public List<KeptTable> tables() {
        return rooms.stream().flatMap(room -> room.tables().stream()).toList();
    }

    /** Everything that is kept about a person; chapters without a row are left out. */
    @Transactional
    public List<Chapter> of(Viewer viewer, PersonId person) {
        requireTold(viewer, person);
        access.audit(viewer, "personal-record.exported", person.toString(), "");
        return tables().stream()
                .map(table -> new Chapter(table, rows(table, person)))
                .filter(chapter -> !chapter.rows().isEmpty())
                .toList();
    }

    /**
     * Forgets who a person was: names, words and files go, the account with them; what was shown stays under an id that
     * names nobody, so that counts stay true. Cannot be undone.
     */
    @Transactional
    public void forget(Viewer administrator, PersonId person) {
        access.require(administrator, Role.ADMINISTRATOR);
        if (administrator.person().equals(person)) {
            throw new NotAllowed("Nobody erases themselves. Ask another administrator.");
        }
        Optional<AccountId> account = account(person);
        rooms.stream()
                .map(KeepsAbout::forget)
                .filter(statement -> !statement.isEmpty())
                .forEach(statement -> database.sql(statement)
                        .param("person", person.value())
                        .param("account", account.map(AccountId::value).orElse(NOBODY))
                        .query((row, n) -> n)
                        .list());
        account.ifPresent(sessions::endAll);
        access.audit(administrator, "person.erased", person.toString(), "");
    }

    /** Everything is told to the person, to the family of a child, and to who answers for the records. */
    private void requireTold(Viewer viewer, PersonId person) {
        boolean own = viewer.person().equals(person);
        boolean family = viewer.is(Role.FAMILY)
                && access.visible(viewer, Set.of(StudentId.of(person))).contains(StudentId.of(person));
        if (!own && !family && !viewer.is(Role.ADMINISTRATOR)) {
            throw new NotAllowed(
                    "All that is kept about somebody is told to them, to their family, and by an administrator.");
        }
    }

    private List<Map<String, Object>> rows(KeptTable table, PersonId person) {
        return database.sql("select to_jsonb(t) - cast(:secret as text[]) from " + table.name() + " t where "
                        + table.about())
                .param("secret", table.secret().toArray(String[]::new))
                .param("person", person.value())
                .param("account", account(person).map(AccountId::value).orElse(NOBODY))
                .query((row, n) -> JSON.readValue(row.getString(1), new TypeReference<Map<String, Object>>() {}))
                .list();
    }

    private Optional<AccountId> account(PersonId person) {
        return database.sql("select id from access.account where person_id = ?")
                .param(person.value())
                .query(UUID.class)
                .optional()
                .map(AccountId::new);
    }
}
