package org.ownpath.engine.simulate;

/**
 * What is assumed beside how people learn.
 *
 * @param advancement when a learner is moved on upon mastery
 */
public record Scenario(
        KnowledgeStructure structure,
        Population population,
        School school,
        Advancement advancement,
        Support support,
        Attrition attrition) {

    public Scenario {
        if (school.years() > structure.levels()) {
            throw new IllegalArgumentException(school.years() + " school years need as many levels, and the structure"
                    + " has " + structure.levels() + ". Simulate fewer years or add levels.");
        }
    }

    /** The standard of every part, without support. */
    public static Scenario standard() {
        return new Scenario(
                KnowledgeStructure.standard(),
                Population.standard(),
                School.standard(),
                Advancement.standard(),
                Support.none(),
                Attrition.standard());
    }

    public Scenario with(KnowledgeStructure other) {
        return new Scenario(other, population, school, advancement, support, attrition);
    }

    public Scenario with(Population other) {
        return new Scenario(structure, other, school, advancement, support, attrition);
    }

    public Scenario with(School other) {
        return new Scenario(structure, population, other, advancement, support, attrition);
    }

    public Scenario with(Advancement other) {
        return new Scenario(structure, population, school, other, support, attrition);
    }

    public Scenario with(Support other) {
        return new Scenario(structure, population, school, advancement, other, attrition);
    }

    public Scenario with(Attrition other) {
        return new Scenario(structure, population, school, advancement, support, other);
    }
}
