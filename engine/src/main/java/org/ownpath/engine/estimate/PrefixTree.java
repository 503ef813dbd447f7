package org.ownpath.engine.estimate;

import java.util.Arrays;

/**
 * The distinct beginnings of all sequences as a tree, level by level, so that work shared by learners who began alike is
 * done once. Node 0 is the empty beginning; parents come before children.
 */
final class PrefixTree {

    private int size = 1;
    private int[] parent;
    private byte[] response;
    private int[] count;
    private int[] ending;

    PrefixTree(ResponseSequences sequences) {
        int most = sequences.size() + 1;
        parent = new int[most];
        response = new byte[most];
        count = new int[most];
        ending = new int[most];
        count[0] = sequences.learners();
        grow(sequences);
        parent = Arrays.copyOf(parent, size);
        response = Arrays.copyOf(response, size);
        count = Arrays.copyOf(count, size);
        ending = Arrays.copyOf(ending, size);
    }

    private void grow(ResponseSequences sequences) {
        int[] learner = new int[sequences.learners()];
        int[] node = new int[sequences.learners()];
        for (int i = 0; i < learner.length; i++) {
            learner[i] = i;
        }
        int active = learner.length;
        int level = 0;
        for (int depth = 0; active > 0; depth++) {
            int next = size;
            int[] children = new int[2 * (size - level)];
            int kept = 0;
            for (int i = 0; i < active; i++) {
                int at = sequences.start(learner[i]) + depth;
                if (at == sequences.start(learner[i] + 1)) {
                    ending[node[i]]++;
                } else {
                    learner[kept] = learner[i];
                    node[kept++] = child(children, node[i], level, sequences.response(at));
                }
            }
            active = kept;
            level = next;
        }
    }

    private int child(int[] children, int from, int level, byte answer) {
        int slot = 2 * (from - level) + answer;
        if (children[slot] == 0) {
            parent[size] = from;
            response[size] = answer;
            children[slot] = size++;
        }
        count[children[slot]]++;
        return children[slot];
    }

    int size() {
        return size;
    }

    /** How many responses the sequences have in all. */
    int responses() {
        int responses = 0;
        for (int node = 1; node < size; node++) {
            responses += count[node];
        }
        return responses;
    }

    int parent(int node) {
        return parent[node];
    }

    /** The last response of the beginning. */
    byte response(int node) {
        return response[node];
    }

    /** How many learners began so. */
    int count(int node) {
        return count[node];
    }

    /** How many learners did nothing more. */
    int ending(int node) {
        return ending[node];
    }

    /** How many nodes hang on the root; they are numbered from 1. */
    int roots() {
        int roots = 0;
        while (roots + 1 < size && parent[roots + 1] == 0) {
            roots++;
        }
        return roots;
    }
}
