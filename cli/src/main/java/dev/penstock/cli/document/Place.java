package dev.penstock.cli.document;

/** A line and a column of a text, both counted from one. */
public record Place(int line, int column) {

    /** The form that editors can jump to, such as {@code params.yaml:3:9}. */
    String in(String document) {
        return "%s:%s:%s".formatted(document, line, column);
    }
}
