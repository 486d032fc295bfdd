package dev.penstock.type;

import static java.util.Objects.requireNonNull;

/** The type of a value that flows between steps, independent of any Java class. */
public sealed interface DataType
        permits Scalar, ArtifactKind, DataType.ListOf, DataType.MapOf, DataType.OptionalOf, DataType.Named {

    /** The form in a spec, such as {@code list<double>}. */
    String text();

    /** The form for people: class names without their package. */
    default String shortText() {
        // The look-behind keeps it linear: a spec from a stranger may hold a name of megabytes.
        return text().replaceAll("(?<![\\w.$])[\\w.$]*[.$](?=\\w)", "");
    }

    static DataType parse(String text) {
        return TypeText.parse(text);
    }

    /** A list. */
    record ListOf(DataType element) implements DataType {
        public ListOf {
            requireNonNull(element, "element");
        }

        @Override
        public String text() {
            return "list<" + element.text() + ">";
        }
    }

    /** A map whose keys are strings. */
    record MapOf(DataType value) implements DataType {
        public MapOf {
            requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return "map<" + value.text() + ">";
        }
    }

    /** A value that may be absent. */
    record OptionalOf(DataType value) implements DataType {
        public OptionalOf {
            requireNonNull(value, "value");
        }

        @Override
        public String text() {
            return "optional<" + value.text() + ">";
        }
    }

    /** A record, enum, sealed family or artifact, defined under its name beside the graph. */
    record Named(String name) implements DataType {
        public Named {
            requireNonNull(name, "name");
        }

        @Override
        public String text() {
            return name;
        }
    }
}
