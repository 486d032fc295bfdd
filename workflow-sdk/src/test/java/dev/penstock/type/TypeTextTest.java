package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.penstock.type.DataType.ListOf;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.DataType.OptionalOf;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTextTest {

    private final Random random = new Random(7);

    @Test
    void readsWhatItWritesForEveryType() {
        for (int i = 0; i < 2000; i++) {
            DataType type = type(0);

            assertThat(DataType.parse(type.text())).as(type.text()).isEqualTo(type);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "int ",
                " int",
                "list<>",
                "list<int",
                "list<int>>x",
                "map<int>y",
                "a b",
                "a-b",
                "<int>",
                "a.B<>",
                "optional<list<>>",
                "list<optional<map< >>>",
                "int[]",
                "a.B\n"
            })
    void refusesWhatIsNoType(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataType.parse(text))
                .withMessageStartingWith("not a type: ");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataType.parse("list<".repeat(100) + "int" + ">".repeat(100)))
                .withMessage("a type nested deeper than 64 levels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DataType.parse("list<".repeat(100_000) + "int" + ">".repeat(100_000)))
                .withMessage("a type longer than 10000 characters");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list<double> | list<double>",
                "a.b.C | C",
                "a.b.Outer$C | C",
                "list<a.b.Outer$C> | list<C>",
                "a.Scored<a.Outer$C,map<a.D>> | Scored<C,map<D>>",
                "offset-datetime | offset-datetime",
                "Plain | Plain",
            })
    void leavesPackagesOutForPeople(String text, String shown) {
        assertThat(DataType.parse(text).shortText()).isEqualTo(shown);
    }

    private DataType type(int depth) {
        return switch (random.nextInt(depth > 4 ? 3 : 6)) {
            case 0 -> List.of(Scalar.values()).get(random.nextInt(Scalar.values().length));
            case 1 -> List.of(ArtifactKind.values()).get(random.nextInt(ArtifactKind.values().length));
            case 2 -> new Named(name(depth));
            case 3 -> new ListOf(type(depth + 1));
            case 4 -> new MapOf(type(depth + 1));
            default -> new OptionalOf(type(depth + 1));
        };
    }

    private String name(int depth) {
        String plain = random.nextBoolean() ? "a.b_c.Outer$Größe" : "Top";
        boolean generic = depth < 4 && random.nextBoolean();
        return generic
                ? "%s<%s,%s>"
                        .formatted(
                                plain, type(depth + 1).text(), type(depth + 1).text())
                : plain;
    }
}
