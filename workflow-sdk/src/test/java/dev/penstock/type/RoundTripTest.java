package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.penstock.problem.Problems;
import dev.penstock.type.Specimens.Chain;
import dev.penstock.type.Specimens.Color;
import dev.penstock.type.Specimens.Drawing;
import dev.penstock.type.Specimens.East;
import dev.penstock.type.Specimens.Empty;
import dev.penstock.type.Specimens.Everything;
import dev.penstock.type.Specimens.Expression;
import dev.penstock.type.Specimens.Generic;
import dev.penstock.type.Specimens.Mood;
import dev.penstock.type.Specimens.Outcomes;
import dev.penstock.type.Specimens.Result;
import dev.penstock.type.Specimens.Shape;
import dev.penstock.type.Specimens.Tree;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values of every shape survive the way to JSON text and back, and their JSON is canonical. */
class RoundTripTest {

    private static final int SAMPLES = 300;

    static Stream<Type> types() {
        return Stream.of(
                Everything.class,
                East.class,
                Generic.class,
                Drawing.class,
                Outcomes.class,
                Tree.class,
                Expression.class,
                Shape.class,
                Color.class,
                Mood.class,
                Empty.class,
                Generics.parameterized(Chain.class, Mood.class),
                Generics.parameterized(Result.class, Generics.parameterized(List.class, Shape.class)),
                Generics.parameterized(Optional.class, Tree.class),
                Generics.parameterized(Map.class, String.class, Drawing.class));
    }

    /** All but those whose own class refuses part of what their type allows. */
    static Stream<Type> typesWithExamples() {
        return types().filter(type -> type != East.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void aValueComesBackAsItWas(Type type) throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        for (int seed = 0; seed < SAMPLES; seed++) {
            Object value = new Values(seed).of(type);
            String text = CanonicalJson.compact(new JsonEncoder().encode(value));

            JsonNode checked = checked(mapper.readTree(text), type);

            assertThat(new JsonDecoder().decode(checked, type)).as(text).isEqualTo(value);
            assertThat(CanonicalJson.compact(checked)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @MethodSource("typesWithExamples")
    void theExampleOfATypeIsAValueOfIt(Type type) throws Exception {
        TypeReader reader = new TypeReader();
        DataType dataType = reader.read(type);
        String example = new Examples(reader.types()).of(dataType);

        new JsonDecoder().decode(checked(new ObjectMapper().readTree(example), type), type);
    }

    private static JsonNode checked(JsonNode json, Type type) {
        TypeReader reader = new TypeReader();
        DataType dataType = reader.read(type);
        Problems problems = new Problems();
        JsonNode checked = new Conformance(reader.types(), path -> path, problems).check(json, dataType);
        assertThat(problems.list()).as(json.toString()).isEmpty();
        return checked;
    }
}
