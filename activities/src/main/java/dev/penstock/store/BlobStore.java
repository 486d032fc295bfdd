package dev.penstock.store;

/** Keeps bytes for good under the digest of what they are; putting the same bytes again changes nothing. */
public interface BlobStore {

    /** The digest under which the bytes are found again, such as {@code sha256:…}; they are safe when it returns. */
    String put(byte[] bytes);

    /** The bytes; a {@link BlobException} when they are not there, damaged, or out of reach. */
    byte[] get(String digest);

    /** For people: where it is. */
    String words();
}
