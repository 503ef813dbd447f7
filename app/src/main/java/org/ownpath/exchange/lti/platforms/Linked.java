package org.ownpath.exchange.lti.platforms;

import java.util.Optional;
import java.util.function.Function;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.TaskId;

/** What a link of a learning management system opens here. */
public sealed interface Linked {

    /** Everybody's own first page: of a student, the path. */
    record FirstPage() implements Linked {

        @Override
        public String path() {
            return LAUNCH;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.firstPage().get();
        }
    }

    /** A competency, for a student to show. */
    record OfCompetency(CompetencyId competency) implements Linked {

        @Override
        public String path() {
            return COMPETENCIES + competency;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.competency().apply(competency);
        }
    }

    /** A task, for a student to do. */
    record OfTask(TaskId task) implements Linked {

        @Override
        public String path() {
            return TASKS + task;
        }

        @Override
        public <T> T fold(Cases<T> cases) {
            return cases.task().apply(task);
        }
    }

    /** Where it is, below the district's own address. */
    String path();

    /** Something for each of what it can be. */
    <T> T fold(Cases<T> cases);

    /** What is to be made of each. */
    record Cases<T>(
            java.util.function.Supplier<T> firstPage, Function<CompetencyId, T> competency, Function<TaskId, T> task) {}

    /** Before the path of every link. */
    String LAUNCH = "/launch";

    /** Before the id of a competency. */
    String COMPETENCIES = LAUNCH + "/competencies/";

    /** Before the id of a task. */
    String TASKS = LAUNCH + "/tasks/";

    /** What is at a path; empty where no link of ours leads there. */
    static Optional<Linked> at(String path) {
        try {
            if (path.startsWith(COMPETENCIES)) {
                return Optional.of(new OfCompetency(CompetencyId.of(path.substring(COMPETENCIES.length()))));
            }
            if (path.startsWith(TASKS)) {
                return Optional.of(new OfTask(TaskId.of(path.substring(TASKS.length()))));
            }
            return path.equals(LAUNCH) ? Optional.of(new FirstPage()) : Optional.empty();
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
