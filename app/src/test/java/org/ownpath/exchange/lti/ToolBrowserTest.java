package org.ownpath.exchange.lti;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.http.HttpClient;
import org.junit.jupiter.api.Test;
import org.ownpath.BrowserBase;
import org.ownpath.Visitor;
import org.ownpath.access.Viewer;
import org.ownpath.exchange.lti.tools.Tool;
import org.ownpath.exchange.lti.tools.ToolLink;
import org.ownpath.exchange.lti.tools.ToolLinks;
import org.ownpath.exchange.lti.tools.Tools;
import org.ownpath.framework.Competency;
import org.ownpath.pathway.NextStep;
import org.ownpath.pathway.NextSteps;
import org.ownpath.shared.StudentId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A student opens a learning tool in the browser, and what is next is another. Skipped where there is no node. */
class ToolBrowserTest extends BrowserBase {

    private static final String PRIYA = "priya.raman@northside.example";

    @LocalServerPort
    int address;

    @Autowired
    Tools tools;

    @Autowired
    ToolLinks links;

    @Autowired
    NextSteps nextSteps;

    private Visitor visitor(String name) {
        Visitor visitor = new Visitor(address, HttpClient.Redirect.ALWAYS);
        visitor.signIn(name, "northside");
        return visitor;
    }

    private Competency ready(Viewer priya) {
        return as(priya, () -> nextSteps.of(priya, StudentId.of(priya.person()))).steps().stream()
                .filter(step -> step.kind() == NextStep.Kind.READY)
                .findFirst()
                .orElseThrow()
                .competency()
                .orElseThrow();
    }

    @Test
    void what_a_student_does_in_a_tool_changes_what_is_next() throws Exception {
        Viewer priya = viewer(PRIYA);
        Competency ready = ready(priya);
        try (LearningTool ltijs = LearningTool.at(freePort())) {
            ltijs.registerItself(visitor("philippa.crane@northside.example"));
            Tool tool = as(priya, tools::inUse).stream()
                    .filter(known -> known.name().equals(ltijs.name()))
                    .findFirst()
                    .orElseThrow();
            LearningTool.pick(visitor("gwen.abernathy@northside.example"), tool, ready);
            ToolLink hard = as(priya, () -> links.ofTool(tool.id())).stream()
                    .filter(link -> link.content().title().endsWith("hard"))
                    .findFirst()
                    .orElseThrow();

            Page own = signIn(PRIYA, 390);
            own.navigate("/plan");
            assertThat(own.textContent("[aria-labelledby=next-h] ul.list")).contains(ready.title());
            own.navigate("/activities/" + hard.activity());
            hasNothingToObjectTo(own);
            for (int time = 0; time < 2; time++) {
                Page opened = own.waitForPopup(() -> own.click("text=Open " + ltijs.name()));
                assertThat(opened.textContent("#told")).contains("\"sent\":50");
                opened.close();
            }
            own.navigate("/plan");
            assertThat(own.textContent("[aria-labelledby=next-h] ul.list")).doesNotContain(ready.title());

            Page administrator = signIn("philippa.crane@northside.example", 1280);
            administrator.navigate("/integrations");
            assertThat(administrator.textContent("main")).contains(ltijs.name() + " hard", ready.title());
            hasNothingToObjectTo(administrator);
            administrator.click("a:has-text('" + ltijs.name() + "')");
            hasNothingToObjectTo(administrator);
            administrator.navigate("/integrations/tools/new");
            hasNothingToObjectTo(administrator);
            administrator.navigate("/integrations/platforms/new");
            hasNothingToObjectTo(administrator);
            administrator.navigate("/activities/from-tools?tool=" + tool.id() + "&competency=" + ready.id());
            hasNothingToObjectTo(administrator);
        }
    }
}
