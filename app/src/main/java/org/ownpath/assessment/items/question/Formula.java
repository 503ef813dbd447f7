package org.ownpath.assessment.items.question;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mathematics as it is typed: shown as MathML, read aloud as words, and compared by value. */
public final class Formula {

    private static final Pattern MIXED = Pattern.compile("(-?)(\\d+)\\s+(\\d+)\\s*/\\s*(\\d+)");
    private static final Pattern THOUSANDS = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern NAMED = Pattern.compile("\\s*[a-zA-Z]\\s*=(.*)");

    /** Where two formulas are compared: any two that differ in value somewhere differ at nearly all points. */
    private static final double[] POINTS = {
        0.7310585, -1.3132617, 2.1269280, -3.7182818, 1.6180340, 0.2718282, 5.0990195
    };

    private static final int ENOUGH_POINTS = 3;
    private static final double SAME = 1e-9;

    private Formula() {}

    /** MathML that says the same, with the words that read it aloud. */
    public static String mathml(String typed) {
        Expression expression = ExpressionParser.lenient(typed);
        return "<math alttext=\"" + org.jsoup.nodes.Entities.escape(expression.words()) + "\">" + expression.mathml()
                + "</math>";
    }

    static Optional<Expression> parse(String typed) {
        return ExpressionParser.strict(typed);
    }

    /** The number that is typed: 0.75, 3/4, 1 1/2, 1,250, 75% or a sum without letters. */
    public static OptionalDouble number(String typed) {
        String text = typed.strip();
        Matcher mixed = MIXED.matcher(text);
        if (mixed.matches()) {
            double size = Double.parseDouble(mixed.group(2))
                    + Double.parseDouble(mixed.group(3)) / Double.parseDouble(mixed.group(4));
            return finite(mixed.group(1).isEmpty() ? size : -size);
        }
        if (text.endsWith("%")) {
            OptionalDouble percent = number(text.substring(0, text.length() - 1));
            return percent.isPresent() ? OptionalDouble.of(percent.getAsDouble() / 100) : percent;
        }
        String plain = THOUSANDS.matcher(text).matches() ? text.replace(",", "") : text;
        return parse(plain)
                .filter(expression -> expression.letters().isEmpty())
                .map(expression -> finite(expression.value(letter -> Double.NaN)))
                .orElse(OptionalDouble.empty());
    }

    private static OptionalDouble finite(double value) {
        return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    }

    static boolean sameNumber(String key, String typed, double tolerance) {
        OptionalDouble wanted = number(key);
        OptionalDouble given = number(withoutName(typed));
        return wanted.isPresent()
                && given.isPresent()
                && Math.abs(wanted.getAsDouble() - given.getAsDouble())
                        <= tolerance + SAME * Math.abs(wanted.getAsDouble());
    }

    /** "x = 3" answers what "3" answers. */
    private static String withoutName(String typed) {
        Matcher named = NAMED.matcher(typed);
        return named.matches() ? named.group(1) : typed;
    }

    /** Whether two formulas have the same value whatever their letters stand for; equations are compared side by side. */
    public static boolean equivalent(String key, String typed) {
        String[] wanted = key.split("=", -1);
        String[] given = typed.split("=", -1);
        if (wanted.length == 2 && given.length == 2) {
            return (same(wanted[0], given[0]) && same(wanted[1], given[1]))
                    || (same(wanted[0], given[1]) && same(wanted[1], given[0]));
        }
        return wanted.length == 1 && same(key, given.length == 2 ? withoutName(typed) : typed);
    }

    private static boolean same(String one, String other) {
        Optional<Expression> first = parse(one);
        Optional<Expression> second = parse(other);
        return first.isPresent() && second.isPresent() && same(first.get(), second.get());
    }

    private static boolean same(Expression one, Expression other) {
        int compared = 0;
        for (int i = 0; i < POINTS.length; i++) {
            int shift = i;
            double first = one.value(letter -> point(letter, shift));
            double second = other.value(letter -> point(letter, shift));
            if (Double.isFinite(first) != Double.isFinite(second)) {
                return false;
            }
            if (Double.isFinite(first)) {
                compared++;
                if (Math.abs(first - second) > SAME * (1 + Math.abs(first))) {
                    return false;
                }
            }
        }
        return compared >= ENOUGH_POINTS;
    }

    private static double point(char letter, int shift) {
        return POINTS[(letter + shift) % POINTS.length] + letter * 0.0137;
    }
}
