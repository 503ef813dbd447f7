package org.ownpath.engine.estimate;

/** A model of right and wrong answers. */
public enum ItemResponseModel {
    /** One discrimination for all items, a difficulty for each. The Rasch model, with the spread of ability in a. */
    ONE_PARAMETER,
    /** A discrimination and a difficulty for each item. */
    TWO_PARAMETER,
    /**
     * A discrimination, a difficulty and a chance of guessing for each item, under priors: log a normal with mean 0 and
     * standard deviation 0.5, c Beta(5, 17). Wants a thousand people or more.
     */
    THREE_PARAMETER;

    ItemModel curve() {
        return this == THREE_PARAMETER ? new ThreeParameterModel() : new GradedModel(2);
    }
}
