package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.ImportCommand;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Whatever is sent to an address or put into a file, there is an answer that says what is wrong with it, never a failure.
 * {@code -Downpath.fuzz=N} tries N times as much, {@code -Downpath.fuzz.seed=S} repeats a failure.
 */
class FuzzTest extends SchoolTest {

    private static final int TIMES = Integer.getInteger("ownpath.fuzz", 1);
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^}]*\\})?[^{}]*)?\\}");

    private static final List<String> NASTY = List.of(
            "",
            " ",
            "null",
            "-1",
            "0",
            "99999999999999999999",
            "NaN",
            "1e999",
            "2026-02-30",
            "0000-00-00T00:00",
            "+999999999-01-01",
            "00000000-0000-0000-0000-000000000000",
            "not-a-uuid",
            "'; drop table evidence.entry; --",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "\u0000",
            "\uD83D\uDE00\u202E\uFEFF",
            "{\"a\":[1,2,{}]}",
            "[]",
            "%s%n${7*7}",
            "a,b\nc;d\te",
            "x".repeat(5000));

    private final long seed = Long.getLong("ownpath.fuzz.seed", 20261128);
    private final Random random = new Random(seed);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    ImportCommand imports;

    @TempDir
    Path folder;

    private String sent = "";

    private record Address(RequestMethod method, String pattern, List<String> fields) {}

    private Viewer irene() {
        return viewer("irene.castellan@southfield.example");
    }

    private Stream<Address> addresses() {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.ownpath"))
                .flatMap(each -> each.getKey().getPatternValues().stream()
                        .flatMap(pattern -> each.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Address(method, pattern, fields(each.getValue())))))
                .filter(address -> !address.pattern().contains("sign-out"));
    }

    /** The names that a handler may read: its parameters, and the components of forms. */
    private static List<String> fields(HandlerMethod handler) {
        List<String> names = new ArrayList<>(List.of("title", "name", "reason", "text", "date", "student"));
        for (MethodParameter parameter : handler.getMethodParameters()) {
            names.add(handler.getMethod()
                    .getParameters()[parameter.getParameterIndex()]
                    .getName());
            if (parameter.getParameterType().isRecord()) {
                Arrays.stream(parameter.getParameterType().getRecordComponents())
                        .forEach(component -> names.add(component.getName()));
            }
        }
        return names;
    }

    private String nasty() {
        return NASTY.get(random.nextInt(NASTY.size()));
    }

    @Test
    void no_address_fails_whatever_is_sent_to_it() {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.NEVER);
        visitor.signIn("irene.castellan@southfield.example", "southfield");
        String token = token(irene());
        Map<String, String> failed = new TreeMap<>();
        for (int i = 0; i < 2 * TIMES; i++) {
            addresses().forEach(address -> {
                String path = filled(address.pattern());
                HttpResponse<String> answer = address.pattern().startsWith("/api")
                        ? program(visitor, token, address, path)
                        : person(visitor, address, path);
                if (answer.statusCode() >= 500) {
                    failed.put(address.method() + " " + address.pattern(), path + " " + sent);
                }
            });
        }
        assertThat(failed).as("with -Downpath.fuzz.seed=" + seed).isEmpty();
    }

    private String filled(String pattern) {
        return VARIABLE.matcher(pattern).replaceAll(found -> {
            String value = random.nextBoolean() ? "01980000-0000-7000-8000-000000000001" : nasty();
            return Matcher.quoteReplacement(encoded(value.isBlank() || value.contains("/") ? "x" : value));
        });
    }

    private HttpResponse<String> person(Visitor visitor, Address address, String path) {
        Map<String, String> fields = new HashMap<>();
        address.fields().forEach(name -> fields.put(name, nasty()));
        sent = fields.toString().replace("x".repeat(5000), "xx...");
        return address.method() == RequestMethod.GET
                ? visitor.open(path + "?" + query(fields))
                : visitor.fill("/account", path, fields);
    }

    private HttpResponse<String> program(Visitor visitor, String token, Address address, String path) {
        HttpRequest.Builder request =
                visitor.to(path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json");
        return visitor.send(
                address.method() == RequestMethod.GET
                        ? request
                        : request.method(
                                address.method().name(),
                                HttpRequest.BodyPublishers.ofString(mutated(MESSAGE), StandardCharsets.UTF_8)));
    }

    private static String query(Map<String, String> fields) {
        StringBuilder query = new StringBuilder();
        fields.forEach((name, value) -> query.append(encoded(name))
                .append('=')
                .append(encoded(value.length() > 500 ? value.substring(0, 500) : value))
                .append('&'));
        return query.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static final String MESSAGE = """
            {"id": "01980000-0000-7000-8000-000000000001", "shownAt": "2026-03-02T10:15:00Z", "form": "test",
             "ratings": [{"student": "nobody", "competency": "MA.4.EQUIV", "rating": 3}], "reason": "To see"}""";

    private static final Map<String, Map<String, String>> FILES = Map.of(
            "framework",
            Map.of("music.csv", """
                    code,subject,level,title,statement,prerequisites
                    MU.A,Music,1,Beat,I can keep a beat.,
                    MU.B,Music,2,Rhythm,I can clap a rhythm.,MU.A
                    """, "case.json", """
                    {"CFDocument": {"identifier": "5f0c3a1e-0000-4000-8000-000000000001", "title": "A frame",
                      "lastChangeDateTime": "2026-01-01T00:00:00Z"},
                     "CFItems": [{"identifier": "5f0c3a1e-0000-4000-8000-000000000002", "fullStatement": "Counts",
                      "humanCodingScheme": "M.1", "educationLevel": ["01"]}],
                     "CFAssociations": [{"associationType": "isChildOf",
                      "originNodeURI": {"identifier": "5f0c3a1e-0000-4000-8000-000000000002"},
                      "destinationNodeURI": {"identifier": "5f0c3a1e-0000-4000-8000-000000000001"}}]}
                    """),
            "roster",
            Map.of("people.csv", """
                    person_id,role,given_name,family_name,email,birth_date,grade,groups
                    p1,student,Ada,Nowak,,2015-12-31,5,Choir
                    """, "one.zip", """
                    manifest.csv|propertyName,value;manifest.version,1.0;oneroster.version,1.2;file.orgs,bulk;file.users,bulk
                    orgs.csv|sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId;o1,,,School,school,,
                    users.csv|sourcedId,status,dateLastModified,enabledUser,username,givenName,familyName,grades;u1,,,true,a,Ada,Nowak,05
                    """),
            "evidence",
            Map.of("evidence.csv", """
                    evidence_id,student_id,competency,shown_at,form,rating,task
                    e1,ines.castro@southfield.example,MA.4.EQUIV,2026-03-02,test,3,Quiz
                    """),
            "questions",
            Map.of("bank.zip", """
                    imsmanifest.xml|<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1" identifier="m"><resources><resource identifier="a" type="imsqti_item_xmlv2p1" href="items/a.xml"><file href="items/a.xml"/></resource></resources></manifest>
                    items/a.xml|<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="a" title="A"><responseDeclaration identifier="RESPONSE" cardinality="single" baseType="identifier"><correctResponse><value>x</value></correctResponse></responseDeclaration><itemBody><choiceInteraction responseIdentifier="RESPONSE" maxChoices="1"><prompt>Which?</prompt><simpleChoice identifier="x">X</simpleChoice><simpleChoice identifier="y">Y</simpleChoice></choiceInteraction></itemBody></assessmentItem>
                    """, "problems.jsonl", """
                    {"id": "p1", "title": "Add", "body": "Add", "steps": [{"id": "p1a", "stepTitle": "1+1", "stepAnswer": ["2"], "problemType": "TextBox", "answerType": "arithmetic"}]}
                    """));

    @Test
    void no_import_fails_whatever_is_in_the_file() {
        FILES.forEach((kind, files) -> files.forEach((name, content) -> {
            for (int i = 0; i < 15 * TIMES; i++) {
                check(kind, name, content);
            }
        }));
    }

    private void check(String kind, String name, String content) {
        String changed = mutated(content);
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        try {
            byte[] bytes = name.endsWith(".zip") ? zip(changed) : changed.getBytes(StandardCharsets.UTF_8);
            if (random.nextInt(5) == 0) {
                bytes = broken(bytes);
            }
            Path file = Files.write(folder.resolve(name), bytes);
            int code = as(
                    irene(),
                    () -> imports.run(
                            kind,
                            List.of(file),
                            true,
                            new HashMap<>(Map.of("title", "Fuzz")),
                            irene(),
                            new PrintStream(told, true, StandardCharsets.UTF_8)));
            assertThat(code).isIn(0, 1);
            assertThat(told.toString(StandardCharsets.UTF_8)).isNotBlank();
        } catch (IOException | RuntimeException e) {
            throw new AssertionError(kind + " " + name + " with -Downpath.fuzz.seed=" + seed + ":\n" + changed, e);
        }
    }

    /** Lines of the form {@code name|content}, semicolons for line ends. */
    private static byte[] zip(String files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            int number = 0;
            for (String file : files.split("\n")) {
                int end = file.indexOf('|');
                if (end > 0) {
                    zip.putNextEntry(new ZipEntry(number++ + "/" + file.substring(0, end)));
                    boolean table = file.substring(0, end).endsWith(".csv");
                    String content = file.substring(end + 1);
                    zip.write((table ? content.replace(';', '\n') : content).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return out.toByteArray();
    }

    private byte[] broken(byte[] whole) {
        byte[] broken = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
        return broken;
    }

    /** The same with up to three small changes where a person or a program could have made them. */
    private String mutated(String text) {
        StringBuilder changed = new StringBuilder(text);
        for (int i = random.nextInt(4); i > 0 && changed.length() > 1; i--) {
            int at = random.nextInt(changed.length());
            int until = Math.min(changed.length(), at + random.nextInt(12));
            switch (random.nextInt(3)) {
                case 0 -> changed.delete(at, until);
                case 1 -> changed.insert(at, nasty());
                default -> changed.replace(at, until, nasty());
            }
        }
        return changed.toString();
    }
}
