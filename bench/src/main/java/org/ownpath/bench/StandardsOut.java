package org.ownpath.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.caseframework.OpenFrameworks;
import org.ownpath.exchange.oneroster.rest.Connecting;
import org.ownpath.exchange.oneroster.rest.Results;
import org.ownpath.exchange.oneroster.rest.StudentSystem;
import org.ownpath.exchange.oneroster.rest.StudentSystems;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What goes out by the standards, over HTTP: frameworks that are read by CASE, beside reading them from the database alone, and
 * a gradebook that is filled by OneRoster, beside writing as many rows into the database.
 */
final class StandardsOut {

    private static final int ROUNDS = 300;
    private static final long QUIET_NANOS = 8_000_000_000L;

    private final Viewer viewer;
    private final JdbcClient database;
    private final OpenFrameworks frameworks;
    private final StudentSystems systems;
    private final Results results;
    private final String address;
    private final HttpClient client = HttpClient.newHttpClient();

    StandardsOut(ApplicationContext context, Viewer viewer) {
        this.viewer = viewer;
        this.database = context.getBean(JdbcClient.class);
        this.frameworks = context.getBean(OpenFrameworks.class);
        this.systems = context.getBean(StudentSystems.class);
        this.results = context.getBean(Results.class);
        this.address = "http://localhost:" + context.getEnvironment().getProperty("local.server.port")
                + "/case/northside/ims/case/v1p1/";
    }

    void run() {
        try {
            frameworks();
            gradebook();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The benchmark was cut off", e);
        }
    }

    /** Something to be timed. */
    private interface Asking {

        int ask() throws IOException, InterruptedException;
    }

    private void frameworks() throws IOException, InterruptedException {
        frameworks.open(viewer, true);
        Map<String, String> packages = frameworks.packages();
        String framework = packages.keySet().iterator().next();
        Iterator<String> items = frameworks.identifiers().values().iterator();
        double alone = percentile95(this::documents);
        print("a framework as CFPackage, 95th percentile", percentile95(() -> get("CFPackages/" + framework)), alone);
        String item = items.next();
        print("one competency as CFItem, 95th percentile", percentile95(() -> get("CFItems/" + item)), alone);
    }

    private static void print(String what, double millis, double alone) {
        System.out.printf(
                "| %s | %.1f ms | the documents from the database alone %.1f ms | %.2f |%n",
                what, millis, alone, millis / alone);
    }

    private int documents() {
        return database.sql(
                        "select distinct on (framework_id) document::text from framework.edition order by framework_id, number desc")
                .query(String.class)
                .list()
                .size();
    }

    private int get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ".");
        }
        return answer.body().length();
    }

    private static double percentile95(Asking work) throws IOException, InterruptedException {
        measure(work);
        long[] nanos = measure(work);
        Arrays.sort(nanos);
        return nanos[nanos.length * 95 / 100] / 1e6;
    }

    private static long[] measure(Asking work) throws IOException, InterruptedException {
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.ask();
            nanos[i] = System.nanoTime() - start;
        }
        return nanos;
    }

    private void gradebook() throws IOException, InterruptedException {
        AtomicLong first = new AtomicLong();
        AtomicLong last = new AtomicLong();
        AtomicLong taken = new AtomicLong();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext(
                "/token", exchange -> answer(exchange, 200, "{\"access_token\":\"one\",\"expires_in\":3600}"));
        other.createContext("/ims", exchange -> {
            exchange.getRequestBody().readAllBytes();
            first.compareAndSet(0, System.nanoTime());
            answer(exchange, 201, "");
            last.set(System.nanoTime());
            taken.incrementAndGet();
        });
        other.start();
        try {
            sendTo("http://localhost:" + other.getAddress().getPort());
            while (last.get() == 0 || System.nanoTime() - last.get() < QUIET_NANOS) {
                Thread.sleep(200);
            }
        } finally {
            other.stop(0);
        }
        double rate = taken.get() * 1e9 / (last.get() - first.get());
        double alone = inserts(Math.min(2000, (int) taken.get()));
        System.out.printf(
                "| a gradebook of %d lines and results, one after the other | %.0f/s | rows into the database alone %.0f/s | %.2f |%n",
                taken.get(), rate, alone, rate / alone);
    }

    private void sendTo(String there) {
        StudentSystem.Address system =
                new StudentSystem.Address("northside", there, there + "/token", "bench", StudentSystem.SCOPES);
        Connecting made = systems.connect(viewer, system, "a secret of this benchmark");
        results.send(viewer, ((Connecting.Connected) made).id());
    }

    private double inserts(int rows) {
        UUID system = database.sql("select id from exchange.student_system where name = 'northside'")
                .query(UUID.class)
                .single();
        long start = System.nanoTime();
        for (int i = 0; i < rows; i++) {
            database.sql("""
                    insert into exchange.gradebook_sent
                        (district_id, system_id, kind, sourced_id, title, student_id, digest, sent_at, failed_why)
                    values (?, ?, 'results', ?, 'of the bench', null, 'none', now(), '')""")
                    .params(viewer.district().value(), system, "bench-" + i)
                    .update();
        }
        return rows * 1e9 / (System.nanoTime() - start);
    }

    private static void answer(HttpExchange exchange, int status, String text) throws IOException {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.close();
    }
}
