package org.ownpath.northside;

import java.util.List;

/** What students of Northside have written, and what their teachers write again and again. */
final class SeedWork {

    static final List<String> DEALS = List.of("""
            Wheel Works: 25 percent of 240 is 60, so 180, and 30 for the helmet makes **210**.
            Northside Cycles: 15 percent of 200 is 30, so **230**.
            Second Spin: 160 is 110 percent of the old price, but I pay 160 and 30, so **190**.

            Dear Tess, take Second Spin if you do not mind scratches. It is 20 less than Wheel Works. If Wheel Works \
            goes up to 35 percent off, it costs 186 and wins.""", """
            I drew a bar for each shop.
            - Wheel Works 240 - 60 = 180 + 30 = 210
            - Northside 200 + 30 = 230
            - Second Spin 160 + 10 percent = 176 + 30 = 206

            Dear Omar, Second Spin is cheapest. But it is used, so look at the brakes first.""", """
            240 - 25 = 215 and a helmet is 245.
            200 + 15 = 215.
            160 + 30 = 190.

            Dear Ana, buy the one for 190 because it is less.""", """
            Wheel Works costs 0.75 x 240 = 180. With a helmet 210. Check: 60 is a quarter of 240, yes.
            Northside Cycles costs 200 x 1.15 = 230 with its helmet.
            Second Spin costs 190 with a helmet; before this week it was 160 / 1.1 = 145.45 and 30.

            Dear Kim, I would wait a week. The price went up by 10 percent without a reason and may come down. If it \
            does not, 190 is still the best of the three.""", """
            1. 210
            2. 230
            3. 190

            Dear Lou, the third one. You can also go without a helmet but my mother says no.""");

    static final List<String> RECIPES = List.of("""
            40 / 6 is 6 and 2/3, so I multiplied everything by 20/3.
            Lentils 300 g become 2000 g. Carrots 4 become 26 and 2/3, so 27. Salt 1 spoon becomes 6 and 2/3 spoons: take 7 \
            and taste first.
            The bag of 2 kg fits exactly and is cheaper for each gram.""", """
            I made it 7 times because 6 x 7 = 42 and that is near 40. Lentils 2100 g, carrots 28, salt 7 spoons.
            Three bags of 750 g are too much, so 2 kg and a bit.""", """
            40 - 6 = 34, so I added 34 to everything. Lentils 334 g. Carrots 38. That is a lot of carrots.""");

    static final String WORKBENCH = """
            2 and 3/4 is 22/8. One shelf is 5/8. 22 / 5 is 4 and 2/8 is left.
            (drawing of the board with four cuts)
            I think 10/16 is more than 5/8 because the numbers are bigger.""";

    static final List<String> COMMENTS = List.of(
            "I can follow every step, and the letter gives a reason that your friend can check.",
            "The answer is right. Show how you found it, so that somebody else could do it again.",
            "Read the question once more: it asks what would have to change.",
            "Check it from the other end: does the percent of the old price lead back to it?");

    /** What two people gave to the same work, criterion by criterion. */
    static final List<List<List<Double>>> TWICE = List.of(
            List.of(List.of(3.0, 3.0), List.of(3.0, 3.0)),
            List.of(List.of(2.0, 2.0), List.of(2.0, 1.0)),
            List.of(List.of(1.0, 1.0), List.of(1.0, 1.0)),
            List.of(List.of(4.0, 3.0), List.of(3.0, 3.0)),
            List.of(List.of(2.0, 3.0), List.of(2.0, 2.0)),
            List.of(List.of(3.0, 2.0), List.of(2.0, 2.0)),
            List.of(List.of(2.0, 2.0), List.of(1.0, 1.0)));

    private SeedWork() {}
}
