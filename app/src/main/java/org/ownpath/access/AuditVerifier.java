package org.ownpath.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recomputes a district's chain of seals from its beginning, entry after entry. */
final class AuditVerifier {

    private static final int AT_ONCE = 10_000;

    /** How much older than the entries sealed before it an entry may be: a long transaction, clocks that differ. */
    private static final Duration LATE = Duration.ofHours(1);

    private final JdbcClient database;
    private final Optional<String> head;
    private byte[] last = AuditEntry.BEFORE_THE_FIRST;
    private long position;
    private Instant newest = Instant.EPOCH;
    private boolean headSeen;

    AuditVerifier(JdbcClient database, Optional<String> head) {
        this.database = database;
        this.head = head;
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(long position, byte[] hash, Instant sealedAt, Optional<AuditEntry> entry) {}

    /** The check of the current district. */
    AuditCheck check() {
        List<Sealed> some = next();
        while (!some.isEmpty()) {
            for (Sealed sealed : some) {
                Optional<AuditCheck.Broken> broken = broken(sealed);
                if (broken.isPresent()) {
                    return broken.get();
                }
            }
            some = next();
        }
        return head.isPresent() && !headSeen
                ? new AuditCheck.WithoutHead(head.get())
                : new AuditCheck.Whole(position, HexFormat.of().formatHex(last));
    }

    private Optional<AuditCheck.Broken> broken(Sealed sealed) {
        position++;
        if (sealed.position() != position) {
            return Optional.of(AuditCheck.Broken.missing(position));
        }
        if (sealed.entry().isEmpty()) {
            return Optional.of(AuditCheck.Broken.gone(position, sealed.sealedAt()));
        }
        AuditEntry entry = sealed.entry().get();
        last = entry.sealedAfter(last);
        if (!Arrays.equals(last, sealed.hash())) {
            return Optional.of(AuditCheck.Broken.changed(position, entry));
        }
        if (entry.at().isBefore(newest.minus(LATE))) {
            return Optional.of(AuditCheck.Broken.late(position, entry));
        }
        newest = entry.at().isAfter(newest) ? entry.at() : newest;
        headSeen |=
                head.filter(HexFormat.of().formatHex(last)::equalsIgnoreCase).isPresent();
        return Optional.empty();
    }

    private List<Sealed> next() {
        return database.sql("""
                select s.position, s.hash, s.sealed_at, a.* from access.audit_seal s
                left join access.audit a on a.id = s.entry_id and a.district_id = s.district_id
                where s.position > ? order by s.position limit ?""")
                .params(position, AT_ONCE)
                .query(AuditVerifier::sealed)
                .list();
    }

    private static Sealed sealed(ResultSet row, int n) throws SQLException {
        return new Sealed(
                row.getLong("position"),
                row.getBytes("hash"),
                row.getTimestamp("sealed_at").toInstant(),
                row.getObject("id") == null ? Optional.empty() : Optional.of(AuditEntry.of(row, n)));
    }
}
