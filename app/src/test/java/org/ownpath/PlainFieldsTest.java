package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

class PlainFieldsTest extends SchoolTest {

    @LocalServerPort
    int port;

    private Visitor visitor;

    @BeforeEach
    void come() {
        visitor = new Visitor(port, HttpClient.Redirect.ALWAYS);
    }

    @Test
    void a_character_that_no_database_takes_is_left_out_of_a_form() {
        assertThat(visitor.signIn("philippa.crane@north\0side.example", "northside\0")
                        .uri()
                        .getPath())
                .isNotEqualTo("/sign-in");
    }

    @Test
    void and_out_of_an_address() {
        visitor.signIn("philippa.crane@northside.example", "northside");
        assertThat(visitor.open("/people?q=Oka%00for").body()).contains("Maya Okafor");
    }
}
