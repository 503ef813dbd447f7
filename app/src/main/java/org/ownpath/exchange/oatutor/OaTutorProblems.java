package org.ownpath.exchange.oatutor;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.ownpath.assessment.items.question.Choice;
import org.ownpath.assessment.items.question.Formula;
import org.ownpath.assessment.items.question.Option;
import org.ownpath.assessment.items.question.Question;
import org.ownpath.assessment.items.question.Text;
import org.ownpath.assessment.items.question.TextEntry;
import org.ownpath.exchange.Problems;
import org.ownpath.exchange.Read;
import org.ownpath.exchange.Source;
import org.ownpath.exchange.qti.Incoming;
import org.ownpath.shared.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of OATutor's problems as questions: typed formulas and numbers, words, and choices. */
public final class OaTutorProblems {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MOST_CHARACTERS = 100_000_000;

    private final String file;
    private final Problems problems = new Problems();
    private final List<Incoming.Question> questions = new ArrayList<>();
    private final List<Incoming.LeftOut> unsupported = new ArrayList<>();

    private OaTutorProblems(String file) {
        this.file = file;
    }

    /** Whether a file is named as such problems are: lines of JSON, packed or not. */
    public static boolean isOne(Source source) {
        return source.name().endsWith(".jsonl") || source.name().endsWith(".jsonl.gz");
    }

    /** Reads them all. */
    public static Read<Incoming> read(Source source) {
        return new OaTutorProblems(source.name()).readAll(source);
    }

    private Read<Incoming> readAll(Source source) {
        try (InputStream in = source.name().endsWith(".gz") ? new GZIPInputStream(source.open()) : source.open();
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            long left = MOST_CHARACTERS;
            int row = 0;
            for (String line = lines.readLine(); line != null && left > 0; line = lines.readLine()) {
                left -= line.length();
                line(line, ++row);
            }
            if (left <= 0) {
                problems.add(Problem.ofFile(file, "The file unpacks to more than is taken. Import it in parts."));
            }
        } catch (IOException e) {
            problems.add(
                    Problem.ofFile(file, "The file cannot be unpacked (" + e.getMessage() + "). Download it again."));
        }
        return Read.of(problems, () -> new Incoming("OATutor problems", questions, unsupported));
    }

    private void line(String line, int row) {
        try {
            JsonNode problem = JSON.readTree(line);
            for (JsonNode step : problem.path("steps")) {
                step(problem, step, row);
            }
        } catch (JacksonException e) {
            problems.add(new Problem(file, row, "", "The line is no JSON. Export the problems again."));
        }
    }

    private void step(JsonNode problem, JsonNode step, int row) {
        String id = step.path("id").asString("");
        Optional<Question> question = question(prompt(problem, step), step);
        String why = question.map(found -> String.join(" ", found.problems())).orElse("no answer");
        if (question.isEmpty() || !why.isEmpty()) {
            unsupported.add(new Incoming.LeftOut(id, step.path("problemType").asString("") + ": " + why));
            return;
        }
        List<String> skills = new ArrayList<>();
        step.path("skills").forEach(skill -> skills.add(skill.asString("")));
        Incoming.About unknown = Incoming.About.UNKNOWN;
        questions.add(new Incoming.Question(
                id, question.get(), new Incoming.About(skills, unknown.depth(), unknown.difficulty()), file, row));
    }

    private static Text prompt(JsonNode problem, JsonNode step) {
        StringBuilder html = new StringBuilder();
        for (String part : List.of(
                problem.path("body").asString(""),
                step.path("stepTitle").asString(""),
                step.path("stepBody").asString(""))) {
            if (!part.isBlank()) {
                html.append("<p>").append(part.replace("<", "&lt;")).append("</p>");
            }
        }
        return Text.of(html.toString());
    }

    private static Optional<Question> question(Text prompt, JsonNode step) {
        String answer = step.path("stepAnswer").path(0).asString("").strip();
        if (answer.isEmpty()) {
            return Optional.empty();
        }
        if (step.path("problemType").asString("").equals("MultipleChoice")) {
            List<Text> texts = new ArrayList<>();
            step.path("choices")
                    .forEach(choice ->
                            texts.add(Text.of(choice.asString("").strip().replace("<", "&lt;"))));
            List<Option> options = Option.numbered(texts.stream().distinct().toList());
            Text right = Text.of(answer.replace("<", "&lt;"));
            return Optional.of(new Choice(
                    prompt,
                    options,
                    options.stream()
                            .filter(option -> option.text().equals(right))
                            .map(Option::id)
                            .findFirst()
                            .orElse(""),
                    true));
        }
        String typed = answer.replace("$$", "").strip();
        return Optional.of(
                new TextEntry(prompt, List.of(key(typed, step.path("answerType").asString(""))), ""));
    }

    private static TextEntry.Key key(String typed, String type) {
        if (type.equals("arithmetic")) {
            return Formula.number(typed).isPresent()
                    ? new TextEntry.Key(typed, TextEntry.Matching.NUMBER, 0)
                    : new TextEntry.Key(typed, TextEntry.Matching.FORMULA, 0);
        }
        return new TextEntry.Key(typed, TextEntry.Matching.WORDS, 0);
    }
}
