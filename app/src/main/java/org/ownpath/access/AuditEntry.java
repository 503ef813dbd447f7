package org.ownpath.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.shared.Sha256;

/** One line of the audit trail as the database keeps it. */
record AuditEntry(UUID id, long number, Instant at, Optional<UUID> account, Deed deed, List<UUID> about) {

    /** Where a district's chain begins. */
    static final byte[] BEFORE_THE_FIRST = new byte[32];

    /** What was done, to what, and how. */
    record Deed(String action, String subject, String detail) {}

    static AuditEntry of(ResultSet row, int n) throws SQLException {
        return new AuditEntry(
                row.getObject("id", UUID.class),
                row.getLong("number"),
                row.getTimestamp("at").toInstant().truncatedTo(ChronoUnit.MICROS),
                Optional.ofNullable(row.getObject("account_id", UUID.class)),
                new Deed(
                        row.getString("action"),
                        row.getString("subject"),
                        Objects.requireNonNullElse(row.getString("detail"), "")),
                Arrays.asList((UUID[]) row.getArray("about").getArray()));
    }

    /** The hash that seals this entry after the one before it: over each of its parts with the part's length. */
    byte[] sealedAfter(byte[] before) {
        MessageDigest hash = Sha256.digest();
        hash.update(before);
        Stream.of(
                        id.toString(),
                        Long.toString(number),
                        at.toString(),
                        account.map(UUID::toString).orElse(""),
                        deed.action(),
                        deed.subject(),
                        deed.detail(),
                        about.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .map(part -> part.getBytes(StandardCharsets.UTF_8))
                .forEach(part -> {
                    hash.update((part.length + ":").getBytes(StandardCharsets.US_ASCII));
                    hash.update(part);
                });
        return hash.digest();
    }
}
