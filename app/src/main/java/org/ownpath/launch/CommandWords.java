package org.ownpath.launch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The words of a command line: plain ones, options with a value, and flags. An option that is not known is refused and never
 * passed over: it may be a mistyped {@code --dry-run}.
 */
record CommandWords(List<String> plain, Map<String, String> options, Set<String> flags) {

    /** Reads them. Throws, in words for whoever typed them, where one is not known or its value is missing. */
    static CommandWords of(List<String> words, Set<String> options, Set<String> flags, String use) {
        CommandWords read = new CommandWords(new ArrayList<>(), new HashMap<>(), new HashSet<>());
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                read.plain.add(word);
            } else if (flags.contains(word)) {
                read.flags.add(word);
            } else if (options.contains(word) && i + 1 < words.size()) {
                read.options.put(word.substring(2), words.get(++i));
            } else {
                throw new CannotStart(
                        options.contains(word)
                                ? word + " needs a value after it. " + use
                                : "'" + word + "' is no option of this command. " + use);
            }
        }
        return read;
    }
}
