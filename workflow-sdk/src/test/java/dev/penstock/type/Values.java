package dev.penstock.type;

import dev.penstock.artifact.Artifact;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes values of any type that can flow, the awkward ones among them; the same seed gives the same value. */
final class Values {

    private static final int DEEPEST = 5;

    private final Random random;

    Values(long seed) {
        this.random = new Random(seed);
    }

    Object of(Type type) {
        return of(type, 0);
    }

    private Object of(Type type, int depth) {
        Class<?> raw = Generics.raw(type);
        Function<Random, Object> scalar = Scalars.ALL.get(raw);
        if (scalar != null) {
            return scalar.apply(random);
        }
        if (raw == List.class) {
            return list(Generics.argument(type, 0), depth);
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return map(Generics.argument(type, 1), depth);
        }
        if (raw == Optional.class) {
            boolean absent = depth > DEEPEST || random.nextBoolean();
            return absent ? Optional.empty() : Optional.of(of(Generics.argument(type, 0), depth + 1));
        }
        if (raw.isEnum()) {
            return oneOf(raw.getEnumConstants());
        }
        if (raw.isSealed()) {
            List<Type> members = Families.members(raw, type);
            return of(depth > DEEPEST ? members.getFirst() : members.get(random.nextInt(members.size())), depth + 1);
        }
        if (Artifact.class.isAssignableFrom(raw) && raw.isInterface()) {
            return AnyArtifact.of(
                    ArtifactKind.marking(raw).orElseThrow(),
                    new JsonEncoder().encode(new Specimens.Features(URI.create("s3://any"), "sha256:0")));
        }
        return record(raw, type, depth);
    }

    private Object record(Class<?> raw, Type type, int depth) {
        Map<TypeVariable<?>, Type> bindings = Generics.bindings(type);
        RecordShape shape = RecordShape.of(raw);
        return shape.create(shape.parts().stream()
                .map(part -> of(Generics.resolve(part.type(), bindings), depth + 1))
                .toArray());
    }

    private List<Object> list(Type element, int depth) {
        List<Object> list = new ArrayList<>();
        for (int i = size(depth); i > 0; i--) {
            list.add(of(element, depth + 1));
        }
        return list;
    }

    private SortedMap<String, Object> map(Type value, int depth) {
        SortedMap<String, Object> map = new TreeMap<>();
        for (int i = size(depth); i > 0; i--) {
            map.put((String) of(String.class), of(value, depth + 1));
        }
        return map;
    }

    private int size(int depth) {
        return depth > DEEPEST ? 0 : random.nextInt(3);
    }

    private Object oneOf(Object... choices) {
        return choices[random.nextInt(choices.length)];
    }

    static BigInteger integer(Random random) {
        return new BigInteger(random.nextInt(200), random).subtract(BigInteger.TEN);
    }

    static BigDecimal decimal(Random random) {
        return new BigDecimal(integer(random), random.nextInt(60) - 30);
    }
}
