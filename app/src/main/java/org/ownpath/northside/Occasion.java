package org.ownpath.northside;

import java.util.List;
import java.util.Random;
import org.ownpath.engine.Context;
import org.ownpath.engine.Depth;
import org.ownpath.engine.Form;

/** How and where something was shown. */
record Occasion(Form form, Depth depth, Context context) {

    static final Occasion TEST = new Occasion(Form.TEST, Depth.RECALL, Context.CLASS);
    static final Occasion JUDGEMENT = new Occasion(Form.PROFESSIONAL_JUDGEMENT, Depth.APPLY, Context.CLASS);
    static final Occasion SELF = new Occasion(Form.SELF_ASSESSMENT, Depth.APPLY, Context.CLASS);

    private static final List<Form> FORMS = List.of(
            Form.TEST,
            Form.PERFORMANCE_TASK,
            Form.PROJECT,
            Form.OBSERVATION,
            Form.PORTFOLIO,
            Form.TEST,
            Form.PERFORMANCE_TASK);
    private static final List<Context> ELSEWHERE =
            List.of(Context.HOME, Context.ONLINE, Context.GAME, Context.TUTORING, Context.COMMUNITY);

    /** As a school goes: three in four in class. */
    static Occasion any(Random random) {
        Form form = FORMS.get(random.nextInt(FORMS.size()));
        Context context = random.nextInt(4) == 0 ? ELSEWHERE.get(random.nextInt(ELSEWHERE.size())) : Context.CLASS;
        Depth depth = form == Form.TEST
                ? Depth.RECALL
                : form == Form.PROJECT || form == Form.PORTFOLIO ? Depth.CREATE : Depth.APPLY;
        return new Occasion(form, depth, context);
    }

    /** What another school or somebody else attested: one time in three with a credential. */
    static Occasion attested(Depth depth, Random random) {
        return random.nextInt(3) == 0
                ? new Occasion(Form.OUTSIDE_CREDENTIAL, depth, Context.COMMUNITY)
                : new Occasion(Form.PRIOR_LEARNING, depth, Context.CLASS);
    }

    static Occasion prior(Depth depth) {
        return new Occasion(Form.PRIOR_LEARNING, depth, Context.CLASS);
    }

    Occasion in(Context other) {
        return new Occasion(form, depth, other);
    }

    /** The hour at which it can begin at the earliest: what is not of the school day comes after it. */
    int firstHour() {
        return context == Context.CLASS || context == Context.INTERNSHIP || context == Context.SUMMER ? 8 : 16;
    }
}
