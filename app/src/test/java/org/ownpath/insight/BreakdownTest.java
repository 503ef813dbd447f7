package org.ownpath.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BreakdownTest {

    private static final int FEWEST = 10;

    /** A part, each its own, whatever its size. */
    private record Sized(int id, int students) {}

    private static List<Sized> parts(List<Integer> sizes) {
        AtomicInteger ids = new AtomicInteger();
        return sizes.stream()
                .map(size -> new Sized(ids.incrementAndGet(), size))
                .toList();
    }

    @Property
    void no_part_that_is_too_small_is_shown(@ForAll @Size(max = 12) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        List<Sized> parts = parts(sizes);

        Set<Sized> withheld = Breakdown.withheld(parts, Sized::students, FEWEST);

        assertThat(parts.stream().filter(part -> !withheld.contains(part))).allMatch(part -> part.students() >= FEWEST);
    }

    @Property
    void what_is_withheld_cannot_be_reckoned_from_the_total(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 40) Integer> sizes) {
        List<Sized> parts = parts(sizes);

        Set<Sized> withheld = Breakdown.withheld(parts, Sized::students, FEWEST);

        int together = withheld.stream().mapToInt(Sized::students).sum();
        assertThat(withheld.isEmpty()
                        || withheld.size() == parts.size()
                        || (withheld.size() >= 2 && together >= FEWEST))
                .as("withheld %s of %s", withheld, parts)
                .isTrue();
    }

    @Property
    void nothing_is_withheld_where_no_part_is_small(
            @ForAll @Size(max = 12) List<@IntRange(min = FEWEST, max = 40) Integer> sizes) {
        assertThat(Breakdown.withheld(parts(sizes), Sized::students, FEWEST)).isEmpty();
    }
}
