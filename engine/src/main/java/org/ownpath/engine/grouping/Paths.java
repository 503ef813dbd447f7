package org.ownpath.engine.grouping;

import java.util.Arrays;

/** Shortest paths between topics by Dijkstra's rule, and the cheapest end that was found. Used again and again. */
final class Paths {

    private static final int FAR = Integer.MAX_VALUE;
    private static final int NONE = -1;

    private final int[] distance;
    private final boolean[] done;
    private final int[] via; // the student who moves
    private final int[] to; // where to, when paths are followed backward
    private final int[] reached;
    private int reachedCount;
    private int endDistance;
    private int endTopic;
    private int endStudent;

    Paths(int topics) {
        distance = new int[topics];
        done = new boolean[topics];
        via = new int[topics];
        to = new int[topics];
        reached = new int[topics];
        Arrays.fill(distance, FAR);
    }

    void clear() {
        for (int i = 0; i < reachedCount; i++) {
            distance[reached[i]] = FAR;
            done[reached[i]] = false;
        }
        reachedCount = 0;
        endDistance = FAR;
        endTopic = NONE;
        endStudent = NONE;
    }

    void reach(int topic, int at, int student) {
        reachBack(topic, at, student, NONE);
    }

    void reachBack(int topic, int at, int student, int next) {
        if (at < distance[topic]) {
            if (distance[topic] == FAR) {
                reached[reachedCount++] = topic;
            }
            distance[topic] = at;
            via[topic] = student;
            to[topic] = next;
        }
    }

    /** A way to end the path at this distance. */
    void end(int at, int topic, int student) {
        if (at < endDistance) {
            endDistance = at;
            endTopic = topic;
            endStudent = student;
        }
    }

    /** The nearest topic that was not looked at yet, or -1 when none is nearer than the end. */
    int nearest() {
        int nearest = NONE;
        for (int i = 0; i < reachedCount; i++) {
            int topic = reached[i];
            if (!done[topic]
                    && distance[topic] < endDistance
                    && (nearest == NONE || distance[topic] < distance[nearest])) {
                nearest = topic;
            }
        }
        if (nearest != NONE) {
            done[nearest] = true;
        }
        return nearest;
    }

    int distance(int topic) {
        return distance[topic];
    }

    int via(int topic) {
        return via[topic];
    }

    int to(int topic) {
        return to[topic];
    }

    int endTopic() {
        return endTopic;
    }

    int endStudent() {
        return endStudent;
    }

    /** Seats before the end get dearer by how much sooner they were reached. */
    void raise(int[] price) {
        for (int i = 0; i < reachedCount; i++) {
            price[reached[i]] += Math.max(0, endDistance - distance[reached[i]]);
        }
    }

    /** Seats before the end get cheaper by how much sooner they were reached. */
    void lower(int[] price) {
        for (int i = 0; i < reachedCount; i++) {
            price[reached[i]] -= Math.max(0, endDistance - distance[reached[i]]);
        }
    }
}
