package org.ownpath.portal.integrations;

import java.util.Optional;
import java.util.function.Function;
import org.ownpath.portal.Fields;
import org.springframework.util.MultiValueMap;

/** What somebody typed into a form, field by field. */
public interface TypedForm {

    /** All of it. */
    MultiValueMap<String, String> typed();

    /** What was typed in a field; empty where nothing was. */
    default String text(String name) {
        return Fields.stripped(typed(), name);
    }

    /** The id that the form was sent with; empty where it is none. */
    default <T> Optional<T> id(Function<String, T> read) {
        return Fields.id(text("id"), read);
    }
}
