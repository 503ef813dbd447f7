package org.ownpath.bench;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.TomcatWebServer;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ApplicationContext;

/** How long the server works at each request: from the first byte that it reads of it to the last of its answer. */
final class ServerTimes extends ValveBase {

    private final Queue<Long> nanos = new ConcurrentLinkedQueue<>();

    private ServerTimes() {
        super(true);
    }

    /** Measures all requests from now on. */
    static ServerTimes of(ApplicationContext context) {
        ServletWebServerApplicationContext web = (ServletWebServerApplicationContext) context;
        TomcatWebServer server = (TomcatWebServer) Objects.requireNonNull(web.getWebServer());
        ServerTimes times = new ServerTimes();
        server.getTomcat().getEngine().getPipeline().addValve(times);
        return times;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        try {
            getNext().invoke(request, response);
            response.finishResponse();
        } finally {
            nanos.add(System.nanoTime() - request.getCoyoteRequest().getStartTimeNanos());
        }
    }

    /** The times since the last look, in nanoseconds. */
    long[] taken() {
        long[] taken = nanos.stream().mapToLong(Long::longValue).toArray();
        nanos.clear();
        return taken;
    }
}
