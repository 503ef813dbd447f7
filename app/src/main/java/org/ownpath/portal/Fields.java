package org.ownpath.portal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.util.MultiValueMap;

/** Reads the fields of a form as a browser has sent them: nothing of it is trusted. */
public final class Fields {

    private Fields() {}

    /** As it was typed; empty where nothing was sent. */
    public static String text(MultiValueMap<String, String> fields, String name) {
        String sent = fields.getFirst(name);
        return sent == null ? "" : sent;
    }

    /** The same without what is blank around it. */
    public static String stripped(MultiValueMap<String, String> fields, String name) {
        return text(fields, name).strip();
    }

    /** An id; empty where the text is none. */
    public static <T> Optional<T> id(String text, Function<String, T> read) {
        try {
            return Optional.of(read.apply(text.strip()));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    /** A day as browsers send it; empty where the text is none. */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }
}
