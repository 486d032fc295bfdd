package dev.penstock.store;

/** Bytes could not be kept or found again. */
public final class BlobException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean lasting;

    private BlobException(String message, boolean lasting, Throwable cause) {
        super(message, cause);
        this.lasting = lasting;
    }

    private BlobException(String message) {
        super(message);
        this.lasting = true;
    }

    static BlobException missing(String digest, String store) {
        return new BlobException("The value %s is not in the store %s.".formatted(digest, store));
    }

    static BlobException damaged(String digest, String store) {
        return new BlobException("The value %s in the store %s is damaged.".formatted(digest, store));
    }

    static BlobException malformed(String digest) {
        return new BlobException("\"%s\" is no digest.".formatted(digest));
    }

    static BlobException outOfReach(String store, Exception cause) {
        return new BlobException("The store %s cannot be used: %s.".formatted(store, cause.getMessage()), false, cause);
    }

    /** Whether trying again cannot help. */
    public boolean lasting() {
        return lasting;
    }
}
