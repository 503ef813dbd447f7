package org.ownpath.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleJsonTest {

    @Property
    @Domain(RandomRules.class)
    void a_rule_that_was_written_is_read_as_it_was(@ForAll Rule rule) {
        assertThat(RuleJson.read(RuleJson.write(rule))).isEqualTo(rule);
    }

    @Test
    void every_preset_survives_the_round_trip() {
        assertThat(Presets.forThreshold(2.75))
                .allSatisfy(preset ->
                        assertThat(RuleJson.read(RuleJson.write(preset.rule()))).isEqualTo(preset.rule()));
    }

    @Test
    void what_is_left_out_means_no_restriction() {
        String least = "{\"aggregation\": {\"kind\": \"latest\"}, \"requirements\": {\"threshold\": 3}}";
        assertThat(RuleJson.read(least)).isEqualTo(Rule.of(new Aggregation.Latest(), Requirements.reaching(3)));
    }

    @Test
    void a_rule_is_written_as_people_would_write_it() {
        assertThat(RuleJson.write(Presets.find("best-2", 3).orElseThrow().rule()))
                .isEqualTo("{\"aggregation\":{\"kind\":\"best_n\",\"n\":2},\"requirements\":{\"threshold\":3,"
                        + "\"count\":2,\"contexts\":0,\"observers\":0},\"judgementOverrides\":true}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"requirements":{"threshold":"5x"},"aggregation":{"kind":"latest"}} | requirements.threshold: '5x' is not a number. Write a number from -1000 to 1000
            {"requirements":{"threshold":3,"count":0},"aggregation":{"kind":"latest"}} | requirements.count: 0 is out of range. Write a number from 1 to 100
            {"requirements":{"threshold":3,"count":1.5},"aggregation":{"kind":"latest"}} | requirements.count: 1.5 is not a whole number.
            {"requirements":{"threshold":3,"treshold":3},"aggregation":{"kind":"latest"}} | requirements.treshold: This field is unknown. Remove it, or use one of [threshold,
            {"requirements":{"threshold":3,"forms":["exam"]},"aggregation":{"kind":"latest"}} | requirements.forms[0]: 'exam' is not known here. Use one of [test,
            {"requirements":{"threshold":3,"forms":["test","test"]},"aggregation":{"kind":"latest"}} | requirements.forms[1]: 'test' is there twice.
            {"requirements":{"threshold":3,"forms":"test"},"aggregation":{"kind":"latest"}} | requirements.forms: 'test' is not a list.
            {"requirements":{"threshold":3,"depth":null},"aggregation":{"kind":"latest"}} | requirements.depth: null is not known here. Use one of [recall, apply, create]
            {"requirements":{},"aggregation":{"kind":"latest"}} | requirements.threshold: This field is missing. Add it.
            {"requirements":{"threshold":3}} | aggregation: This field is missing.
            {"requirements":3,"aggregation":{"kind":"latest"}} | requirements: 3 is not an object.
            {"requirements":{"threshold":3},"aggregation":{"kind":"best"}} | aggregation.kind: 'best' is not known here. Use one of [first, latest,
            {"requirements":{"threshold":3},"aggregation":{"kind":"best_n"}} | aggregation.n: This field is missing.
            {"requirements":{"threshold":3},"aggregation":{"kind":"latest","n":2}} | aggregation.n: This field is unknown.
            {"requirements":{"threshold":3},"aggregation":{"kind":"latest","decimals":7}} | aggregation.decimals: 7 is out of range. Write a number from 0 to 6
            {"requirements":{"threshold":3},"aggregation":{"kind":"n_mastery","n":5}} | aggregation.from: This field is missing.
            {"requirements":{"threshold":3},"aggregation":{"kind":"knowledge_tracing","from":3,"prior":0.1,"learn":0.1,"guess":0,"slip":0.1,"forget":0}} | aggregation.guess: 0 is out of range. Write a number from 0.001 to 0.999
            {"requirements":{"threshold":0.5},"aggregation":{"kind":"knowledge_tracing","from":3,"prior":0.1,"learn":0.1,"guess":0.6,"slip":0.5,"forget":0}} | aggregation: Its numbers do not fit together. Guess 0.6 and slip 0.5 add up to 1 or more
            {"requirements":{"threshold":0.5},"aggregation":{"kind":"graded_response","from":3,"discrimination":1,"levels":[2,1],"taus":[0,1]}} | aggregation: Its numbers do not fit together. The levels [2.0, 1.0] do not rise.
            {"requirements":{"threshold":0.5},"aggregation":{"kind":"graded_response","from":3,"discrimination":1,"levels":[2],"taus":[0,1]}} | aggregation: Its numbers do not fit together. There are 1 levels and 2 taus.
            {"requirements":{"threshold":0.5},"aggregation":{"kind":"graded_response","from":3,"discrimination":1,"levels":2,"taus":[0,1]}} | aggregation.levels: 2 is not a list. Write [ ... ] with numbers.
            {"requirements":{"threshold":0.5},"aggregation":{"kind":"graded_response","from":3,"discrimination":1,"levels":["2"],"taus":[0]}} | aggregation.levels[0]: '2' is not a number.
            {"requirements":{"threshold":3},"aggregation":{"kind":"elo","from":3,"gain":1,"decay":0}} | rule: Its parts do not fit together. The threshold 3.0 is above 1.0, the most that
            {"requirements":{"threshold":6},"aggregation":{"kind":"last_n","from":3,"n":5}} | rule: Its parts do not fit together. The threshold 6.0 is above 5.0
            {"requirements":{"threshold":3},"aggregation":{"kind":"latest"},"counting":{"observers":["me"]}} | counting.observers[0]: 'me' is not an id. Write one as 0
            {"requirements":{"threshold":3},"aggregation":{"kind":"latest"},"counting":{"observers":"me"}} | counting.observers: 'me' is not a list.
            {"requirements":{"threshold":3},"aggregation":{"kind":"latest"},"counting":{"observers":["00000000-0000-7000-8000-00000000000a","00000000-0000-7000-8000-00000000000a"]}} | counting.observers[1]: '00000000-0000-7000-8000-00000000000a' is there twice.
            {"requirements":{"threshold":3,"observers":2},"aggregation":{"kind":"latest"},"counting":{"observers":["00000000-0000-7000-8000-00000000000a"]}} | rule: Its parts do not fit together. The rule asks for 2 different observers, and only 1 count.
            {"requirements":{"threshold":3},"aggregation":{"kind":"latest"},"judgementOverrides":"yes"} | judgementOverrides: 'yes' is neither true nor false.
            {"requirements":{"threshold":3,"forms":["self_assessment"]},"aggregation":{"kind":"latest"}} | rule: Its parts do not fit together. The rule requires a self-assessment
            {"requirements":{"threshold":3},"requirements":{"threshold":3},"aggregation":{"kind":"latest"}} | rule: This is not JSON:
            {"requirements": | rule: This is not JSON:
            [] | rule: [] is not an object.
            {"requirements":{"threshold":3},"aggregation":{"kind":"latest"}} {} | rule: This is not JSON:
            """)
    void what_cannot_be_read_is_refused_with_the_place_and_the_remedy(String json, String message) {
        assertThatThrownBy(() -> RuleJson.read(json))
                .isInstanceOf(RuleFormatException.class)
                .hasMessageStartingWith(message);
    }
}
