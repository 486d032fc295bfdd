package dev.penstock.type;

/** A Java type cannot flow between steps; says which part of it, why, and what to use instead. */
public final class UnsupportedTypeException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String remedy;

    UnsupportedTypeException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    public String remedy() {
        return remedy;
    }

    UnsupportedTypeException inside(String component) {
        String message = getMessage();
        String path = message != null && message.startsWith("in ")
                ? message.replaceFirst("in ", "in " + component + " > ")
                : "in " + component + ": " + message;
        return new UnsupportedTypeException(path, remedy);
    }
}
