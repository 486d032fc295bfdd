package dev.penstock.store;

import java.net.URI;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Bytes could not be kept or found again. */
public final class BlobException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What is wrong. */
    public enum Kind {
        MISSING,
        DAMAGED,
        MALFORMED,
        OUT_OF_REACH
    }

    private final Kind kind;

    private BlobException(Kind kind, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    static BlobException missing(String digest, String store) {
        return new BlobException(Kind.MISSING, "%s is not in the store %s.".formatted(digest, store), null);
    }

    static BlobException damaged(String digest, String store) {
        return new BlobException(Kind.DAMAGED, "%s in the store %s is damaged.".formatted(digest, store), null);
    }

    static BlobException malformed(String digest) {
        return new BlobException(Kind.MALFORMED, "\"%s\" is no digest.".formatted(digest), null);
    }

    static BlobException outOfReach(String store, Exception cause) {
        return new BlobException(
                Kind.OUT_OF_REACH, "The store %s cannot be used: %s.".formatted(store, words(cause)), cause);
    }

    static BlobException malformed(String digest, String what) {
        return new BlobException(Kind.MALFORMED, "%s is no list of files: %s.".formatted(digest, what), null);
    }

    static BlobException misplaced(URI uri, String digest) {
        return new BlobException(Kind.MALFORMED, "%s does not name the artifact %s.".formatted(uri, digest), null);
    }

    static BlobException interrupted(InterruptedException cause) {
        return new BlobException(Kind.OUT_OF_REACH, "The work on a store was interrupted.", cause);
    }

    private static String words(Exception cause) {
        String message = String.valueOf(cause.getMessage()).strip();
        // Only a path, where the system gives no reason; then the reason is in the class.
        boolean bare = cause instanceof FileSystemException file && file.getReason() == null;
        String words = bare || cause.getMessage() == null
                ? cause.getClass().getSimpleName().replace("Exception", "") + ": " + message
                : message;
        return words.replaceFirst("\\.$", "");
    }

    public Kind kind() {
        return kind;
    }

    /** Whether trying again cannot help. */
    public boolean lasting() {
        return kind != Kind.OUT_OF_REACH;
    }
}
