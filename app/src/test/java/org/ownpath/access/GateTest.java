package org.ownpath.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.web.method.HandlerMethod;

/** The gate before every handler. */
class GateTest {

    /** A page that somebody forgot to enter in the table of permissions. */
    static class Planted {

        @Allows(Permission.KEEP_OWN_ACCOUNT)
        String entered() {
            return "";
        }

        String forgotten() {
            return "";
        }
    }

    private static HandlerMethod handler(String name) throws NoSuchMethodException {
        Method method = Planted.class.getDeclaredMethod(name);
        return new HandlerMethod(new Planted(), method);
    }

    @Test
    void a_planted_handler_without_an_entry_is_named_and_the_product_does_not_start() throws NoSuchMethodException {
        assertThat(Gate.withoutEntry(List.of(handler("entered"), handler("forgotten"))))
                .contains("Planted#forgotten")
                .doesNotContain("entered");
        assertThat(Gate.withoutEntry(List.of(handler("entered")))).isEmpty();
    }
}
