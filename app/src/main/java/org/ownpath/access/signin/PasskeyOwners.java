package org.ownpath.access.signin;

import org.jspecify.annotations.Nullable;
import org.ownpath.access.Accounts;
import org.ownpath.access.Viewer;
import org.ownpath.shared.AccountId;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.stereotype.Component;

/** Accounts as the standard of passkeys names them. There are no others, so nothing is kept here. */
@Component
class PasskeyOwners implements PublicKeyCredentialUserEntityRepository {

    private final Accounts accounts;

    PasskeyOwners(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes id) {
        return owner(PasskeyRows.account(id));
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String account) {
        return owner(AccountId.of(account));
    }

    @Override
    public void save(PublicKeyCredentialUserEntity owner) {
        throw new UnsupportedOperationException("Accounts are opened under People, not by a passkey");
    }

    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("Accounts are closed under People, not by a passkey");
    }

    private @Nullable PublicKeyCredentialUserEntity owner(AccountId account) {
        return accounts.viewer(account).map(PasskeyOwners::owner).orElse(null);
    }

    private static PublicKeyCredentialUserEntity owner(Viewer viewer) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(PasskeyRows.userId(viewer.account()))
                .name(viewer.displayName())
                .displayName(viewer.displayName())
                .build();
    }
}
