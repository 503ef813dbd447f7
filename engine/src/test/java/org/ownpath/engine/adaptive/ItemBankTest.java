package org.ownpath.engine.adaptive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.ownpath.engine.estimate.Item;

class ItemBankTest {

    private static ItemBank bank(Item... items) {
        return ItemBank.of(List.of(items).stream()
                .map(item -> new BankItem("d" + item.difficulty(), "number", item))
                .toList());
    }

    /** At its difficulty a two-parameter item informs a^2 / 4; one logit above it, a = 1: p = 0.7311, p q = 0.1966. */
    @Test
    void information_is_as_worked_out_by_hand() {
        ItemBank bank = bank(Item.of(1.6, 0.5), Item.of(1, 0), new Item(1.5, 1, 0.2));
        assertThat(bank.at(0.5).information(0)).isCloseTo(0.64f, within(1e-5f));
        assertThat(bank.at(1).information(1)).isCloseTo(0.19661f, within(1e-5f));
        // p = 0.6, so 2.25 * (0.4 / 0.6) * (0.4 / 0.8)^2 = 0.375
        assertThat(bank.at(1).information(2)).isCloseTo(0.375f, within(1e-5f));
    }

    @Property
    void between_its_rows_the_table_is_near_the_exact_information(
            @ForAll @DoubleRange(min = 0.2, max = 3) double discrimination,
            @ForAll @DoubleRange(min = 0, max = 0.4) double guessing,
            @ForAll @DoubleRange(min = -6, max = 6) double theta) {
        Item item = new Item(discrimination, 0.33, guessing);
        assertThat((double) bank(item).at(theta).information(0)).isCloseTo(item.information(theta), within(0.02));
    }

    @Test
    void beyond_its_ends_the_table_keeps_its_last_value() {
        ItemBank bank = bank(Item.of(1, 5));
        assertThat(bank.at(9).information(0)).isEqualTo(bank.at(6).information(0));
        assertThat(bank.at(-9).information(0)).isEqualTo(bank.at(-6).information(0));
    }

    @Test
    void banks_that_make_no_sense_are_refused() {
        assertThatThrownBy(() -> ItemBank.of(List.of())).hasMessageContaining("without items");
        assertThatThrownBy(() -> bank(Item.of(1, 0), Item.of(2, 0)))
                .hasMessageContaining("'d0.0' is in the bank twice");
        assertThatThrownBy(() -> new BankItem("x", " ", Item.of(1, 0))).hasMessageContaining("Item 'x'");
    }
}
