package org.ownpath.assessment;

import tools.jackson.databind.json.JsonMapper;

/** Rubrics and marks as the database keeps them. */
final class Json {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    static <T> T read(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static String write(Object value) {
        return JSON.writeValueAsString(value);
    }
}
