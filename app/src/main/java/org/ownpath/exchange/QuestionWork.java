package org.ownpath.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ownpath.assessment.items.Bank;
import org.ownpath.assessment.items.BankDraft;
import org.ownpath.assessment.items.Item;
import org.ownpath.assessment.items.ItemImport;
import org.ownpath.exchange.oatutor.OaTutorProblems;
import org.ownpath.exchange.qti.Incoming;
import org.ownpath.exchange.qti.QtiPackage;
import org.ownpath.framework.Competency;
import org.ownpath.framework.Curriculum;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.Change;
import org.ownpath.shared.CompetencyId;
import org.ownpath.shared.Problem;
import org.ownpath.shared.Progress;
import org.springframework.stereotype.Component;

/** Takes questions in: each finds its competency, and whatever cannot be asked here is told by name. */
@Component
class QuestionWork {

    private final ItemImport items;
    private final Frameworks frameworks;

    QuestionWork(ItemImport items, Frameworks frameworks) {
        this.items = items;
        this.frameworks = frameworks;
    }

    Read<List<Change>> run(ImportWork.Task task, Source source, Progress progress) {
        Read<Incoming> read = OaTutorProblems.isOne(source) ? OaTutorProblems.read(source) : QtiPackage.read(source);
        if (!(read instanceof Read.Parsed<Incoming> parsed)) {
            Read.Unreadable<Incoming> why = (Read.Unreadable<Incoming>) read;
            return new Read.Unreadable<>(why.problems(), why.more());
        }
        Problems problems = new Problems();
        Optional<BankDraft> draft = draft(task, parsed.value(), problems);
        if (draft.isEmpty() || !problems.isEmpty()) {
            return new Read.Unreadable<>(problems);
        }
        progress.at("Checking", 0, draft.get().questions().size());
        List<Change> changes = new ArrayList<>(
                task.apply()
                        ? items.apply(task.viewer(), draft.get(), progress)
                        : items.plan(task.viewer(), draft.get()));
        parsed.value()
                .unsupported()
                .forEach(left -> changes.add(new Change(Change.Kind.SKIP, "question", left.title(), left.why())));
        return new Read.Parsed<>(changes);
    }

    private Optional<BankDraft> draft(ImportWork.Task task, Incoming incoming, Problems problems) {
        Curriculum curriculum = frameworks.curriculum();
        Map<String, CompetencyId> names = curriculum.byName();
        Optional<CompetencyId> usual = Optional.ofNullable(
                names.get(task.options().getOrDefault("competency", "").strip()));
        List<BankDraft.Question> questions = new ArrayList<>();
        Set<String> labels = new HashSet<>();
        for (Incoming.Question question : incoming.questions()) {
            Optional<CompetencyId> competency = question.about().codes().stream()
                    .filter(names::containsKey)
                    .map(names::get)
                    .findFirst()
                    .or(() -> usual);
            if (competency.isEmpty()) {
                problems.add(new Problem(
                        question.file(),
                        question.line(),
                        "",
                        "'" + question.title() + "' names no competency of this district ("
                                + String.join(", ", question.about().codes())
                                + "). Name the one that such questions show under 'Competency'."));
                continue;
            }
            questions.add(new BankDraft.Question(
                    new Item.Content(
                            unique(question.title(), labels),
                            competency.get(),
                            question.about().depth(),
                            question.question()),
                    question.about().difficulty().curve()));
        }
        String title = Optional.of(task.options().getOrDefault("title", "").strip())
                .filter(typed -> !typed.isEmpty())
                .orElse(incoming.title());
        return questions.isEmpty()
                ? none(task, problems)
                : Optional.of(new BankDraft(
                        new Bank.Words(title, subject(questions, curriculum), "From " + task.name()), questions));
    }

    private static Optional<BankDraft> none(ImportWork.Task task, Problems problems) {
        if (problems.isEmpty()) {
            problems.add(Problem.ofFile(
                    task.name(), "There is no question in it that can be asked here. Export it with questions."));
        }
        return Optional.empty();
    }

    private static String subject(List<BankDraft.Question> questions, Curriculum curriculum) {
        return curriculum
                .competency(questions.get(0).content().competency())
                .map(Competency::subject)
                .orElseThrow();
    }

    private static String unique(String title, Set<String> labels) {
        String shortened = title.length() > 70 ? title.substring(0, 70) : title;
        String label = shortened;
        for (int i = 2; !labels.add(label); i++) {
            label = shortened + " (" + i + ")";
        }
        return label;
    }
}
