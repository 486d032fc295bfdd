package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.Examples;
import dev.penstock.type.Types;
import java.util.Optional;

/** Writes an option as an example, ready for a shell. */
final class FlagExample {

    private FlagExample() {}

    static String input(Types types, DataType type) {
        return "--input " + value(types, type);
    }

    /** The option that gives the part at a path; items of lists cannot be given by themselves. */
    static Optional<String> param(Types types, DataType root, String path, JsonNode current) {
        if (path.contains("[") || !path.startsWith("$.")) {
            return Optional.empty();
        }
        String name = path.substring(2);
        try {
            DataType type =
                    DottedName.find(name, root, new Shapes(types), current).type();
            return Optional.of("--param %s=%s".formatted(name, value(types, type)));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    private static String value(Types types, DataType type) {
        DataType shown = Shapes.present(type) instanceof ListOf list ? list.element() : Shapes.present(type);
        String word = new Examples(types).of(shown);
        boolean json = word.startsWith("{") || word.startsWith("[");
        if (!json) {
            return word.replaceAll("^\"|\"$", "");
        }
        return "'%s'".formatted(new Examples(types).of(type));
    }
}
