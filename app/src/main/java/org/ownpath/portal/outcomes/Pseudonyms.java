package org.ownpath.portal.outcomes;

import java.util.HashSet;
import java.util.Random;
import java.util.Set;

/** Names that stand for nobody: drawn by chance, none twice, and kept nowhere, so that no two files can be put together. */
final class Pseudonyms {

    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ23456789";
    private static final int LENGTH = 8;

    private final Random chance;
    private final Set<String> drawn = new HashSet<>();

    Pseudonyms(Random chance) {
        this.chance = chance;
    }

    String next() {
        String name = name();
        while (!drawn.add(name)) {
            name = name();
        }
        return name;
    }

    private String name() {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            name.append(LETTERS.charAt(chance.nextInt(LETTERS.length())));
        }
        return name.toString();
    }
}
