package org.ownpath.policy;

/** Who decides on the goals of a student and on the path to each. */
public enum GoalChoice {
    /** What a student proposes holds at once. */
    STUDENT,
    /** The student or the school proposes, the other agrees. */
    TOGETHER,
    /** The school proposes, and it holds at once; students read and answer. */
    SCHOOL;

    /** Whether students may propose goals and adjust the paths to them. */
    public boolean studentsPropose() {
        return this != SCHOOL;
    }
}
