package org.ownpath;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ownpath.access.Allows;
import org.ownpath.access.Permission;
import org.springframework.context.ApplicationContext;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every address that the product answers, pages and programs', as the product itself knows them. */
final class Addresses {

    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)(?::[^{}]*(?:\\{[^}]*\\})?[^{}]*)?\\}");

    private Addresses() {}

    /** One address; its pattern names in braces what it is about. */
    record Address(RequestMethod method, String pattern, Permission permission) {

        boolean isForPrograms() {
            return Stream.of("/api", "/xapi", "/ims").anyMatch(pattern::startsWith);
        }

        Set<String> variables() {
            return VARIABLE.matcher(pattern)
                    .results()
                    .map(found -> found.group(1))
                    .collect(Collectors.toSet());
        }

        String filled(Map<String, String> names) {
            Matcher variables = VARIABLE.matcher(pattern);
            return variables.replaceAll(found -> {
                assertThat(names).as("a value for " + pattern).containsKey(found.group(1));
                return Objects.requireNonNull(names.get(found.group(1)));
            });
        }

        @Override
        public String toString() {
            return method + " " + VARIABLE.matcher(pattern).replaceAll("{$1}");
        }
    }

    static Stream<Address> of(ApplicationContext context) {
        return context
                .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .entrySet()
                .stream()
                .filter(each -> each.getValue().getBeanType().getName().startsWith("org.ownpath"))
                .flatMap(each -> each.getKey().getPatternValues().stream()
                        .flatMap(pattern -> each.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> new Address(method, pattern, permission(each.getValue())))));
    }

    private static Permission permission(HandlerMethod handler) {
        return Objects.requireNonNull(handler.getMethodAnnotation(Allows.class)).value();
    }
}
