package org.ownpath.pathway;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.shared.OpenNetwork;

/** Asking links: what counts as an answer, and where nobody is asked. */
class LinkQuestionTest {

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/there", 200, null);
        answer("/gone", 404, null);
        answer("/moved", 302, "/there");
        answer("/round", 302, "/round");
        answer("/elsewhere", 302, "ftp://files.example/");
        server.createContext("/no-head", exchange -> {
            exchange.sendResponseHeaders(exchange.getRequestMethod().equals("HEAD") ? 405 : 200, -1);
            exchange.close();
        });
        server.start();
    }

    private void answer(String path, int status, @Nullable String location) {
        server.createContext(path, exchange -> {
            if (location != null) {
                exchange.getResponseHeaders().set("Location", location);
            }
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String at(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static boolean well(LinkQuestion question, String link) {
        return question.ask(link) instanceof LinkQuestion.Answered answered && answered.well();
    }

    @Test
    void what_answers_well_is_alive_and_what_is_gone_or_leads_astray_is_not() {
        LinkQuestion question = new LinkQuestion(true);
        assertThat(List.of("/there", "/moved", "/no-head")).allMatch(path -> well(question, at(path)));
        assertThat(List.of("/gone", "/round", "/elsewhere")).noneMatch(path -> well(question, at(path)));
    }

    @Test
    void nothing_inside_a_private_network_is_asked() {
        LinkQuestion question = new LinkQuestion(false);
        LinkQuestion.Reply refused =
                new LinkQuestion.Answered(false, "It leads into a private network, which is not asked.");
        assertThat(List.of(at("/there"), "http://127.0.0.1/", "http://[::1]/", "http://0.0.0.0/", "http://10.0.0.1/"))
                .allSatisfy(link -> assertThat(question.ask(link)).isEqualTo(refused));
        assertThat(List.of("file:///etc/passwd", "ftp://files.example/", "nonsense"))
                .noneMatch(link -> well(question, link));
    }

    @Test
    void addresses_of_the_open_network_are_told_from_those_inside() throws IOException {
        for (String inside :
                List.of("10.1.2.3", "192.168.0.9", "169.254.169.254", "100.64.0.1", "fd00::1", "0.1.2.3")) {
            assertThat(OpenNetwork.isInside(InetAddress.getByName(inside)))
                    .as(inside)
                    .isTrue();
        }
        for (String outside : List.of("93.184.215.14", "100.128.0.1", "2606:2800:21f::1")) {
            assertThat(OpenNetwork.isInside(InetAddress.getByName(outside)))
                    .as(outside)
                    .isFalse();
        }
    }
}
