package org.ownpath.exchange.xapi;

/** Bytes as they came or go, which nobody changes. */
final class Bytes {

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** These, without a copy. */
    static Bytes of(byte[] content) {
        return new Bytes(content);
    }

    byte[] content() {
        return content;
    }
}
