package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What those who run an installation see of it. */
class OperationTest extends SchoolTest {

    private static final String PHILIPPA = "philippa.crane@northside.example";

    @LocalServerPort
    int port;

    private Visitor nobody() {
        return new Visitor(port, HttpClient.Redirect.NEVER);
    }

    @Test
    void anybody_learns_whether_it_is_well_and_no_more() {
        for (String part : List.of("", "/liveness", "/readiness")) {
            HttpResponse<String> answer = nobody().open("/actuator/health" + part);
            assertThat(answer.statusCode()).as(part).isEqualTo(200);
            assertThat(answer.body()).contains("UP").doesNotContain("PostgreSQL", "path", "free");
        }
        assertThat(nobody().open("/actuator/env").statusCode()).isEqualTo(401);
    }

    @Test
    void figures_are_for_whoever_has_the_token() {
        Visitor visitor = nobody();
        assertThat(visitor.open("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(visitor.send(visitor.to("/actuator/prometheus").header("Authorization", "Bearer wrong"))
                        .statusCode())
                .isEqualTo(401);
        assertThat(visitor.send(visitor.to("/actuator/prometheus").header("Authorization", "Bearer " + METRICS_TOKEN))
                        .body())
                .contains("jvm_memory_used_bytes", "http_server_requests_seconds_count", "hikaricp_connections");
    }

    @Test
    void a_request_keeps_the_number_that_a_proxy_gave_it_unless_it_is_none() {
        Visitor visitor = nobody();
        assertThat(visitor.send(visitor.to("/sign-in").header("X-Request-Id", "from-the-proxy-17"))
                        .headers()
                        .firstValue("X-Request-Id"))
                .contains("from-the-proxy-17");
        assertThat(visitor.send(visitor.to("/sign-in").header("X-Request-Id", "<b>not a number</b>"))
                        .headers()
                        .firstValue("X-Request-Id"))
                .hasValueSatisfying(number -> assertThat(number).matches("\\d{4}-\\d{4}-\\d{4}"));
    }

    @Test
    void what_went_wrong_is_found_in_the_log_by_the_number_on_the_page_and_no_secret_is_in_the_log() {
        Visitor philippa = nobody();
        ListAppender<ILoggingEvent> log = listening();
        asOwner("alter table exchange.import_job rename to away");
        try {
            philippa.signIn(PHILIPPA, "not her password 8315");
            philippa.signIn(PHILIPPA, "northside");
            String token = token(viewer(PHILIPPA));
            philippa.send(philippa.to("/api/v1/nothing").header("Authorization", "Bearer " + token));
            HttpResponse<String> page = philippa.open("/imports");
            assertThat(page.statusCode()).isEqualTo(500);
            Matcher number =
                    Pattern.compile("tell us this number: <strong>([^<]+)<").matcher(page.body());
            assertThat(number.find()).isTrue();
            assertThat(log.list)
                    .anyMatch(line ->
                            number.group(1).equals(line.getMDCPropertyMap().get("request"))
                                    && line.getThrowableProxy() != null);
            assertThat(log.list.stream().map(OperationTest::text).toList())
                    .noneMatch(text -> text.contains("8315") || text.contains(token) || text.contains("ownpath="));
        } finally {
            asOwner("alter table exchange.away rename to import_job");
            root().detachAppender(log);
        }
    }

    private static ListAppender<ILoggingEvent> listening() {
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        root().addAppender(log);
        return log;
    }

    private static Logger root() {
        return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    private static String text(ILoggingEvent line) {
        return line.getFormattedMessage()
                + (line.getThrowableProxy() == null ? "" : ThrowableProxyUtil.asString(line.getThrowableProxy()));
    }
}
