package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.type.TypeDefinition.ArtifactType;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.EnumType;
import dev.penstock.type.TypeDefinition.FamilyType;
import dev.penstock.type.TypeDefinition.RecordType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeReaderTest {

    private static final String HERE = "dev.penstock.type.Specimens$";

    private final TypeReader reader = new TypeReader();

    @ParameterizedTest
    @CsvSource(
            delimiter = ':',
            value = {
                "Primitives: boolean byte short int long float double",
                "Boxes: boolean byte short int long float double",
                "Texts: string uri uuid integer decimal",
                "Times: duration period instant date time datetime offset-datetime zoned-datetime year-month zone",
                "East: zone",
                "Kinds: artifact dataset model metrics report Features",
                "Containers: list<int> list<list<string>> map<double> map<list<Features>> optional<instant> list<optional<int>> map<optional<Color>>",
                "Generic: Scored<Features> list<Scored<Scored<string>>> Pair<Color,map<Texts>>",
                "Tree: string list<Tree>",
                "Drawing: list<Shape> Round Circle optional<Mood>",
                "Outcomes: Result<int> map<Result<list<Shape>>>",
            })
    void readsTheComponentsOfARecord(String name, String types) throws ClassNotFoundException {
        RecordType record = record(Class.forName(HERE + name));

        assertThat(record.components().stream()
                        .map(component -> component.type().shortText()))
                .containsExactly(types.split(" "));
        assertThat(record.tagged()).isFalse();
    }

    @Test
    void definesEveryTypeThatItMeets() {
        reader.read(Specimens.Generic.class);

        assertThat(reader.types().definitions().keySet().stream().map(name -> name.replace(HERE, "")))
                .containsExactlyInAnyOrder(
                        "Generic",
                        "Scored<Features>",
                        "Features",
                        "Scored<Scored<string>>",
                        "Scored<string>",
                        "Pair<Color,map<Texts>>",
                        "Color",
                        "Texts");
    }

    @Test
    void tellsWhatIsBehindEachName() {
        reader.read(Specimens.Drawing.class);
        reader.read(Specimens.Features.class);

        assertThat(definition("Mood")).isEqualTo(new EnumType(List.of("GLAD", "SAD")));
        assertThat(definition("Features")).isEqualTo(new ArtifactType(ArtifactKind.DATASET));
        assertThat(definition("Circle"))
                .isEqualTo(new RecordType(
                        List.of(new Component("name", Scalar.STRING), new Component("radius", Scalar.DOUBLE)), true));
    }

    @Test
    void listsTheRecordsOfASealedFamilyThoseOfNestedFamiliesIncluded() {
        reader.read(Specimens.Shape.class);
        reader.read(Specimens.Round.class);

        assertThat(definition("Shape")).isEqualTo(family("Circle", "Ellipse", "Square"));
        assertThat(definition("Round")).isEqualTo(family("Circle", "Ellipse"));
    }

    @Test
    void handsTypeArgumentsDownToTheRecordsOfAFamily() {
        reader.read(Generics.parameterized(Specimens.Result.class, Specimens.Tree.class));

        assertThat(definition("Result<" + HERE + "Tree>"))
                .isEqualTo(family("Success<" + HERE + "Tree>", "Failure<" + HERE + "Tree>"));
        assertThat(definition("Success<" + HERE + "Tree>"))
                .isEqualTo(new RecordType(List.of(new Component("value", DataType.parse(HERE + "Tree"))), true));
    }

    @Test
    void followsTypesThatContainThemselves() {
        reader.read(Specimens.Expression.class);
        Type chain = Generics.parameterized(Specimens.Chain.class, String.class);

        assertThat(definition("Sum"))
                .isEqualTo(new RecordType(
                        List.of(
                                new Component("left", DataType.parse(HERE + "Expression")),
                                new Component("more", DataType.parse("list<" + HERE + "Expression>"))),
                        true));
        assertThat(record(chain).component("tail").orElseThrow().type().shortText())
                .isEqualTo("optional<Chain<string>>");
    }

    @Test
    void takesABoundForAWildcard() throws NoSuchFieldException {
        record Holder(List<? extends Specimens.Shape> shapes) {}
        Type type = Holder.class.getDeclaredField("shapes").getGenericType();

        assertThat(reader.read(type).shortText()).isEqualTo("list<Shape>");
    }

    @Test
    void readsTheClassesItWasToldAboutAsTold() {
        TypeReader told = new TypeReader(Map.of(Refused.Ordinary.class, Scalar.JSON));

        assertThat(told.read(Refused.HoldsOrdinary.class)).isInstanceOf(DataType.Named.class);
    }

    private RecordType record(Type type) {
        String name = reader.read(type).text();
        return (RecordType) reader.types().definition(name).orElseThrow();
    }

    private TypeDefinition definition(String name) {
        return reader.types().definition(HERE + name).orElseThrow();
    }

    private static FamilyType family(String... cases) {
        return new FamilyType(Arrays.stream(cases).map(HERE::concat).collect(Collectors.toList()));
    }
}
