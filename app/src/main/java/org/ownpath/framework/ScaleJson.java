package org.ownpath.framework;

import tools.jackson.databind.json.JsonMapper;

/** A scale as the database keeps it. */
final class ScaleJson {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private ScaleJson() {}

    static Scale read(String json) {
        return JSON.readValue(json, Scale.class);
    }

    static String write(Scale scale) {
        return JSON.writeValueAsString(scale);
    }
}
