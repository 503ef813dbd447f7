package org.ownpath.bench;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ownpath.launch.Main;

/** The product in a process of its own, which can be killed and started again on the same data. */
final class TestedProduct {

    private static final long PATIENCE_MILLIS = 180_000;

    private final Path folder;
    private final int port;
    private Optional<Process> process = Optional.empty();

    TestedProduct(Path folder) throws IOException {
        this.folder = folder;
        try (ServerSocket free = new ServerSocket(0)) {
            this.port = free.getLocalPort();
        }
    }

    URI address() {
        return URI.create("http://localhost:" + port);
    }

    void start() throws IOException, InterruptedException {
        ProcessBuilder command = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "run",
                "--server.port=" + port);
        command.environment().put("OWNPATH_DATA", folder.toString());
        File log = folder.resolve("product.log").toFile();
        process = Optional.of(command.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start());
        long until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!answers()) {
            if (System.currentTimeMillis() > until || !process.get().isAlive()) {
                throw new IllegalStateException("The product does not answer; see " + log);
            }
            Thread.sleep(200);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            return HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(address().resolve("/sign-in"))
                                            .build(),
                                    HttpResponse.BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    /** As kill -9 does: the product, or its database and the product. */
    void kill(boolean databaseToo) throws IOException, InterruptedException {
        List<ProcessHandle> database = databaseToo ? database() : List.of();
        database.forEach(ProcessHandle::destroyForcibly);
        Process product = process.orElseThrow();
        product.destroyForcibly().waitFor();
        database.forEach(each -> each.onExit().join());
    }

    private List<ProcessHandle> database() throws IOException {
        long pid = Long.parseLong(Files.readAllLines(folder.resolve("postgres/postmaster.pid"))
                .get(0)
                .strip());
        ProcessHandle postmaster = ProcessHandle.of(pid).orElseThrow();
        return Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
    }

    void stop() throws InterruptedException {
        Process product = process.orElseThrow();
        product.destroy();
        product.waitFor();
    }
}
