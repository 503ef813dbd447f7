package org.ownpath.engine.simulate;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;
import org.ownpath.engine.Judge;
import org.ownpath.engine.Piece;
import org.ownpath.engine.Purpose;
import org.ownpath.engine.Result;
import org.ownpath.engine.Rule;

/**
 * Every check as a piece of evidence, judged by the engine's judge. Checks are two days apart. They go round the forms
 * test, performance task and project, the depths, four contexts and three observers; one in two is summative.
 */
final class JudgedChecks extends Checks {

    private static final Instant START = Instant.parse("2000-01-03T09:00:00Z");
    private static final int DAYS_APART = 2;
    private static final List<Form> FORMS = List.of(Form.TEST, Form.PERFORMANCE_TASK, Form.PROJECT);
    private static final List<Context> CONTEXTS =
            List.of(Context.CLASS, Context.HOME, Context.ONLINE, Context.COMMUNITY);
    private static final List<Depth> DEPTHS = List.of(Depth.APPLY, Depth.CREATE, Depth.RECALL);
    private static final int OBSERVERS = 3;

    private final Rule rule;
    private final List<Piece> pieces = new ArrayList<>();
    private Instant now = START;

    JudgedChecks(Rule rule) {
        this.rule = rule;
    }

    @Override
    void clear() {
        pieces.clear();
    }

    @Override
    void add(int rating) {
        int i = pieces.size();
        now = START.plus((long) i * DAYS_APART, ChronoUnit.DAYS);
        pieces.add(new Piece(
                new UUID(0, i),
                FORMS.get(i % FORMS.size()),
                DEPTHS.get(i / 2 % DEPTHS.size()),
                CONTEXTS.get(i % CONTEXTS.size()),
                i % 2 == 0 ? Purpose.FORMATIVE : Purpose.SUMMATIVE,
                new UUID(1, i % OBSERVERS),
                Result.rated(rating),
                now,
                now));
    }

    @Override
    boolean enough() {
        return Judge.verdict(rule, pieces, now).state().standing();
    }
}
