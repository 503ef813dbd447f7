package org.ownpath.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.ownpath.shared.CompetencyId;

/** One student's browser without scripts: signs in, answers by chance, and tries again when nobody answers. */
final class TestTaker {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private static final int SHORTEST_THOUGHT_MILLIS = 5_000;
    private static final int LONGEST_THOUGHT_MILLIS = 15_000;

    private final URI address;
    private final TestingFigures figures;
    private final Random chance;
    private String cookie = "";

    TestTaker(URI address, TestingFigures figures, int seed) {
        this.address = address;
        this.figures = figures;
        this.chance = new Random(seed);
    }

    void take(String name, String password, List<CompetencyId> competencies, CountDownLatch signedIn) {
        String token = token(page("/sign-in"));
        post("/sign-in", List.of("_csrf", token, "name", name, "password", password));
        signedIn.countDown();
        List<CompetencyId> shuffled = new ArrayList<>(competencies);
        java.util.Collections.shuffle(shuffled, chance);
        for (CompetencyId competency : shuffled) {
            if (figures.over()) {
                return;
            }
            String form = token(page("/tests"));
            HttpResponse<String> begun =
                    post("/tests/attempts", List.of("_csrf", form, "competency", competency.toString()));
            answerAll(location(begun));
        }
    }

    private void answerAll(String attempt) {
        long asked = System.nanoTime();
        Document page = page(attempt);
        figures.asked(System.nanoTime() - asked);
        while (page.selectFirst("form[data-answer]") != null && !figures.over()) {
            think();
            Element form = page.selectFirst("form[data-answer]");
            List<String> fields = fields(form);
            String item = form.select("[name=item]").val();
            long sent = System.nanoTime();
            HttpResponse<String> answer = post(attempt + "/answers", fields);
            if (answer.statusCode() == 302) {
                figures.stored(attempt.substring(attempt.lastIndexOf('/') + 1), item, System.nanoTime() - sent);
            }
            asked = System.nanoTime();
            page = page(attempt);
            figures.asked(System.nanoTime() - asked);
        }
    }

    private void think() {
        pause(SHORTEST_THOUGHT_MILLIS + chance.nextInt(LONGEST_THOUGHT_MILLIS - SHORTEST_THOUGHT_MILLIS));
    }

    /** An answer by chance to whatever is asked. */
    private List<String> fields(Element form) {
        List<String> fields = new ArrayList<>();
        form.select("input[type=hidden]").forEach(hidden -> add(fields, hidden.attr("name"), hidden.val()));
        List<Element> options = form.select("input[type=radio], input[type=checkbox]");
        if (!options.isEmpty()) {
            Element chosen = options.get(chance.nextInt(options.size()));
            add(fields, chosen.attr("name"), chosen.val());
        }
        form.select("select").forEach(list -> {
            List<Element> choices = list.select("option[value]:not([value=''])");
            add(
                    fields,
                    list.attr("name"),
                    choices.get(chance.nextInt(choices.size())).val());
        });
        form.select("input[type=text], textarea")
                .forEach(typed -> add(fields, typed.attr("name"), String.valueOf(chance.nextInt(20))));
        return fields;
    }

    private static void add(List<String> fields, String name, String value) {
        fields.add(name);
        fields.add(value);
    }

    private Document page(String path) {
        HttpResponse<String> answer = send(request(path));
        String moved = location(answer);
        return moved.isEmpty() || moved.contains("/sign-in") ? Jsoup.parse(answer.body()) : page(moved);
    }

    private static String token(Document page) {
        return page.select("[name=_csrf]").val();
    }

    private HttpResponse<String> post(String path, List<String> fields) {
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < fields.size(); i += 2) {
            body.append(i == 0 ? "" : "&")
                    .append(encoded(fields.get(i)))
                    .append('=')
                    .append(encoded(fields.get(i + 1)));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(address.resolve(path)).timeout(Duration.ofSeconds(20));
        return cookie.isEmpty() ? request : request.header("Cookie", cookie);
    }

    /** Until somebody answers. */
    private HttpResponse<String> send(HttpRequest.Builder request) {
        while (true) {
            try {
                HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
                answer.headers().allValues("set-cookie").stream()
                        .filter(set -> set.startsWith("ownpath="))
                        .forEach(set -> cookie = set.substring(0, set.indexOf(';')));
                if (answer.statusCode() < 500) {
                    return answer;
                }
                figures.refused();
            } catch (IOException nobodyThere) {
                figures.refused();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            pause(500 + chance.nextInt(1000));
        }
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("location")
                .map(location -> URI.create(location).getPath())
                .orElse("");
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
