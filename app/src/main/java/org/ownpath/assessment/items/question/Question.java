package org.ownpath.assessment.items.question;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.OptionalDouble;

/** What a test asks, with its key. The key stays on the server: a browser gets the {@link #sheet}. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Choice.class, name = "choice"),
    @JsonSubTypes.Type(value = MultipleResponse.class, name = "multiple"),
    @JsonSubTypes.Type(value = TextEntry.class, name = "text"),
    @JsonSubTypes.Type(value = InlineChoice.class, name = "inline"),
    @JsonSubTypes.Type(value = Match.class, name = "match"),
    @JsonSubTypes.Type(value = Order.class, name = "order"),
    @JsonSubTypes.Type(value = HotText.class, name = "hottext"),
    @JsonSubTypes.Type(value = HotSpot.class, name = "hotspot"),
    @JsonSubTypes.Type(value = ExtendedText.class, name = "extended")
})
public sealed interface Question
        permits Choice, MultipleResponse, TextEntry, InlineChoice, Match, Order, HotText, HotSpot, ExtendedText {

    /** What is asked. */
    Text prompt();

    /** Which kind it is. */
    Kind kind();

    /**
     * What the browser gets: never the key.
     *
     * @param seed fixes the order in which options are shown
     */
    Sheet sheet(long seed);

    /** From 0, nothing right, to 1, all right; empty when a person has to score it. */
    OptionalDouble score(Answer answer);

    /** An answer that is all right; a blank one where a person scores it. */
    Answer rightAnswer();

    /** What is missing before it can be asked, each with the remedy; empty when nothing is. */
    List<String> problems();

    /** Whether a machine can score it. */
    default boolean scoresItself() {
        return kind() != Kind.EXTENDED;
    }
}
