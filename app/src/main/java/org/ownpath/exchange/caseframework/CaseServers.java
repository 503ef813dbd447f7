package org.ownpath.exchange.caseframework;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.ownpath.access.Access;
import org.ownpath.access.Role;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.FromAddress;
import org.ownpath.exchange.Read;
import org.ownpath.shared.Problem;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The front door to other servers of CASE: which frameworks they offer. */
@Component
public class CaseServers {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int A_PAGE = 100;
    private static final int MOST = 2000;
    private static final List<String> VERSIONS = List.of("v1p1", "v1p0");

    private final FromAddress web;
    private final Access access;

    CaseServers(FromAddress web, Access access) {
        this.web = web;
        this.access = access;
    }

    /** A framework that a server offers, and where its package lies. */
    public record Offered(String title, String creator, String address) {}

    /** What a server offers, of CASE 1.1 or, where it has none, 1.0; or why it could not be read. */
    public Read<List<Offered>> offered(Viewer viewer, String server) {
        access.require(viewer, Role.ADMINISTRATOR);
        String stripped = server.strip();
        int services = stripped.indexOf("/ims/case");
        String root = (services < 0 ? stripped : stripped.substring(0, services)).replaceAll("/+$", "");
        Read<List<Offered>> first = offeredOf(root + "/ims/case/" + VERSIONS.get(0));
        if (first instanceof Read.Parsed<?>) {
            return first;
        }
        Read<List<Offered>> second = offeredOf(root + "/ims/case/" + VERSIONS.get(1));
        return second instanceof Read.Parsed<?> ? second : first;
    }

    private Read<List<Offered>> offeredOf(String service) {
        List<Offered> all = new ArrayList<>();
        int before;
        do {
            before = all.size();
            String where = service + "/CFDocuments?limit=" + A_PAGE + "&offset=" + before;
            Read<byte[]> page = web.fetch(where);
            if (page instanceof Read.Unreadable<byte[]> none) {
                return new Read.Unreadable<>(none.problems());
            }
            JsonNode listed = documents(((Read.Parsed<byte[]>) page).value());
            if (!listed.isArray()) {
                return new Read.Unreadable<>(List.of(Problem.ofFile(
                        where, "It answered no list of documents. Check that this is the address of a CASE server.")));
            }
            listed.forEach(document -> all.add(offered(service, document)));
        } while (all.size() - before >= A_PAGE && all.size() < MOST);
        return new Read.Parsed<>(all);
    }

    private static JsonNode documents(byte[] answer) {
        try {
            return JSON.readTree(new String(answer, StandardCharsets.UTF_8)).path("CFDocuments");
        } catch (JacksonException e) {
            return JSON.missingNode();
        }
    }

    private static Offered offered(String service, JsonNode document) {
        String given = document.path("CFPackageURI").path("uri").asString("");
        String own = service + "/CFPackages/" + document.path("identifier").asString("");
        return new Offered(
                document.path("title").asString("Without a title"),
                document.path("creator").asString(""),
                isOfTheWeb(given) ? given : own);
    }

    private static boolean isOfTheWeb(String address) {
        try {
            return address.startsWith("http") && URI.create(address).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
