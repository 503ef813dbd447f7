package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whatever page is shown, a browser is told to trust nothing but this site. */
class HeadersTest extends SchoolTest {

    private static final List<String> LOADED =
            List.of("src", "srcset", "href", "action", "formaction", "poster", "data");

    private static final Map<String, String> PEOPLE = Map.of(
            "maya.okafor@northside.example", "northside",
            "gwen.abernathy@northside.example", "northside",
            "constance.mbekihall@northside.example", "northside",
            "nneka.okafor@northside.example", "northside",
            "philippa.crane@northside.example", "northside");

    private static final List<String> DOORS_OF_PROGRAMS = List.of("/api", "/xapi", "/ims");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private List<String> pages() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.ownpath"))
                .filter(each -> each.getKey().getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .flatMap(each -> each.getKey().getPatternValues().stream())
                .filter(pattern -> !pattern.contains("{"))
                .filter(pattern -> DOORS_OF_PROGRAMS.stream().noneMatch(pattern::startsWith))
                .distinct()
                .toList();
    }

    @Test
    void every_page_of_everybody_has_strict_headers_no_inline_script_and_nothing_from_elsewhere() {
        Map<String, String> seen = new TreeMap<>();
        PEOPLE.forEach((name, password) -> {
            Visitor visitor = new Visitor(port, HttpClient.Redirect.NEVER);
            visitor.signIn(name, password);
            for (String path : pages()) {
                if (seen.containsKey(path)) {
                    continue; // somebody else has seen it
                }
                HttpResponse<String> answer = visitor.open(path);
                check(path, answer);
                if (answer.statusCode() == 200 && html(answer)) {
                    seen.put(path, name);
                }
            }
        });
        check("/sign-in", new Visitor(port, HttpClient.Redirect.NEVER).open("/sign-in"));
        check("/nothing", new Visitor(port, HttpClient.Redirect.NEVER).open("/nothing"));
        assertThat(seen).hasSizeGreaterThan(25);
    }

    @Test
    void what_programs_are_answered_may_load_nothing_and_stand_in_no_frame() {
        for (String path :
                List.of("/api/v1/competencies", "/xapi/statements", "/ims/oneroster/gradebook/v1p2/lineItems")) {
            HttpResponse<String> answer = new Visitor(port, HttpClient.Redirect.NEVER).open(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue("default-src 'none'; frame-ancestors 'none'");
        }
    }

    @Test
    void a_page_that_is_sent_compressed_is_compressed_once_and_as_long_as_it_says() throws Exception {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NEVER);
        visitor.signIn("gwen.abernathy@northside.example", "northside");
        HttpResponse<byte[]> answer = visitor.http()
                .send(
                        visitor.to("/students")
                                .header("Accept-Encoding", "gzip")
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.headers().allValues("Content-Encoding")).containsExactly("gzip");
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(answer.body().length);
        assertThat(answer.headers().firstValue("Vary").orElse("")).containsIgnoringCase("accept-encoding");
        String page = new String(
                new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertThat(Jsoup.parse(page).text())
                .isEqualTo(Jsoup.parse(visitor.open("/students").body()).text());
    }

    private static void check(String path, HttpResponse<String> answer) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        answer.headers().map().forEach((name, values) -> headers.put(name, String.join(" ", values)));
        assertThat(headers.get("Content-Security-Policy"))
                .as(path)
                .contains("default-src 'self'", "object-src 'none'", "frame-ancestors 'none'", "base-uri 'none'")
                .doesNotContain("unsafe", "http:", "https:", "*");
        assertThat(headers)
                .as(path)
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsEntry("X-Frame-Options", "DENY")
                .containsEntry("Referrer-Policy", "same-origin")
                .containsEntry("Cross-Origin-Opener-Policy", "same-origin")
                .containsEntry("Cross-Origin-Resource-Policy", "same-origin")
                .containsKey("Permissions-Policy");
        if (html(answer)) {
            content(path, Jsoup.parse(answer.body()));
        }
    }

    private static boolean html(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
    }

    private static void content(String path, Document page) {
        assertThat(page.select("script:not([src]):not([type=application/json]), style, [style]"))
                .as("inline in " + path)
                .isEmpty();
        for (Element element : page.getAllElements()) {
            assertThat(element.attributes().asList())
                    .as(path)
                    .noneMatch(attribute -> attribute.getKey().startsWith("on"));
            if (!element.normalName().equals("a")) {
                LOADED.forEach(name -> assertThat(element.attr(name))
                        .as(path + " loads")
                        .doesNotStartWith("http")
                        .doesNotStartWith("//"));
            }
        }
    }
}
