package org.ownpath.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.ownpath.SchoolTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.HttpMediaTypeException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Whatever is asked for, the index finds the handler that Spring finds by comparing all. */
class HandlerIndexTest extends SchoolTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping index;

    private final RequestMappingHandlerMapping all = new RequestMappingHandlerMapping();

    @BeforeEach
    void all_are_compared(@Autowired ApplicationContext context) {
        all.setApplicationContext(context);
        all.setPatternParser(index.getPatternParser());
        index.getHandlerMethods()
                .forEach((info, handler) -> all.registerMapping(info, handler.getBean(), handler.getMethod()));
    }

    @Test
    void every_address_leads_where_it_leads_when_all_are_compared() throws Exception {
        assertThat(index).isInstanceOf(HandlerIndex.class);
        assertThat(addresses()).hasSizeGreaterThan(300);
        int found = 0;
        for (String address : addresses()) {
            for (String way : Set.of("GET", "POST", "PUT", "DELETE")) {
                String expected = handler(all, way, address);
                assertThat(handler(index, way, address))
                        .as("%s %s", way, address)
                        .isEqualTo(expected);
                found += expected.isEmpty() ? 0 : 1;
            }
        }
        assertThat(found).isGreaterThan(index.getHandlerMethods().size() / 2);
    }

    /** Of all handlers, with words in place of variables; and some that are nobody's, or nearly somebody's. */
    private Set<String> addresses() {
        Set<String> addresses = new LinkedHashSet<>(
                Set.of("/", "/nobody", "/nobody/at/all", "/students", "/students/", "//students", "/stud%65nts/one"));
        index.getHandlerMethods()
                .keySet()
                .forEach(info -> info.getPatternValues().forEach(pattern -> {
                    String address = pattern.replaceAll("\\{[^/]*}", "one").replace("**", "some/more");
                    addresses.add(address);
                    addresses.add(address + "/");
                    addresses.add(address + "/more");
                }));
        return addresses;
    }

    private static String handler(RequestMappingHandlerMapping mappings, String way, String address) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(way, address);
        ServletRequestPathUtils.parseAndCache(request);
        try {
            return Optional.ofNullable(mappings.getHandler(request))
                    .map(HandlerExecutionChain::getHandler)
                    .map(Object::toString)
                    .orElse("");
        } catch (HttpRequestMethodNotSupportedException other) {
            return "405 "
                    + Optional.ofNullable(other.getSupportedMethods()).map(Set::of).orElse(Set.of()).stream()
                            .sorted()
                            .toList();
        } catch (HttpMediaTypeException | ServletRequestBindingException other) {
            return other.getClass().getSimpleName();
        }
    }
}
