package org.ownpath.portal.teacher;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.portal.Fields;
import org.ownpath.shared.PieceId;
import org.springframework.util.MultiValueMap;

/** The fields of a record form as a browser has sent them: nothing of it is trusted. */
record Submitted(MultiValueMap<String, String> fields) {

    private static final String RATING = "r.";

    RecordForm.Typed typed() {
        return new RecordForm.Typed(
                text("day"),
                text("form"),
                text("depth"),
                text("context"),
                text("purpose"),
                text("task"),
                text("note"),
                text("reason"));
    }

    Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        fields.forEach((name, values) -> {
            if (name.startsWith(RATING) && !values.isEmpty() && !values.get(0).isBlank()) {
                marks.put(name, values.get(0));
            }
        });
        return marks;
    }

    /** The id that the form brought along, by which sending it twice stores it once; empty when it is none. */
    Optional<PieceId> piece() {
        return Fields.id(text("piece"), PieceId::of);
    }

    RecordForm form(PieceId piece, List<RecordForm.Part> parts) {
        return new RecordForm(piece, typed(), parts, marks(), List.of(), List.of());
    }

    private String text(String name) {
        return Fields.text(fields, name);
    }
}
