package org.ownpath.exchange.lti;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.util.List;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.ownpath.Visitor;
import org.ownpath.access.Viewer;
import org.ownpath.evidence.Entry;
import org.ownpath.evidence.LedgerReading;
import org.ownpath.exchange.lti.tools.Tool;
import org.ownpath.exchange.lti.tools.ToolLink;
import org.ownpath.exchange.lti.tools.ToolLinks;
import org.ownpath.exchange.lti.tools.Tools;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A tool that nobody here wrote, by {@code ltijs} from npm, over HTTP: it registers itself, a teacher picks content in it, a
 * student opens it, and it uses every service. Skipped where there is no node.
 */
class LearningToolTest extends SchoolTest {

    private static final String ZLATA = "zlata.kovalchuk@northside.example";

    @LocalServerPort
    int port;

    @Autowired
    Tools tools;

    @Autowired
    ToolLinks links;

    @Autowired
    Frameworks frameworks;

    @Autowired
    LedgerReading ledger;

    private Visitor visitor(String name) {
        Visitor visitor = new Visitor(port, HttpClient.Redirect.ALWAYS);
        visitor.signIn(name, "northside");
        return visitor;
    }

    private Tool connected(String name) {
        return as(viewer(ZLATA), tools::inUse).stream()
                .filter(tool -> tool.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_tool_registers_itself_a_teacher_picks_in_it_and_what_a_student_does_there_is_evidence() throws Exception {
        Viewer zlata = viewer(ZLATA);
        try (LearningTool ltijs = LearningTool.at(freePort())) {
            ltijs.registerItself(visitor("philippa.crane@northside.example"));
            Tool tool = connected(ltijs.name());
            assertThat(tool.addresses().picker()).isPresent();
            assertThat(tool.described().tellsNames()).isTrue();

            List<Competency> all = as(zlata, () -> frameworks.curriculum().ofSubject("Mathematics"));
            Competency competency = all.get(all.size() - 2);
            Document picked = LearningTool.pick(visitor("gwen.abernathy@northside.example"), tool, competency);
            assertThat(picked.text()).contains("2 activities were added.");
            List<ToolLink> contents = as(zlata, () -> links.ofTool(tool.id()));
            assertThat(contents).hasSize(2);

            ToolLink hard = contents.stream()
                    .filter(link -> link.content().title().endsWith("hard"))
                    .findFirst()
                    .orElseThrow();
            int before = entries(zlata, competency).size();
            Visitor student = visitor(ZLATA);
            assertThat(student.open("/activities/" + hard.activity()).body()).contains("Open " + ltijs.name());
            Document done = LearningTool.passedOn(
                    student,
                    student.open("/activities/" + hard.activity() + "/opening").body());
            assertThat(done.select("#told")).as(done.text()).isNotEmpty();
            JsonNode told = JsonMapper.shared().readTree(done.select("#told").text());
            assertThat(told.path("failed").asString("")).isEmpty();
            assertThat(told.path("roles").toString()).contains("membership#Learner");
            assertThat(told.path("custom").path("score").asString()).isEqualTo("50");
            assertThat(told.path("name").toString()).contains("Zlata");
            assertThat(told.path("members").asInt()).isGreaterThan(3);
            assertThat(told.path("knowsTheUser").asBoolean()).isTrue();
            assertThat(told.path("scores").path(0).path("resultScore").asDouble())
                    .isEqualTo(50);
            assertThat(told.path("items").asInt()).isEqualTo(3);
            assertThat(told.path("extras").asInt()).isEqualTo(1);
            assertThat(told.path("renamed").asString()).isEqualTo("Another");
            assertThat(told.path("read").asDouble()).isEqualTo(20);
            assertThat(told.path("ended").asBoolean()).isTrue();

            List<Entry> entries = entries(zlata, competency);
            assertThat(entries).hasSize(before + 1);
        }
    }

    private List<Entry> entries(Viewer student, Competency competency) {
        return as(student, () -> ledger.latest(StudentId.of(student.person()), 1000)).stream()
                .filter(entry -> entry.competency().equals(competency.id()))
                .toList();
    }
}
