package org.ownpath.assessment.items.question;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions: what is right, what a browser gets, and what no text may carry. */
class QuestionsTest {

    private static Question read(Kind kind, String prompt, String answers) {
        return new Written(kind, prompt, answers, new Written.Comparing("NUMBER", "", ""), true)
                .read()
                .question()
                .orElseThrow();
    }

    private static Question example(Kind kind) {
        return switch (kind) {
            case CHOICE -> read(kind, "Which is even?", "3\n*4\n5");
            case MULTIPLE -> read(kind, "Which are even?", "*2\n3\n*4");
            case TEXT -> read(kind, "Half of `3/2`?", "3/4");
            case INLINE -> read(kind, "It [[1]] and [[2]].", "*rains | rain\nsnow | *snows");
            case MATCH -> read(kind, "Match.", "one -> 1\ntwo -> 2\n-> 3");
            case ORDER -> read(kind, "Order.", "ant\ndog\ncat");
            case HOTTEXT -> read(kind, "The [[dog]] [[*barked]] [[*loudly]].", "");
            case HOTSPOT -> onPicture("*circle 10,10,5: in the chest\nrect 20,5,30,15: in the knee");
            case EXTENDED -> read(kind, "Explain.", "Clear words");
        };
    }

    private static Question onPicture(String places) {
        return written(places).read().question().orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void a_question_is_written_again_as_it_was(Kind kind) {
        Question question = example(kind);
        assertThat(Written.of(question).read().question()).contains(question);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, mode = EnumSource.Mode.EXCLUDE, names = "EXTENDED")
    void the_right_answer_scores_all_and_a_blank_one_nothing(Kind kind) {
        Question question = example(kind);
        assertThat(question.score(question.rightAnswer().fitting(question.sheet(7))))
                .hasValue(1);
        assertThat(question.score(new Answer(Map.of()))).hasValue(0);
    }

    @Test
    void part_of_it_scores_part_of_it() {
        assertThat(example(Kind.MULTIPLE).score(Answer.of("choices", "1"))).hasValue(0.5);
        assertThat(example(Kind.MULTIPLE).score(Answer.of("choices", "1", "2"))).hasValue(0);
        assertThat(example(Kind.INLINE).score(Answer.of("gap1", "1"))).hasValue(0.5);
    }

    @Test
    void of_several_places_each_right_one_counts_and_each_wrong_one_takes_away() {
        Question places = onPicture("*circle 10,10,5\n*rect 20,5,30,15\npoly 0,0,5,0,0,5");
        assertThat(places.score(Answer.of("spots", "1"))).hasValue(0.5);
        assertThat(places.score(Answer.of("spots", "1", "2", "3"))).hasValue(0.5);
        assertThat(places.sheet(1).places().get(0).way()).isEqualTo(Sheet.Way.SOME);
    }

    @Test
    void a_place_without_words_is_told_by_where_it_lies() {
        HotSpot places = (HotSpot) onPicture("*circle 38,18,1\ncircle 2,2,1");
        assertThat(places.options())
                .extracting(option -> option.text().plain())
                .containsExactly("Place 1: bottom right", "Place 2: top left");
    }

    @Test
    void places_that_cannot_be_drawn_are_refused_with_the_line_that_says_them() {
        assertThat(written("circle 10,10\n*square 1,1,2,2: here\ncircle 10,10,5: there\n*circle 90,90,5: out")
                        .read()
                        .problems())
                .hasSize(3)
                .anySatisfy(problem -> assertThat(problem).contains("circle 10,10'"))
                .anySatisfy(problem -> assertThat(problem).contains("square"))
                .anySatisfy(problem -> assertThat(problem).contains("outside of the picture", "40 wide"));
        assertThat(new Written(Kind.HOTSPOT, "Where?", "*circle 1,1,1\ncircle 2,2,1", Written.Comparing.USUAL, true)
                        .read()
                        .problems())
                .singleElement()
                .asString()
                .contains("There is no picture");
    }

    private static Written written(String places) {
        return new Written(Kind.HOTSPOT, "Where is it?", places, Written.Comparing.USUAL, true, Pictures.of(40, 20));
    }

    @Test
    void only_a_picture_is_a_picture() {
        byte[] drawing = "<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(UTF_8);
        assertThat(Picture.of(drawing, "a map")).isEmpty();
        assertThat(Picture.of(new byte[Picture.LARGEST + 1], "a map")).isEmpty();
        assertThat(Picture.of(Pictures.png(5_000, 4_000), "more points than a phone holds"))
                .isEmpty();
        assertThat(Picture.ofSource("https://elsewhere.example/a.png", "a map")).isEmpty();
        assertThat(Picture.ofSource("data:image/svg+xml;base64,AAAA", "a map")).isEmpty();
        assertThat(Picture.ofSource(Pictures.of(40, 20).source(), "a map"))
                .get()
                .isEqualTo(Pictures.of(40, 20));
    }

    @Test
    void the_ids_of_things_to_match_or_order_do_not_give_the_order_away() {
        Order order = (Order) example(Kind.ORDER);
        assertThat(order.options()).extracting(option -> option.text().source()).containsExactly("ant", "cat", "dog");
        assertThat(order.keys()).containsExactly("1", "3", "2");
        assertThat(order.sheet(1).places().get(0).options())
                .isNotEqualTo(order.sheet(2).places().get(0).options());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3/4    | 0.75     | true
            3/4    | 6/8      | true
            0.5    | 50%      | true
            17/12  | 1 5/12   | true
            1250   | 1,250    | true
            -7     | -7       | true
            -7     | 7        | false
            5      | x = 5    | true
            2      | sqrt(4)  | true
            3      | three    | false
            3      | 3x       | false
            """)
    void a_number_counts_however_it_is_written(String key, String typed, boolean right) {
        assertThat(Formula.sameNumber(key, typed, 0)).isEqualTo(right);
    }

    @Test
    void a_number_may_be_off_by_its_tolerance() {
        assertThat(Formula.sameNumber("3.14", "3.15", 0.01)).isTrue();
        assertThat(Formula.sameNumber("3.14", "3.16", 0.01)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            3(x+4)             | 3x+12           | true
            (a+b)^2            | a^2 + 2ab + b^2 | true
            12t+5              | 5 + 12*t        | true
            x/2                | 0.5x            | true
            \\frac{5x-12}{x-3} | (5x-12)/(x-3)   | true
            -x^2               | (-x)^2          | false
            2x                 | x^2             | false
            y=2x+3             | y = 3 + 2x      | true
            y=2x+3             | 2x+3 = y        | true
            n+3                | n+4             | false
            n+3                | n+              | false
            """)
    void a_formula_counts_when_it_has_the_same_value_everywhere(String key, String typed, boolean right) {
        assertThat(Formula.equivalent(key, typed)).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>fine",
                "<img src=x onerror=alert(1)>fine",
                "<img src='https://elsewhere.example/track.gif'>fine",
                "<a href='javascript:alert(1)'>fine</a>",
                "<iframe src='//elsewhere.example'></iframe>fine",
                "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)></style></mglyph></table></mtext></math>fine",
                "<svg onload=alert(1)></svg>fine",
                "<p style='position:fixed' onclick=alert(1)>fine</p>",
                "<form action='//elsewhere.example'><input name=_csrf></form>fine",
                "<math href='javascript:alert(1)'><mi>fine</mi></math>"
            })
    void nothing_that_runs_or_loads_or_sends_gets_into_a_text(String typed) {
        String html = Text.of(typed).html().toLowerCase(java.util.Locale.ROOT);
        assertThat(html)
                .contains("fine")
                .doesNotContain(
                        "<script",
                        "onerror",
                        "onload",
                        "onclick",
                        "javascript:",
                        "elsewhere",
                        "<iframe",
                        "<form",
                        "<input",
                        "style=",
                        "<svg");
    }

