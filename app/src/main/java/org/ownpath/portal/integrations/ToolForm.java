package org.ownpath.portal.integrations;

import java.util.List;
import java.util.Optional;
import org.ownpath.exchange.lti.tools.Tool;
import org.springframework.util.MultiValueMap;

/** What somebody typed about a learning tool. */
public record ToolForm(MultiValueMap<String, String> typed) implements TypedForm {

    /** Whether the tool is to be told names. */
    public boolean names() {
        return text("names").equals("true");
    }

    /** The tool. */
    Tool.Described described() {
        List<String> redirects = text("redirects")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList();
        return new Tool.Described(
                text("name"),
                new Tool.Addresses(
                        text("initiation"),
                        text("keys"),
                        redirects,
                        text("target"),
                        Optional.of(text("picker")).filter(picker -> !picker.isEmpty())),
                names());
    }
}
