package org.ownpath.engine.estimate;

/** Answers to one skill, learner after learner, each learner's in order: one flat array and where each learner starts. */
public final class ResponseSequences {

    private final byte[] responses;
    private final int[] starts;

    private ResponseSequences(byte[] responses, int[] starts) {
        this.responses = responses;
        this.starts = starts;
    }

    /**
     * Sequences over flat arrays. Both are taken over, not copied; leave them alone afterwards.
     *
     * @param responses 1 for right, 0 for wrong
     * @param starts the index of each learner's first response, rising from 0, and last the number of responses
     * @throws IllegalArgumentException if a response is neither 0 nor 1 or the starts do not rise from 0 to the end
     */
    public static ResponseSequences of(byte[] responses, int[] starts) {
        if (starts.length < 2 || starts[0] != 0 || starts[starts.length - 1] != responses.length) {
            throw new IllegalArgumentException("Starts have to run from 0 to the number of responses, "
                    + responses.length + ", with one for each learner and one for the end.");
        }
        for (int i = 1; i < starts.length; i++) {
            if (starts[i] < starts[i - 1]) {
                throw new IllegalArgumentException("Start " + starts[i] + " of learner " + (i + 1) + " is before start "
                        + starts[i - 1] + " of the learner before. Starts rise.");
            }
        }
        for (int i = 0; i < responses.length; i++) {
            if ((responses[i] & 1) != responses[i]) {
                throw new IllegalArgumentException(
                        "Response " + responses[i] + " at index " + i + " is neither 0 nor 1.");
            }
        }
        return new ResponseSequences(responses, starts);
    }

    /** How many learners there are. */
    public int learners() {
        return starts.length - 1;
    }

    /** How many responses there are in all. */
    public int size() {
        return responses.length;
    }

    /** Where a learner's responses begin; the start of learner {@code learners()} is the end of all. */
    public int start(int learner) {
        return starts[learner];
    }

    /** A response by its index in the flat array: 1 right, 0 wrong. */
    public byte response(int index) {
        return responses[index];
    }
}
