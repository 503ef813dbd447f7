package org.ownpath.engine.simulate;

/** One learner's way through school under one approach. Learners follow each other in one object, on one thread. */
abstract sealed class Schooling permits BatchSchooling, MasterySchooling {

    private static final int ABSENT = 0;

    private final Scenario scenario;
    private final Mind mind;
    private final Checks checks;
    private Stream chance = new Stream();
    private double attendance;
    private boolean left;
    private long spent;
    private long waiting;
    private int attended;
    private int unready;
    private double unreadiness;

    Schooling(Scenario scenario, LearnerModel model) {
        this.scenario = scenario;
        this.mind = model.mind(scenario.structure());
        this.checks = scenario.advancement().checks();
    }

    final void enter(Traits traits, Stream own) {
        chance = own;
        attendance = traits.attendance();
        left = false;
        spent = 0;
        waiting = 0;
        unreadiness = 0;
        mind.enter(traits, own);
        begin();
    }

    /** One year and the summer after it; the year counts from 0. */
    final void year(int year, Tallies tallies) {
        if (!left && !graduated()) {
            attended = 0;
            unready = 0;
            learn(year);
            left = leaves(year);
        }
        measure(year, tallies);
        mind.summer();
    }

    private boolean leaves(int year) {
        unreadiness = (unreadiness + (attended == 0 ? 0 : (double) unready / attended)) / 2;
        Attrition attrition = scenario.attrition();
        return year + 1 >= attrition.fromYear()
                && !graduated()
                && chance.nextDouble() < attrition.probability(unreadiness, yearsBehind(year));
    }

    /** Practice and a check on one competency, if the learner is there; whether the rule is met with it. */
    final boolean opportunity(int competency) {
        int rating = chance.nextDouble() < attendance ? attend(competency) : ABSENT;
        if (rating != ABSENT) {
            checks.add(rating);
        }
        return rating != ABSENT && checks.enough();
    }

    /** Practice and a check that does not count for advancement. */
    final void review(int competency) {
        if (chance.nextDouble() < attendance) {
            attend(competency);
        }
    }

    private int attend(int competency) {
        spent++;
        attended++;
        if (mind.knows(competency)) {
            waiting++;
        }
        if (mind.missing(competency) > 0) {
            unready++;
        }
        mind.practise(competency);
        return mind.check(competency);
    }

    private void measure(int year, Tallies tallies) {
        KnowledgeStructure structure = scenario.structure();
        double share = scenario.school().requiredShare();
        int from = structure.first(year);
        int to = structure.first(year + 1);
        int passed = Math.min(passed(), structure.competencies());
        int all = mind.known(0, structure.competencies());
        tallies.add(Measure.PROFICIENT, mind.known(from, to) >= share * (to - from));
        tallies.add(Measure.COMPLETE, all >= share * structure.competencies());
        tallies.add(Measure.GRADUATED, graduated());
        tallies.add(Measure.LEFT, left);
        tallies.add(Measure.KNOWN.column(), all);
        tallies.add(Measure.GAPS.column(), passed - mind.known(0, passed));
        tallies.add(Measure.WAITING.column(), waiting);
        tallies.add(Measure.SPENT, spent);
        tallies.add(Measure.LEARNERS, 1);
    }

    final Scenario scenario() {
        return scenario;
    }

    final KnowledgeStructure structure() {
        return scenario.structure();
    }

    final Checks checks() {
        return checks;
    }

    abstract void begin();

    abstract void learn(int year);

    /** How many competencies, from the first, the learner was moved past. */
    abstract int passed();

    abstract boolean graduated();

    abstract double yearsBehind(int year);
}
