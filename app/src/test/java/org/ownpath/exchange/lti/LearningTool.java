package org.ownpath.exchange.lti;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.UUID;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.ownpath.NodeProgram;
import org.ownpath.Visitor;
import org.ownpath.exchange.lti.tools.Tool;
import org.ownpath.framework.Competency;

/** A learning tool that nobody here wrote: the library {@code ltijs} from npm. Tests are skipped where there is no node. */
public record LearningTool(Process process, String name, int port) implements AutoCloseable {

    private static final NodeProgram PROGRAM = new NodeProgram("node-lti", "tool.mjs", "ltijs");

    /** Starts one at a port. */
    public static LearningTool at(int port) throws IOException, InterruptedException {
        String name = "Tool " + UUID.randomUUID().toString().substring(0, 8);
        Process process = PROGRAM.start("{\"port\": " + port + ", \"name\": \"" + name + "\"}");
        return new LearningTool(process, name, port);
    }

    /** Has it register itself, as an administrator who opens its registration address with what Ownpath gives. */
    public void registerItself(Visitor administrator) {
        Document offer = page(administrator
                .fill("/integrations/tools/new", "/integrations/tools/offers", Map.of())
                .body());
        String configuration =
                offer.select("dt:contains(Configuration) + dd code").text();
        String token = offer.select("dt:contains(Registration token) + dd code").text();
        administrator.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port
                + "/register?openid_configuration=" + configuration + "&registration_token=" + token)));
    }

    /** A teacher picks all that it offers, as evidence of a competency; the page on which they are back. */
    public static Document pick(Visitor teacher, Tool tool, Competency competency) {
        Map<String, String> fields = Map.of(
                "tool", tool.id().toString(),
                "competency", competency.id().toString(),
                "do", "pick");
        String there = page(teacher.fill("/account", "/activities/from-tools", fields)
                        .body())
                .select("a[data-follow]")
                .attr("href");
        return passedOn(
                teacher, teacher.send(HttpRequest.newBuilder(URI.create(there))).body());
    }

    /** Goes on from a page that only passes something on, until there is one that does not. */
    public static Document passedOn(Visitor visitor, String page) {
        Document shown = page(page);
        for (Element form = shown.selectFirst("form[data-send-on], form#ltijs_submit");
                form != null;
                form = shown.selectFirst("form[data-send-on], form#ltijs_submit")) {
            shown = page(visitor.sendOn(form).body());
        }
        return shown;
    }

    private static Document page(String html) {
        return Jsoup.parse(html);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
