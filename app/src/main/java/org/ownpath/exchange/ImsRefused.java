package org.ownpath.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A request that the standards of 1EdTech have an error for: {@code imsx_StatusInfo}. */
public final class ImsRefused extends RuntimeException {

    private final HttpStatus status;
    private final String minor;

    /** With the minor code that the standard names, and what to do. */
    public ImsRefused(HttpStatus status, String minor, String why) {
        super(why);
        this.status = status;
        this.minor = minor;
    }

    /** There is nothing of this identifier. */
    public static ImsRefused unknown(String what) {
        return new ImsRefused(HttpStatus.NOT_FOUND, "unknownobject", what);
    }

    /** The standard's own form of it, as an answer. */
    public ResponseEntity<Map<String, Object>> answer() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body());
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("imsx_codeMajor", "failure");
        body.put("imsx_severity", "error");
        body.put("imsx_description", String.valueOf(getMessage()));
        body.put(
                "imsx_codeMinor",
                Map.of(
                        "imsx_codeMinorField",
                        List.of(Map.of(
                                "imsx_codeMinorFieldName", "TargetEndSystem", "imsx_codeMinorFieldValue", minor))));
        return body;
    }
}
