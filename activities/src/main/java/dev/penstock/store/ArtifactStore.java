package dev.penstock.store;

import java.net.URI;
import java.nio.file.Path;

/** Keeps files and folders for good under the digest of what they are; what is found there is whole. */
public interface ArtifactStore {

    /**
     * Where an artifact is.
     *
     * @param uri for people and other tools; moves with the store
     * @param digest of a file's bytes, or of the list of a folder's files
     * @param bytes of all files together
     * @param files how many files a folder has; 1 for a file
     */
    record Kept(URI uri, String digest, long bytes, long files) {}

    /** Copies a file or folder into the store, where it is safe when this returns. */
    Kept keep(Path content);

    /** Copies an artifact out of the store, to a path where nothing is yet; refuses what is damaged. */
    void bring(URI uri, String digest, Path target);

    /** Whether all of an artifact is there; its bytes are checked only when it is brought. */
    boolean has(URI uri, String digest);

    /** For people: where it is. */
    String words();
}
