package dev.penstock.type;

import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import java.util.Map;
import java.util.TreeMap;

/** Reads the textual form of a type. */
final class TypeText {

    private static final int DEEPEST = 64;
    private static final int LONGEST = 10_000;

    private static final Map<String, DataType> SIMPLE = simple();

    private TypeText() {}

    static DataType parse(String text) {
        if (text.length() > LONGEST) {
            throw new IllegalArgumentException("a type longer than " + LONGEST + " characters");
        }
        return parse(text, 0);
    }

    private static DataType parse(String text, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("a type nested deeper than " + DEEPEST + " levels");
        }
        DataType simple = SIMPLE.get(text);
        if (simple != null) {
            return simple;
        }
        if (text.startsWith("list<") && text.endsWith(">")) {
            return new ListOf(parse(inner(text), depth + 1));
        }
        if (text.startsWith("map<") && text.endsWith(">")) {
            return new MapOf(parse(inner(text), depth + 1));
        }
        if (text.startsWith("optional<") && text.endsWith(">")) {
            return new OptionalOf(parse(inner(text), depth + 1));
        }
        if (!text.matches("[\\p{javaJavaIdentifierPart}.]+(<.+>)?")) {
            throw new IllegalArgumentException("not a type: \"" + text + "\"");
        }
        return new Named(text);
    }

    private static String inner(String text) {
        return text.substring(text.indexOf('<') + 1, text.length() - 1);
    }

    private static Map<String, DataType> simple() {
        Map<String, DataType> simple = new TreeMap<>();
        for (Scalar scalar : Scalar.values()) {
            simple.put(scalar.text(), scalar);
        }
        for (ArtifactKind kind : ArtifactKind.values()) {
            simple.put(kind.text(), kind);
        }
        return simple;
    }
}
