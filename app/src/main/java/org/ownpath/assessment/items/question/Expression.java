package org.ownpath.assessment.items.question;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.jsoup.nodes.Entities;

/** A piece of mathematics. Its value is not a number where it has none. */
sealed interface Expression {

    String mathml();

    /** As it is read aloud. */
    String words();

    double value(ToDoubleFunction<Character> letters);

    /** The letters that stand for numbers. */
    Set<Character> letters();

    /** Digits, with a point or without. */
    record Digits(String text) implements Expression {
        @Override
        public String mathml() {
            return "<mn>" + text + "</mn>";
        }

        @Override
        public String words() {
            return text;
        }

        @Override
        public double value(ToDoubleFunction<Character> letters) {
            return Double.parseDouble(text);
        }

        @Override
        public Set<Character> letters() {
            return Set.of();
        }
    }

    /** A letter that stands for a number, or pi. */
    record Name(String text) implements Expression {
        static final String PI = "\u03c0";

        @Override
        public String mathml() {
            return "<mi>" + Entities.escape(text) + "</mi>";
        }

        @Override
        public String words() {
            return text.equals(PI) ? "pi" : text;
        }

        @Override
        public double value(ToDoubleFunction<Character> letters) {
            return text.equals(PI) ? Math.PI : text.length() == 1 ? letters.applyAsDouble(text.charAt(0)) : Double.NaN;
        }

        @Override
        public Set<Character> letters() {
            return text.length() == 1 && !text.equals(PI) ? Set.of(text.charAt(0)) : Set.of();
        }
    }

    /** A sign such as + or \u2264. */
    record Sign(String text) implements Expression {
        @Override
        public String mathml() {
            return "<mo>" + Entities.escape(text) + "</mo>";
        }

        @Override
        public String words() {
            return Signs.words(text);
        }

        @Override
        public double value(ToDoubleFunction<Character> letters) {
            return Double.NaN;
        }

        @Override
        public Set<Character> letters() {
            return Set.of();
        }
    }

    /** Several pieces side by side: sums and products. */
    record Row(List<Expression> pieces) implements Expression {

        /** Keeps a copy. */
        public Row {
            pieces = List.copyOf(pieces);
        }

        @Override
        public String mathml() {
            return pieces.stream().map(Expression::mathml).collect(Collectors.joining("", "<mrow>", "</mrow>"));
        }

        @Override
        public String words() {
            return pieces.stream().map(Expression::words).collect(Collectors.joining(" "));
        }

        @Override
        public double value(ToDoubleFunction<Character> letters) {
            return new Sum(pieces, letters).value();
        }

        @Override
        public Set<Character> letters() {
            Set<Character> all = new TreeSet<>();
            pieces.forEach(piece -> all.addAll(piece.letters()));
            return all;
        }
    }

    /** Two pieces in a relation of their own: a fraction, a power, an index. */
    record Pair(Kind kind, Expression first, Expression second) implements Expression {
        enum Kind {
            FRACTION("mfrac", "over"),
            POWER("msup", "to the power of"),
            INDEX("msub", "sub");

            private final String element;
            private final String between;

            Kind(String element, String between) {
                this.element = element;
                this.between = between;
            }
        }

        @Override
        public String mathml() {
            return "<" + kind.element + ">" + first.mathml() + second.mathml() + "</" + kind.element + ">";
        }

        @Override
        public String words() {
            if (kind == Kind.POWER && second.words().equals("2")) {
                return first.words() + " squared";
            }
            return first.words() + " " + kind.between + " " + second.words();
        }

        @Override
        public double value(ToDoubleFunction<Character> letters) {
            return switch (kind) {
                case FRACTION -> first.value(letters) / second.value(letters);
                case POWER -> Math.pow(first.value(letters), second.value(letters));
                case INDEX -> Double.NaN;
            };
        }

        @Override
        public Set<Character> letters() {
            return new Row(List.of(first, second)).letters();
        }
    }

    /** A square root. */
    record Root(Expression of) implements Expression {
        @Override
        public String mathml() {
            return "<msqrt>" + of.mathml() + "</msqrt>";
        }

        @Override
        public String words() {
            return "the square root of " + of.words();
        }

        @Override
        public double value(ToDoubleFunction<Character> letters) {
            return Math.sqrt(of.value(letters));
        }

        @Override
        public Set<Character> letters() {
            return of.letters();
        }
    }

    /** Something in brackets. */
    record Brackets(String open, Expression inside, String close) implements Expression {
        @Override
        public String mathml() {
            return "<mrow><mo>" + Entities.escape(open) + "</mo>" + inside.mathml() + "<mo>" + Entities.escape(close)
                    + "</mo></mrow>";
        }

        @Override
        public String words() {
            return open.equals("|")
                    ? "the size of " + inside.words()
                    : "open bracket " + inside.words() + " close bracket";
        }

        @Override
        public double value(ToDoubleFunction<Character> letters) {
            return open.equals("|") ? Math.abs(inside.value(letters)) : inside.value(letters);
        }

        @Override
        public Set<Character> letters() {
            return inside.letters();
        }
    }
}
