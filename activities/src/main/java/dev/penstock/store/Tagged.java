package dev.penstock.store;

/** What was under a name, at one moment. */
public final class Tagged {

    private final byte[] bytes;
    private final String tag;

    Tagged(byte[] bytes, String tag) {
        this.bytes = bytes;
        this.tag = tag;
    }

    public byte[] bytes() {
        return bytes;
    }

    /** Changes whenever the bytes do. */
    public String tag() {
        return tag;
    }
}
