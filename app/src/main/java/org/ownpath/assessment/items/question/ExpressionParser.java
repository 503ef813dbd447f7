package org.ownpath.assessment.items.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads mathematics as people type it, and the common part of LaTeX: {@code 3/4 + x^2}, {@code sqrt(2)},
 * {@code \frac{3}{4}}, {@code 2 <= x}.
 */
final class ExpressionParser {

    private static final Pattern TOKEN =
            Pattern.compile("\\\\(?:[a-zA-Z]+|.)|\\d+\\.?\\d*|\\.\\d+|sqrt|pi|<=|>=|!=|\\*\\*|\\S");
    private static final Map<String, String> CLOSING = Map.of("(", ")", "[", "]", "{", "}", "|", "|");
    private static final int DEEPEST = 40;
    private static final int LONGEST = 400;

    private final List<String> tokens = new ArrayList<>();
    private int at;
    private int depth;
    private boolean broken;

    private ExpressionParser(String typed) {
        Matcher found = TOKEN.matcher(
                typed.replace("\\left", " ").replace("\\right", " ").replace("\\,", " "));
        while (found.find()) {
            tokens.add(found.group());
        }
    }

    /** Whatever it is, for showing it: what cannot be read is shown as it was typed. */
    static Expression lenient(String typed) {
        ExpressionParser parser = new ExpressionParser(typed);
        List<Expression> pieces = new ArrayList<>(parser.row("").pieces());
        while (parser.at < parser.tokens.size()) {
            pieces.add(new Expression.Sign(parser.tokens.get(parser.at++)));
            pieces.addAll(parser.row("").pieces());
        }
        return pieces.size() == 1 ? pieces.get(0) : new Expression.Row(pieces);
    }

    /** Only if all of it can be read. */
    static Optional<Expression> strict(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        ExpressionParser parser = new ExpressionParser(typed);
        Expression.Row row = parser.row("");
        return parser.broken || parser.at < parser.tokens.size() || row.pieces().isEmpty()
                ? Optional.empty()
                : Optional.of(row);
    }

    private Expression.Row row(String until) {
        List<Expression> pieces = new ArrayList<>();
        while (at < tokens.size() && !next(until) && !next(")") && !next("]") && !next("}")) {
            pieces.add(fraction());
        }
        return new Expression.Row(pieces);
    }

    private Expression fraction() {
        Expression piece = power();
        while (next("/") && at + 1 < tokens.size()) {
            at++;
            piece = new Expression.Pair(Expression.Pair.Kind.FRACTION, bare(piece), bare(power()));
        }
        return piece;
    }

    private Expression power() {
        Expression piece = atom();
        while ((next("^") || next("_") || next("**")) && at + 1 < tokens.size()) {
            Expression.Pair.Kind kind = next("_") ? Expression.Pair.Kind.INDEX : Expression.Pair.Kind.POWER;
            at++;
            Expression exponent = next("-") ? new Expression.Row(List.of(sign(take()), atom())) : atom();
            piece = new Expression.Pair(kind, piece, bare(exponent));
        }
        return piece;
    }

    private Expression atom() {
        String token = take();
        return switch (token) {
            case "\\frac", "\\dfrac" ->
                new Expression.Pair(Expression.Pair.Kind.FRACTION, bare(group()), bare(group()));
            case "\\sqrt", "sqrt" -> new Expression.Root(bare(group()));
            case "pi", "\\pi" -> new Expression.Name(Expression.Name.PI);
            case "(", "[", "{", "|" -> brackets(token);
            default -> plain(token);
        };
    }

    private static Expression plain(String token) {
        if (Character.isDigit(token.charAt(0)) || (token.length() > 1 && token.charAt(0) == '.')) {
            return new Expression.Digits(token);
        }
        return token.length() == 1 && Character.isLetter(token.charAt(0)) ? new Expression.Name(token) : sign(token);
    }

    private static Expression sign(String token) {
        return new Expression.Sign(Signs.of(token));
    }

    private Expression group() {
        return at < tokens.size() ? atom() : broken();
    }

    private Expression brackets(String open) {
        String close = CLOSING.getOrDefault(open, "");
        if (++depth > DEEPEST) {
            broken = true;
            return new Expression.Sign(open);
        }
        Expression.Row inside = row(close);
        depth--;
        if (!next(close)) {
            broken = true;
            return new Expression.Row(List.of(new Expression.Sign(open), inside));
        }
        at++;
        return open.equals("{") ? inside : new Expression.Brackets(open, inside, close);
    }

    /** Brackets that only group are not shown above, below or behind a line that groups already. */
    private static Expression bare(Expression piece) {
        return piece instanceof Expression.Brackets brackets && brackets.open().equals("(") ? brackets.inside() : piece;
    }

    private Expression broken() {
        broken = true;
        return new Expression.Row(List.of());
    }

    private String take() {
        return tokens.get(at++);
    }

    private boolean next(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }
}
