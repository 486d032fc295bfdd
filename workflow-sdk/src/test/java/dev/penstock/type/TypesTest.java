package dev.penstock.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypesTest {

    private static final String HERE = "dev.penstock.type.Specimens$";

    private final TypeReader reader = new TypeReader();

    @BeforeEach
    void readTypes() {
        reader.read(Specimens.Drawing.class);
        reader.read(Specimens.Kinds.class);
        reader.read(Specimens.Classifier.class);
        reader.read(Specimens.Outcomes.class);
        reader.read(Specimens.Generic.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | int",
                "nothing | int",
                "nothing | Shape",
                "list<nothing> | list<Shape>",
                "optional<nothing> | optional<list<int>>",
                "map<nothing> | map<model>",
                "Circle | Circle",
                "Circle | Round",
                "Circle | Shape",
                "Round | Shape",
                "Shape | Shape",
                "list<Circle> | list<Shape>",
                "map<Round> | map<Shape>",
                "optional<Circle> | optional<Round>",
                "Features | dataset",
                "Features | artifact",
                "dataset | artifact",
                "model | model",
                "list<Classifier> | list<model>",
                "Success<int> | Result<int>",
                "Result<int> | Result<int>",
                "Scored<string> | Scored<string>",
            })
    void letsAValueOfOneTypeStandForAnother(String from, String to) {
        assertThat(reader.types().assignable(type(from), type(to))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "int | long",
                "long | int",
                "float | double",
                "int | nothing",
                "string | Color",
                "Shape | Circle",
                "Shape | Round",
                "Square | Round",
                "Color | Shape",
                "int | optional<int>",
                "optional<int> | int",
                "list<int> | list<long>",
                "list<Shape> | list<Circle>",
                "list<int> | map<int>",
                "Features | Classifier",
                "Features | model",
                "dataset | Features",
                "artifact | dataset",
                "Success<int> | Result<list<Shape>>",
                "Scored<string> | Scored<Features>",
                "Unknown | Shape",
                "Circle | Unknown",
            })
    void keepsApartWhatIsNot(String from, String to) {
        assertThat(reader.types().assignable(type(from), type(to))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Circle | radius | double",
                "Shape | name | string",
                "Round | name | string",
                "Features | uri | uri",
                "Features | digest | string",
                "artifact | uri | uri",
                "model | digest | string",
                "Scored<string> | value | string",
                "Drawing | mood | optional<Mood>",
            })
    void knowsTheComponentsOfRecordsFamiliesAndArtifacts(String type, String component, String expected) {
        assertThat(reader.types().component(type(type), component)).contains(type(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shape | side",
                "Shape | radius",
                "Circle | side",
                "Features | size",
                "model | name",
                "Color | name",
                "int | value",
                "list<Circle> | name",
                "Unknown | name",
                "Result<int> | value"
            })
    void knowsNoOthers(String type, String component) {
        assertThat(reader.types().component(type(type), component)).isEmpty();
    }

    @Test
    void tagsACaseByItsSimpleName() {
        assertThat(Types.tag("a.b.Outer$Inner")).isEqualTo("Inner");
        assertThat(Types.tag("a.b.Outer$Inner<a.C$D,list<a.E>>")).isEqualTo("Inner");
        assertThat(Types.tag("Top")).isEqualTo("Top");
    }

    /** The names of the specimens are short in these tables. */
    private static DataType type(String text) {
        return DataType.parse(text.replaceAll("\\b([A-Z]\\w*)", HERE.replace("$", "\\$") + "$1"));
    }
}
