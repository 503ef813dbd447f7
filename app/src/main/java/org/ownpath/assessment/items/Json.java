package org.ownpath.assessment.items;

import org.ownpath.assessment.items.question.Answer;
import org.ownpath.assessment.items.question.Question;
import tools.jackson.databind.json.JsonMapper;

/** Questions and answers as the database keeps them. */
final class Json {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    static String write(Question question) {
        return JSON.writerFor(Question.class).writeValueAsString(question);
    }

    static Question question(String text) {
        return JSON.readValue(text, Question.class);
    }

    static String write(Answer answer) {
        return JSON.writeValueAsString(answer);
    }

    static Answer answer(String text) {
        return JSON.readValue(text, Answer.class);
    }
}
