package org.ownpath.operation;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class PaceTest {

    private static final int NOT_REACHED = 1000;

    private static int send(Pace pace, String method, String path, String who) throws ServletException, IOException {
        MockHttpServletRequest request = new MockHttpServletRequest(method, path);
        request.setUserPrincipal(() -> who);
        MockHttpServletResponse response = new MockHttpServletResponse();
        pace.doFilter(request, response, new MockFilterChain());
        if (response.getStatus() == 429) {
            assertThat(Integer.parseInt(String.valueOf(response.getHeader("Retry-After"))))
                    .isBetween(1, 60);
        }
        return response.getStatus();
    }

    @Test
    void whoever_writes_too_fast_is_told_when_to_go_on_and_nobody_else_is_kept_waiting() throws Exception {
        Pace pace = new Pace(3, NOT_REACHED, NOT_REACHED, NOT_REACHED);
        for (int i = 0; i < 3; i++) {
            assertThat(send(pace, "POST", "/record", "gwen")).isEqualTo(200);
        }
        assertThat(send(pace, "POST", "/record", "gwen")).isEqualTo(429);
        assertThat(send(pace, "POST", "/record", "maya")).isEqualTo(200);
    }

    @Test
    void reading_pages_is_not_limited_but_a_program_is_however_it_calls() throws Exception {
        Pace pace = new Pace(1, 1, NOT_REACHED, NOT_REACHED);
        for (int i = 0; i < 5; i++) {
            assertThat(send(pace, "GET", "/my/path", "maya")).isEqualTo(200);
        }
        assertThat(send(pace, "GET", "/api/v1/judgements", "program")).isEqualTo(200);
        assertThat(send(pace, "GET", "/api/v1/judgements", "program")).isEqualTo(429);
    }

    @Test
    void an_address_is_limited_whoever_writes_from_it() throws Exception {
        Pace pace = new Pace(NOT_REACHED, NOT_REACHED, NOT_REACHED, 2);
        assertThat(send(pace, "POST", "/record", "gwen")).isEqualTo(200);
        assertThat(send(pace, "POST", "/record", "maya")).isEqualTo(200);
        assertThat(send(pace, "POST", "/record", "tom")).isEqualTo(429);
    }
}
