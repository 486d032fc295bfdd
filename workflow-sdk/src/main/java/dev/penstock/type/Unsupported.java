package dev.penstock.type;

import dev.penstock.artifact.Artifact;
import java.io.File;
import java.lang.reflect.Member;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.nio.file.Path;
import java.util.Calendar;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says why a type cannot flow between steps, and what can. */
final class Unsupported {

    private static final String KNOWN =
            "Use a record, enum, sealed interface of records, List, Map<String, …>, Optional or a value type of the JDK.";

    private Unsupported() {}

    static UnsupportedTypeException because(Class<?> type) {
        String name = type.getTypeName();
        if (type.isArray()) {
            return new UnsupportedTypeException("%s is an array.".formatted(name), "Use a List.");
        }
        if (type == char.class || type == Character.class) {
            return new UnsupportedTypeException("%s is a single character.".formatted(name), "Use a String.");
        }
        if (type == void.class || type == Void.class) {
            return new UnsupportedTypeException("%s has no values.".formatted(name), "Use the record Done.");
        }
        if (Path.class.isAssignableFrom(type) || type == File.class) {
            return new UnsupportedTypeException(
                    "%s names a place on one machine.".formatted(name),
                    "Use an artifact (Dataset, Model, Metrics, Report) or a URI.");
        }
        if (type == Date.class || Calendar.class.isAssignableFrom(type)) {
            return new UnsupportedTypeException("%s can change.".formatted(name), "Use Instant or LocalDate.");
        }
        if (Set.class.isAssignableFrom(type)) {
            return new UnsupportedTypeException("%s has no order.".formatted(name), "Use a List.");
        }
        if (Collection.class.isAssignableFrom(type) || Iterable.class == type) {
            return new UnsupportedTypeException("%s is not a plain list.".formatted(name), "Use List itself.");
        }
        if (Map.class.isAssignableFrom(type)) {
            return new UnsupportedTypeException("%s is not a plain map.".formatted(name), "Use Map<String, …> itself.");
        }
        if (type == Object.class || type == Number.class) {
            return new UnsupportedTypeException("%s can be of many types.".formatted(name), "Name the exact type.");
        }
        if (Artifact.class.isAssignableFrom(type)) {
            return artifact(type);
        }
        if (type.isInterface() && !name.startsWith("java.")) {
            return new UnsupportedTypeException(
                    "%s is an open interface.".formatted(name), "Seal it and let records implement it.");
        }
        return new UnsupportedTypeException("%s is not a record.".formatted(name), KNOWN);
    }

    static UnsupportedTypeException notConcrete(Type type) {
        String name = type.getTypeName();
        if (type instanceof TypeVariable<?> variable) {
            return new UnsupportedTypeException(
                    "the type parameter %s of %s is not known here.".formatted(name, owner(variable)),
                    "Name a concrete type where the step is declared or used.");
        }
        return new UnsupportedTypeException("%s is not a concrete type.".formatted(name), "Name the exact type.");
    }

    private static String owner(TypeVariable<?> variable) {
        return switch (variable.getGenericDeclaration()) {
            case Class<?> type -> type.getSimpleName();
            case Member member -> member.getDeclaringClass().getSimpleName() + "::" + member.getName();
            default -> variable.getGenericDeclaration().toString();
        };
    }

    static UnsupportedTypeException raw(Class<?> type) {
        return new UnsupportedTypeException(
                "%s stands without its type arguments.".formatted(type.getSimpleName()),
                "Write %s<…> with concrete types.".formatted(type.getSimpleName()));
    }

    static UnsupportedTypeException keys(Type type) {
        return new UnsupportedTypeException(
                "%s has keys that are not strings.".formatted(type.getTypeName()),
                "Use Map<String, …>, or a List of records.");
    }

    static UnsupportedTypeException key(String path, @Nullable Object key) {
        String type = key == null ? "null" : key.getClass().getTypeName();
        return new UnsupportedTypeException(
                "the keys of %s are not all strings, one is %s.".formatted(path, type),
                "Use Map<String, …>, or a List of records.");
    }

    static UnsupportedTypeException halfCharacter(String path) {
        return new UnsupportedTypeException(
                "a key of %s has half a character in it, a surrogate without the other one.".formatted(path),
                "Cut text between code points, as String.offsetByCodePoints counts them.");
    }

    static UnsupportedTypeException nesting(String path, int deepest) {
        return new UnsupportedTypeException(
                "it is nested more than %s levels deep, or contains itself, at %s …."
                        .formatted(deepest, path.substring(0, Math.min(path.length(), 60))),
                "Return a flatter value.");
    }

    static UnsupportedTypeException optionalOptional(Type type) {
        return new UnsupportedTypeException(
                "%s can be absent in two ways, which look the same.".formatted(type.getTypeName()),
                "Use one Optional, or a sealed interface of records.");
    }

    static UnsupportedTypeException endless(Class<?> type) {
        return new UnsupportedTypeException(
                "%s contains itself with other type arguments, without end.".formatted(type.getSimpleName()),
                "Let it contain itself with its own type arguments only.");
    }

    static UnsupportedTypeException local(Class<?> type) {
        return new UnsupportedTypeException(
                "%s is declared inside a method, so its name changes between builds.".formatted(type.getSimpleName()),
                "Declare it as a member of a class, or in a file of its own.");
    }

    static UnsupportedTypeException artifact(Class<?> type) {
        return new UnsupportedTypeException(
                "%s is an artifact, but not a record of exactly (URI uri, String digest)."
                        .formatted(type.getSimpleName()),
                "Declare it so, and put what else it carries into a record around it.");
    }

    static UnsupportedTypeException member(Class<?> family, Class<?> member) {
        if (Artifact.class.isAssignableFrom(member)) {
            return new UnsupportedTypeException(
                    "%s belongs to the sealed %s, but is an artifact."
                            .formatted(member.getSimpleName(), family.getSimpleName()),
                    "Make it a component of a record that belongs to %s.".formatted(family.getSimpleName()));
        }
        return new UnsupportedTypeException(
                "%s belongs to the sealed %s, but is neither a record nor sealed."
                        .formatted(member.getSimpleName(), family.getSimpleName()),
                "Make it a record.");
    }

    static UnsupportedTypeException sameTag(Class<?> family, String tag) {
        return new UnsupportedTypeException(
                "two records of the sealed %s are called %s.".formatted(family.getSimpleName(), tag),
                "Give each its own name.");
    }
}
