package org.ownpath.pathway;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.GradeLevel;

/** What a student wants to reach. */
public sealed interface Aim {

    /** One competency. */
    record OneCompetency(CompetencyId competency) implements Aim {
        @Override
        public List<Competency> targets(Curriculum curriculum) {
            return curriculum.all(List.of(competency));
        }

        @Override
        public String title(Curriculum curriculum) {
            return curriculum.competency(competency).map(Competency::title).orElse("Something no longer in use");
        }

        @Override
        public <T> T fold(Function<OneCompetency, T> one, Function<WholeLevel, T> whole, Function<Project, T> project) {
            return one.apply(this);
        }
    }

    /** Everything at one level of a subject. */
    record WholeLevel(String subject, int level) implements Aim {
        @Override
        public List<Competency> targets(Curriculum curriculum) {
            return curriculum.ofSubject(subject).stream()
                    .filter(c -> c.level().isPresent() && c.level().getAsInt() == level)
                    .toList();
        }

        @Override
        public String title(Curriculum curriculum) {
            String words = GradeLevel.words(level);
            return subject + ": " + (level == GradeLevel.LOWEST ? "all of " + words : "all of the " + words);
        }

        @Override
        public <T> T fold(Function<OneCompetency, T> one, Function<WholeLevel, T> whole, Function<Project, T> project) {
            return whole.apply(this);
        }
    }

    /** A project of one's own, with the competencies that it is to show. */
    record Project(String name, List<CompetencyId> competencies) implements Aim {

        /** The most competencies that a project may be about. */
        public static final int MOST_COMPETENCIES = 12;

        /** Keeps its own copy of the list. */
        public Project {
            competencies = List.copyOf(competencies);
        }

        @Override
        public List<Competency> targets(Curriculum curriculum) {
            return curriculum.all(competencies);
        }

        @Override
        public String title(Curriculum curriculum) {
            return name;
        }

        @Override
        public <T> T fold(Function<OneCompetency, T> one, Function<WholeLevel, T> whole, Function<Project, T> project) {
            return project.apply(this);
        }
    }

    /** What has to stand mastered for it to be reached. */
    List<Competency> targets(Curriculum curriculum);

    /** As a heading. */
    String title(Curriculum curriculum);

    /** Handles every kind. */
    <T> T fold(Function<OneCompetency, T> one, Function<WholeLevel, T> whole, Function<Project, T> project);

    /** The one subject that it is about; empty where it is about several. */
    default Optional<String> subject(Curriculum curriculum) {
        List<String> subjects =
                targets(curriculum).stream().map(Competency::subject).distinct().collect(Collectors.toList());
        return subjects.size() == 1 ? Optional.of(subjects.get(0)) : Optional.empty();
    }
}
