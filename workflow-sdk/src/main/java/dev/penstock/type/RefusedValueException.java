package dev.penstock.type;

/** The class of a value refused it, although its type was right. */
public final class RefusedValueException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String path;

    RefusedValueException(String path, RuntimeException cause) {
        super(cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        this.path = path;
    }

    /** Where in the value, such as {@code $.depths[2]}. */
    public String path() {
        return path;
    }
}
