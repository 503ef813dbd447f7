package org.ownpath.assessment.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.shared.BankId;
import org.ownpath.shared.Change;
import org.ownpath.shared.Progress;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door for questions from files. They come as drafts: no test asks them before somebody has looked. */
@Component
public class ItemImport {

    private final ItemRows rows;
    private final Access access;

    ItemImport(ItemRows rows, Access access) {
        this.rows = rows;
        this.access = access;
    }

    /** What taking a draft in would change. */
    public List<Change> plan(Viewer viewer, BankDraft draft) {
        access.requireStaff(viewer);
        Optional<Bank> bank = bank(draft);
        Map<String, Item> known = known(bank);
        List<Change> changes = new ArrayList<>();
        if (bank.isEmpty()) {
            changes.add(new Change(
                    Change.Kind.ADD,
                    "bank",
                    draft.words().title(),
                    draft.words().subject()));
        }
        for (BankDraft.Question question : draft.questions()) {
            Item before = known.get(question.content().label());
            String kind = question.content().question().kind().words();
            if (before == null) {
                changes.add(new Change(
                        Change.Kind.ADD, "question", question.content().label(), kind));
            } else if (!before.content().equals(question.content())) {
                changes.add(new Change(
                        Change.Kind.CHANGE, "question", question.content().label(), kind));
            }
        }
        return changes;
    }

    /** Takes a draft in, whole or not at all. */
    @Transactional
    public List<Change> apply(Viewer viewer, BankDraft draft, Progress progress) {
        List<Change> changes = plan(viewer, draft);
        Optional<Bank> found = bank(draft);
        Map<String, Item> known = known(found);
        BankId bank = found.map(Bank::id).orElseGet(() -> rows.add(viewer, draft.words(), false));
        int done = 0;
        for (BankDraft.Question question : draft.questions()) {
            Item before = known.get(question.content().label());
            if (before == null) {
                rows.add(viewer, bank, question.content(), question.curve());
            } else if (!before.content().equals(question.content())) {
                rows.change(
                        viewer, before, question.content(), before.strength().curve());
            }
            if (++done % 100 == 0) {
                progress.at("Writing", done, draft.questions().size());
            }
        }
        access.audit(viewer, "bank.imported", bank.toString(), changes.size() + " changes");
        return changes;
    }

    private Optional<Bank> bank(BankDraft draft) {
        return rows.banks().stream()
                .filter(bank -> bank.title().equals(draft.words().title())
                        && bank.words().subject().equals(draft.words().subject()))
                .findFirst();
    }

    private Map<String, Item> known(Optional<Bank> bank) {
        Map<String, Item> known = new HashMap<>();
        bank.ifPresent(found ->
                rows.items(found.id()).forEach(item -> known.put(item.content().label(), item)));
        return known;
    }
}
