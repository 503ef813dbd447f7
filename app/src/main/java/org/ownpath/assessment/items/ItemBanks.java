package org.ownpath.assessment.items;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ownpath.access.Access;
import org.ownpath.access.Viewer;
import org.ownpath.framework.Frameworks;
import org.ownpath.shared.BankId;
import org.ownpath.shared.ItemId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The front door of item banks: who works for the school keeps questions here, with their keys. */
@Component
public class ItemBanks {

    private static final int LONGEST_LABEL = 80;

    private final ItemRows rows;
    private final Access access;
    private final Frameworks frameworks;
    private final BankAnswers answers;

    ItemBanks(ItemRows rows, BankAnswers answers, Access access, Frameworks frameworks) {
        this.rows = rows;
        this.answers = answers;
        this.access = access;
        this.frameworks = frameworks;
    }

    /** All banks of the district, by subject and title. */
    public List<Bank> banks(Viewer viewer) {
        access.requireStaff(viewer);
        return rows.banks();
    }

    /** One bank. */
    public Optional<Bank> bank(Viewer viewer, BankId id) {
        access.requireStaff(viewer);
        return rows.bank(id);
    }

    /** Makes a bank. The title must not be blank. */
    @Transactional
    public BankId add(Viewer viewer, Bank.Words words, boolean open) {
        access.requireStaff(viewer);
        BankId id = rows.add(viewer, words, open);
        access.audit(viewer, "bank.added", id.toString(), words.title());
        return id;
    }

    /** Lets students start tests on a bank of their own accord, or keeps it for what teachers offer. */
    @Transactional
    public void open(Viewer viewer, BankId bank, boolean open) {
        access.requireStaff(viewer);
        rows.open(bank, open);
        access.audit(viewer, open ? "bank.opened" : "bank.closed", bank.toString(), "");
    }

    /** The questions of a bank with their keys, those in tests after the drafts. */
    public List<Item> items(Viewer viewer, BankId bank) {
        access.requireStaff(viewer);
        return rows.items(bank);
    }

    /** One question with its key. */
    public Optional<Item> item(Viewer viewer, ItemId id) {
        access.requireStaff(viewer);
        return rows.item(id);
    }

    /** Adds a question to a bank, as a draft. */
    @Transactional
    public Saved add(Viewer viewer, BankId bank, Item.Content content, org.ownpath.engine.estimate.Item curve) {
        access.requireStaff(viewer);
        List<String> reasons = reasons(bank, Optional.empty(), content);
        if (!reasons.isEmpty()) {
            return new Saved.Refused(reasons);
        }
        ItemId id = rows.add(viewer, bank, content, curve);
        access.audit(viewer, "item.added", id.toString(), content.label());
        return new Saved.Kept(id);
    }

    /** Changes a question. Answers that were given before keep the version that they answered; the label stays. */
    @Transactional
    public Saved change(Viewer viewer, Item item, Item.Content content, org.ownpath.engine.estimate.Item curve) {
        access.requireStaff(viewer);
        List<String> reasons = reasons(item.bank(), Optional.of(item.id()), content);
        if (!reasons.isEmpty()) {
            return new Saved.Refused(reasons);
        }
        rows.change(viewer, item, content, curve);
        access.audit(
                viewer, "item.changed", item.id().toString(), item.content().label());
        return new Saved.Kept(item.id());
    }

    /** Puts a question into tests, or takes it out of those that begin from now on. */
    @Transactional
    public void state(Viewer viewer, ItemId item, Item.State state) {
        access.requireStaff(viewer);
        rows.state(item, state);
        access.audit(viewer, "item." + state.code(), item.toString(), "");
    }

    /** Puts every draft of a bank into tests; how many there were. */
    @Transactional
    public int releaseDrafts(Viewer viewer, BankId bank) {
        access.requireStaff(viewer);
        int released = rows.releaseDrafts(bank);
        access.audit(viewer, "bank.released", bank.toString(), released + " questions");
        return released;
    }

    /** How each question of a bank has done; those that nobody has answered are left out. */
    public Map<ItemId, ItemStatistics> statistics(Viewer viewer, BankId bank) {
        access.requireStaff(viewer);
        Map<ItemId, Item> items = new HashMap<>();
        rows.items(bank).forEach(item -> items.put(item.id(), item));
        return ItemStatistics.of(items, answers.of(bank));
    }

    /** Measures how hard the questions of a bank are and how well they tell students apart, from the answers given. */
    @Transactional
    public BankCalibration calibrate(Viewer viewer, BankId bank) {
        access.requireStaff(viewer);
        List<Item> items = rows.items(bank);
        BankCalibration calibration = BankCalibration.of(items, answers.of(bank));
        calibration.strengths().forEach(rows::strength);
        access.audit(
                viewer,
                "bank.calibrated",
                bank.toString(),
                calibration.strengths().size() + " questions");
        return calibration;
    }

    private List<String> reasons(BankId bank, Optional<ItemId> item, Item.Content content) {
        List<String> reasons = new ArrayList<>(content.question().problems());
        if (content.label().isBlank() || content.label().length() > LONGEST_LABEL) {
            reasons.add("The question needs a short name of at most " + LONGEST_LABEL + " characters, for the list.");
        } else if (rows.labelTaken(bank, content.label(), item)) {
            reasons.add("The bank has another question named '" + content.label() + "'. Give this one another name.");
        }
        if (frameworks.curriculum().competency(content.competency()).isEmpty()) {
            reasons.add("Choose the competency that the question shows.");
        }
        return reasons;
    }
}
