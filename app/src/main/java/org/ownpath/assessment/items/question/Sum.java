package org.ownpath.assessment.items.question;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** Works out a row: products of what stands side by side, added and subtracted. Not a number for anything else. */
final class Sum {

    private final List<Expression> pieces;
    private final ToDoubleFunction<Character> letters;
    private int at;

    Sum(List<Expression> pieces, ToDoubleFunction<Character> letters) {
        this.pieces = pieces;
        this.letters = letters;
    }

    double value() {
        double sum = 0;
        do {
            double sign = 1;
            while (is("+") || is(Signs.MINUS)) {
                sign = is("+") ? sign : -sign;
                at++;
            }
            sum += sign * product();
        } while (is("+") || is(Signs.MINUS));
        return at == pieces.size() ? sum : Double.NaN;
    }

    private double product() {
        double product = factor();
        while (at < pieces.size() && !is("+") && !is(Signs.MINUS)) {
            if (is(Signs.DIVIDED)) {
                at++;
                product /= factor();
            } else {
                at += is(Signs.TIMES) || is(Signs.DOT) ? 1 : 0;
                product *= factor();
            }
        }
        return product;
    }

    private double factor() {
        if (is(Signs.MINUS)) {
            at++;
            return -factor();
        }
        return at < pieces.size() ? pieces.get(at++).value(letters) : Double.NaN;
    }

    private boolean is(String sign) {
        return at < pieces.size()
                && pieces.get(at) instanceof Expression.Sign found
                && found.text().equals(sign);
    }
}
