package org.ownpath.access.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IssuersTest {

    private final Issuers issuers = new Issuers(false);

    @Test
    void an_administrator_cannot_make_the_server_ask_its_own_network() {
        for (String address : new String[] {
            "https://localhost/realms/school",
            "https://127.0.0.1/",
            "https://10.1.2.3/",
            "https://192.168.0.1/",
            "https://169.254.169.254/",
            "https://[::1]/",
            "https://[fd00::1]/",
            "file:///etc/passwd",
            "nonsense"
        }) {
            assertThat(issuers.problem(address))
                    .as(address)
                    .hasValueSatisfying(why -> assertThat(why).contains("https address that everybody reaches"));
        }
    }

    @Test
    void an_issuer_without_encryption_is_refused() {
        assertThat(issuers.problem("http://192.0.2.1/")).isPresent();
    }
}
