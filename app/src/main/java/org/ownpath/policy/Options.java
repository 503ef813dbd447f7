package org.ownpath.policy;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** The named answers of a setting, found by what they mean and by how files and the database name them. */
record Options<V>(List<Option<V>> all) {

    Option<V> of(V value) {
        return all.stream().filter(o -> o.value().equals(value)).findFirst().orElseThrow();
    }

    Option<V> coded(String code) {
        return find(code).orElseThrow();
    }

    boolean has(JsonNode json) {
        return json.isString() && find(json.stringValue()).isPresent();
    }

    String refusal(JsonNode json) {
        return json + " is none of the answers. Give one of " + codes() + ".";
    }

    String codes() {
        return all.stream().map(Option::code).collect(Collectors.joining(", "));
    }

    private Optional<Option<V>> find(String code) {
        return all.stream().filter(o -> o.code().equals(code)).findFirst();
    }
}
