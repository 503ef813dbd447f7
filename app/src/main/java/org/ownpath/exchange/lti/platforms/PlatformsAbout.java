package org.ownpath.exchange.lti.platforms;

import java.util.List;
import org.ownpath.access.privacy.KeepsAbout;
import org.ownpath.access.privacy.KeptTable;
import org.springframework.stereotype.Component;

/** What is kept of people whom learning management systems send. */
@Component
class PlatformsAbout implements KeepsAbout {

    @Override
    public List<KeptTable> tables() {
        return List.of(
                KeptTable.of("exchange.lti_account", "How other systems call the account", "account_id = :account"),
                KeptTable.of("exchange.lti_arrival", "Openings from other systems", "account_id = :account")
                        .without("state_hash", "browser_hash", "nonce"),
                KeptTable.of("exchange.lti_content_request", "Links picked for other systems", "account_id = :account")
                        .without("echo", "return_to"),
                KeptTable.of("exchange.lti_return", "What other systems are told", "student_id = :person"));
    }

    @Override
    public String forget() {
        return "select exchange.forget_platforms(:person, cast(:account as uuid))";
    }
}