    @Test
    void a_gap_inside_of_a_tag_is_none() {
        Text text = Text.of("<img src='data:image/png;base64,AAAA' alt='[[1]] onerror=alert(1)'> and [[1]]");
        assertThat(text.gaps()).containsExactly(1);
        assertThat(new InlineChoice(text, List.of(new InlineChoice.Gap(Option.numbered(List.of(Text.of("x"))), "1")))
                        .sheet(1)
                        .places())
                .hasSize(1);
    }

    @Test
    void mathematics_is_shown_as_mathml_and_read_aloud_in_words() {
        assertThat(Text.of("What is `3/4 + x^2`?").html())
                .contains("<mfrac><mn>3</mn><mn>4</mn></mfrac>", "<msup><mi>x</mi><mn>2</mn></msup>")
                .contains("alttext=\"3 over 4 plus x squared\"");
        assertThat(Text.of("When `x <= 2`").plain()).isEqualTo("When x is at most 2");
        assertThat(Text.of("3 < 5 and a & b").typed()).isEqualTo("3 < 5 and a & b");
    }

    @Test
    void what_is_missing_is_told_with_its_remedy() {
        Written choice = new Written(Kind.CHOICE, "", "only one", Written.Comparing.USUAL, true);
        assertThat(choice.read().problems())
                .anyMatch(problem -> problem.contains("Write what is asked"))
                .anyMatch(problem -> problem.contains("at least 2"))
                .anyMatch(problem -> problem.contains("star"));
        Written text = new Written(Kind.TEXT, "How much?", "x+", new Written.Comparing("NUMBER", "a bit", ""), true);
        assertThat(text.read().problems())
                .anyMatch(problem -> problem.contains("'a bit' is no number"))
                .anyMatch(problem -> problem.contains("'x+' cannot be read as a number"));
    }
}
