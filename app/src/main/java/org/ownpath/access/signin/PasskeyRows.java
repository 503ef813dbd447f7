package org.ownpath.access.signin;

import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ownpath.access.DistrictScope;
import org.ownpath.shared.AccountId;
import org.ownpath.shared.DistrictId;
import org.ownpath.shared.TimeOrdered;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;
import org.springframework.stereotype.Component;

/** Passkeys as they are kept: each belongs to one account, whose id is what the standard calls the user's. */
@Component
class PasskeyRows implements UserCredentialRepository {

    private final JdbcClient database;

    PasskeyRows(JdbcClient database) {
        this.database = database;
    }

    static Bytes userId(AccountId account) {
        UUID id = account.value();
        return new Bytes(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }

    static AccountId account(Bytes userId) {
        ByteBuffer id = ByteBuffer.wrap(userId.getBytes());
        return new AccountId(new UUID(id.getLong(), id.getLong()));
    }

    /** The district of whoever this passkey belongs to, in whichever it is. */
    Optional<DistrictId> district(Bytes credential) {
        return database.sql("select d.id from access.district_of_passkey(?) as d (id) where d.id is not null")
                .param(credential.getBytes())
                .query(UUID.class)
                .optional()
                .map(DistrictId::new);
    }

    @Override
    public void save(CredentialRecord passkey) {
        database.sql("""
                insert into access.passkey (id, district_id, account_id, label, credential_id, public_key,
                    signature_count, uv_initialized, transports, backup_eligible, backup_state,
                    attestation_object, client_data, created_at, last_used_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (credential_id) do update set signature_count = excluded.signature_count,
                    uv_initialized = excluded.uv_initialized, backup_state = excluded.backup_state,
                    last_used_at = excluded.last_used_at""")
                .param(TimeOrdered.next())
                .param(DistrictScope.require().value())
                .param(account(passkey.getUserEntityUserId()).value())
                .param(passkey.getLabel())
                .param(passkey.getCredentialId().getBytes())
                .param(passkey.getPublicKey().getBytes())
                .param(passkey.getSignatureCount())
                .param(passkey.isUvInitialized())
                .param(passkey.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .toArray(String[]::new))
                .param(passkey.isBackupEligible())
                .param(passkey.isBackupState())
                .param(bytes(passkey.getAttestationObject()))
                .param(bytes(passkey.getAttestationClientDataJSON()))
                .param(Timestamp.from(passkey.getCreated()))
                .param(Timestamp.from(passkey.getLastUsed()))
                .update();
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credential) {
        return database.sql("select * from access.passkey where credential_id = ?")
                .param(credential.getBytes())
                .query(PasskeyRows::passkey)
                .optional()
                .orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes userId) {
        return database.sql("select * from access.passkey where account_id = ? order by created_at")
                .param(account(userId).value())
                .query(PasskeyRows::passkey)
                .list();
    }

    @Override
    public void delete(Bytes credential) {
        database.sql("delete from access.passkey where credential_id = ?")
                .param(credential.getBytes())
                .update();
    }

    private static byte @Nullable [] bytes(@Nullable Bytes bytes) {
        return bytes == null ? null : bytes.getBytes();
    }

    private static CredentialRecord passkey(ResultSet row, int n) throws SQLException {
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(new Bytes(row.getBytes("credential_id")))
                .userEntityUserId(userId(new AccountId(row.getObject("account_id", UUID.class))))
                .publicKey(new ImmutablePublicKeyCose(row.getBytes("public_key")))
                .signatureCount(row.getLong("signature_count"))
                .uvInitialized(row.getBoolean("uv_initialized"))
                .transports(Arrays.stream((String[]) row.getArray("transports").getArray())
                        .map(AuthenticatorTransport::valueOf)
                        .collect(Collectors.toSet()))
                .backupEligible(row.getBoolean("backup_eligible"))
                .backupState(row.getBoolean("backup_state"))
                .attestationObject(new Bytes(row.getBytes("attestation_object")))
                .attestationClientDataJSON(new Bytes(row.getBytes("client_data")))
                .label(row.getString("label"))
                .created(row.getTimestamp("created_at").toInstant())
                .lastUsed(row.getTimestamp("last_used_at").toInstant())
                .build();
    }
}
