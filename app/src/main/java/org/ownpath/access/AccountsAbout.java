package org.ownpath.access;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What access keeps about people. */
@Component
class AccountsAbout implements KeepsAbout {

    private static final String OWN = "account_id = :account";

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("access.account", "The account", "person_id = :person")
                        .without("password_hash"),
                KeptTable.of(
                                "access.spring_session",
                                "Devices that are signed in",
                                "principal_name = cast(:account as text)")
                        .without("session_id", "primary_id"),
                KeptTable.of("access.sign_in_link", "Links to sign in with", OWN)
                        .without("token_hash"),
                KeptTable.of("access.second_factor", "The second factor", OWN).without("sealed_secret"),
                KeptTable.of("access.recovery_code", "Codes on paper", OWN).without("code_hash"),
                KeptTable.of("access.passkey", "Passkeys", OWN)
                        .without("credential_id", "public_key", "attestation_object", "client_data"),
                KeptTable.of("access.class_card", "Cards of a class", OWN).without("sealed_taps"),
                KeptTable.of("access.school_identity", "Accounts elsewhere that sign in here", OWN),
                KeptTable.of("access.api_token", "Tokens of programs", OWN).without("token_hash"),
                KeptTable.of(
                        "access.correction_request",
                        "Corrections asked for",
                        "student_id = :person or asked_by = :person"),
                KeptTable.of(
                        "access.audit",
                        "What was done by this account, or to this person",
                        "account_id = :account or :person = any(about)"
                                + " or subject in (cast(:person as text), cast(:account as text))"));
    }

    @Override
    public String forget() {
        return "select access.forget(:person), access.forget_requests(:person) where cast(:account as uuid) is not null";
    }
}
