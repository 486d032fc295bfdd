package dev.penstock.type;

import dev.penstock.artifact.Artifact;
import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads Java types into data types and collects the definitions that they need. */
public final class TypeReader {

    /** A class seldom contains itself with other type arguments; more often than this, it does so for ever. */
    private static final int MOST_OPEN = 8;

    private final SortedMap<String, TypeDefinition> definitions = new TreeMap<>();
    private final Set<String> inProgress = new HashSet<>();
    private final Deque<Class<?>> open = new ArrayDeque<>();
    private final Map<Type, DataType> known = new HashMap<>();
    private final Map<Class<?>, DataType> leaves;

    public TypeReader() {
        this(Map.of());
    }

    /** With further classes whose types are given. */
    public TypeReader(Map<Class<?>, DataType> leaves) {
        this.leaves = Map.copyOf(leaves);
    }

    public Types types() {
        return new Types(definitions);
    }

    /** The data type; an {@link UnsupportedTypeException} that names the part which cannot flow between steps. */
    public DataType read(Type type) {
        DataType before = known.get(type);
        if (before != null) {
            return before;
        }
        DataType read = readAnew(type);
        known.put(type, read);
        return read;
    }

    private DataType readAnew(Type type) {
        if (type instanceof Class<?> plain) {
            return readClass(plain, type);
        }
        if (type instanceof ParameterizedType generic && generic.getRawType() instanceof Class<?> raw) {
            return readClass(raw, type);
        }
        throw Unsupported.notConcrete(type);
    }

    private DataType readClass(Class<?> raw, Type type) {
        if (leaves.containsKey(raw)) {
            return leaves.get(raw);
        }
        Optional<JavaScalar> scalar = JavaScalar.of(raw);
        if (scalar.isPresent()) {
            return scalar.get().type();
        }
        Optional<ArtifactKind> marker = ArtifactKind.marking(raw);
        if (marker.isPresent()) {
            return marker.get();
        }
        if (raw == List.class) {
            return new ListOf(read(Generics.argument(type, 0)));
        }
        if (raw == Optional.class) {
            return optional(type);
        }
        if (raw == Map.class || raw == SortedMap.class) {
            if (Generics.argument(type, 0) != String.class) {
                throw Unsupported.keys(type);
            }
            return new MapOf(read(Generics.argument(type, 1)));
        }
        return named(raw, type);
    }

    private DataType optional(Type type) {
        DataType value = read(Generics.argument(type, 0));
        if (value instanceof OptionalOf) {
            throw Unsupported.optionalOptional(type);
        }
        return new OptionalOf(value);
    }

    private DataType named(Class<?> raw, Type type) {
        if (!(raw.isRecord() || raw.isEnum() || raw.isSealed())) {
            throw Unsupported.because(raw);
        }
        if (isInsideMethod(raw)) {
            throw Unsupported.local(raw);
        }
        if (Collections.frequency(open, raw) > MOST_OPEN) {
            throw Unsupported.endless(raw);
        }
        String name = name(raw, type);
        if (inProgress.add(name)) {
            open.addLast(raw);
            try {
                definitions.put(name, define(raw, type));
            } catch (UnsupportedTypeException e) {
                inProgress.remove(name);
                throw e;
            } finally {
                open.removeLast();
            }
        }
        return new Named(name);
    }

    private static boolean isInsideMethod(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getDeclaringClass()) {
            if (outer.isLocalClass() || outer.isAnonymousClass()) {
                return true;
            }
        }
        return false;
    }

    private String name(Class<?> raw, Type type) {
        if (raw.getTypeParameters().length == 0) {
            return raw.getName();
        }
        List<String> arguments = new ArrayList<>();
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            arguments.add(read(Generics.argument(type, i)).text());
        }
        return raw.getName() + "<" + String.join(",", arguments) + ">";
    }

    private TypeDefinition define(Class<?> raw, Type type) {
        if (raw.isEnum()) {
            return new EnumType(Arrays.stream(raw.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList());
        }
        if (raw.isSealed()) {
            return new FamilyType(cases(raw, type));
        }
        return Artifact.class.isAssignableFrom(raw) ? artifact(raw) : record(raw, type);
    }

    private List<String> cases(Class<?> family, Type type) {
        List<String> cases = new ArrayList<>();
        for (Type member : Families.members(family, type)) {
            if (read(member) instanceof Named named) {
                cases.add(named.name());
            }
        }
        return cases;
    }

    private static TypeDefinition artifact(Class<?> raw) {
        List<String> names = Arrays.stream(raw.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        if (!names.equals(List.of("uri", "digest"))) {
            throw Unsupported.artifact(raw);
        }
        return new ArtifactType(ArtifactKind.of(raw).orElseThrow());
    }

    private TypeDefinition record(Class<?> raw, Type type) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : raw.getRecordComponents()) {
            try {
                Type resolved = Generics.resolve(component.getGenericType(), Generics.bindings(type));
                components.add(new Component(component.getName(), read(resolved)));
            } catch (UnsupportedTypeException e) {
                throw e.inside(raw.getSimpleName() + "." + component.getName());
            }
        }
        return new RecordType(components, Families.isMember(raw));
    }
}
