package dev.penstock.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Model;
import dev.penstock.type.DataType;
import dev.penstock.type.TypeReader;
import java.lang.reflect.Type;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class StepTypesTest {

    record Data(URI uri, String digest) implements Dataset {}

    record Fitted(URI uri, String digest) implements Model {}

    record Candidate(Fitted model, double accuracy, Optional<Kind> kind) {}

    record Other(double accuracy, Optional<Sort> kind, Data model) {}

    record Wider(Fitted model, float accuracy, Optional<Kind> kind) {}

    record Tree(int label, List<Tree> children) {}

    enum Kind {
        A,
        B
    }

    enum Sort {
        B,
        A
    }

    sealed interface Shape {}

    record Round(int radius) implements Shape {}

    record Flat() implements Shape {}

    @Test
    void describeTheFilesOfAStep() {
        assertThat(types(Candidate.class, "depth", int.class, "train", Data.class)
                        .text())
                .isEqualTo("{\"inputs\":{\"depth\":\"int\",\"train\":\"artifact\"},\"output\":\"#0\",\"types\":{"
                        + "\"#0\":{\"record\":{\"accuracy\":\"double\",\"kind\":\"optional<#1>\",\"model\":\"artifact\"}},"
                        + "\"#1\":{\"enum\":[\"A\",\"B\"]}}}");
    }

    @Test
    void areEqualWhereOnlyNamesInJavaDiffer() {
        assertThat(types(Candidate.class).digest())
                .isEqualTo(types(Other.class).digest())
                .isNotEqualTo(types(Wider.class).digest());
    }

    @Test
    void followTypesThatContainThemselves() {
        assertThat(types(Tree.class).text())
                .contains("{\"#0\":{\"record\":{\"children\":\"list<#0>\",\"label\":\"int\"}}}");
    }

    @Test
    void keepTheTagsThatValuesCarry() {
        assertThat(types(Shape.class).text())
                .contains("\"family\":{\"Flat\":\"#1\",\"Round\":\"#2\"}")
                .contains("\"tag\":\"Round\"");
    }

    @Test
    void fitIntoAnEnvironmentVariable() {
        StepTypes few = types(Candidate.class);
        assertThat(few.variable()).isEqualTo(few.text());
        SortedMap<String, DataType> many = new TreeMap<>(IntStream.range(0, 2000)
                .boxed()
                .collect(Collectors.toMap(i -> "an-input-" + i, i -> DataType.parse("int"))));
        StepTypes large = StepTypes.of(many, DataType.parse("int"), new TypeReader().types());
        assertThat(large.variable()).isEqualTo(large.digest()).startsWith("sha256:");
    }

    private static StepTypes types(Type output, Object... inputs) {
        TypeReader reader = new TypeReader();
        SortedMap<String, DataType> named = new TreeMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            named.put((String) inputs[i], reader.read((Type) inputs[i + 1]));
        }
        DataType read = reader.read(output);
        return StepTypes.of(named, read, reader.types());
    }
}
