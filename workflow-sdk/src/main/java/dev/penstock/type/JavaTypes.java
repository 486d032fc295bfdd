package dev.penstock.type;

import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the Java type of a data type again, in the classes of a loader. */
public record JavaTypes(ClassLoader loader) {

    /** The Java type; an exception that names the class that is not there any more. */
    public Type of(DataType type) throws ClassNotFoundException {
        return switch (type) {
            case Scalar scalar -> JavaScalar.boxed(scalar);
            case ArtifactKind kind -> kind.marker();
            case ListOf list -> Generics.parameterized(List.class, of(list.element()));
            case MapOf map -> Generics.parameterized(Map.class, String.class, of(map.value()));
            case OptionalOf optional -> Generics.parameterized(Optional.class, of(optional.value()));
            case Named named -> named(named.name());
        };
    }

    private Type named(String name) throws ClassNotFoundException {
        int start = name.indexOf('<');
        if (start < 0) {
            return Class.forName(name, false, loader);
        }
        List<Type> arguments = new ArrayList<>();
        for (String argument : arguments(name.substring(start + 1, name.length() - 1))) {
            arguments.add(of(DataType.parse(argument)));
        }
        Class<?> raw = Class.forName(name.substring(0, start), false, loader);
        return Generics.parameterized(raw, arguments.toArray(Type[]::new));
    }

    private static List<String> arguments(String text) {
        List<String> arguments = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<') {
                depth++;
            } else if (c == '>') {
                depth--;
            } else if (c == ',' && depth == 0) {
                arguments.add(text.substring(from, i));
                from = i + 1;
            }
        }
        arguments.add(text.substring(from));
        return arguments;
    }
}
