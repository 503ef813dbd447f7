package org.ownpath.operation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class NotOpenYetTest {

    private final NotOpenYet door = new NotOpenYet();

    private MockHttpServletResponse asked(String path) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        door.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    @Test
    void whoever_comes_before_the_school_is_filled_is_asked_for_a_moment_and_comes_in_by_themselves() throws Exception {
        MockHttpServletResponse early = asked("/sign-in");
        assertThat(early.getStatus()).isEqualTo(503);
        assertThat(early.getHeader("Refresh")).isEqualTo("3");
        door.open();
        assertThat(asked("/sign-in").getStatus()).isEqualTo(200);
    }

    @Test
    void a_monitor_and_the_looks_of_the_page_are_answered_at_once() throws Exception {
        assertThat(asked("/actuator/health/readiness").getStatus()).isEqualTo(200);
        assertThat(asked("/css/ownpath.css").getStatus()).isEqualTo(200);
    }
}
