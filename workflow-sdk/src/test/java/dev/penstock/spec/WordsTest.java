package dev.penstock.spec;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.spec.Expression.Constant;
import dev.penstock.spec.Expression.Construct;
import dev.penstock.spec.Expression.Get;
import dev.penstock.spec.Expression.HandlerInput;
import dev.penstock.spec.Expression.Item;
import dev.penstock.spec.Expression.Items;
import dev.penstock.spec.Expression.Output;
import dev.penstock.spec.Expression.PipelineInput;
import dev.penstock.spec.Expression.State;
import dev.penstock.spec.Expression.Text;
import dev.penstock.spec.Predicate.And;
import dev.penstock.spec.Predicate.Compare;
import dev.penstock.spec.Predicate.Comparison;
import dev.penstock.spec.Predicate.Is;
import dev.penstock.spec.Predicate.Not;
import dev.penstock.spec.Predicate.OneOf;
import dev.penstock.spec.Predicate.Or;
import dev.penstock.spec.Predicate.Property;
import dev.penstock.type.DataType.Named;
import dev.penstock.type.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {

    private static final Expression ACCURACY = new Get(new Output("best"), "accuracy");
    private static final Expression BAR = new Get(new PipelineInput(), "bar");
    private static final Expression NUMBER = new Constant(DoubleNode.valueOf(0.95), Scalar.DOUBLE);

    @Test
    void saysWhereValuesComeFrom() {
        assertThat(Words.of(ACCURACY)).isEqualTo("best.accuracy");
        assertThat(Words.of(BAR)).isEqualTo("in.bar");
        assertThat(Words.of(new Item("map-depths"))).isEqualTo("map-depths.item");
        assertThat(Words.of(new State("loop"))).isEqualTo("loop.state");
        assertThat(Words.of(new Get(new HandlerInput(), "failure"))).isEqualTo("ending.failure");
        assertThat(Words.of(NUMBER)).isEqualTo("0.95");
        assertThat(Words.of(new Items(List.of(ACCURACY, NUMBER), Scalar.DOUBLE)))
                .isEqualTo("[best.accuracy, 0.95]");
        assertThat(Words.of(new Construct(new Named("a.B$Pair"), new TreeMap<>(Map.of("b", BAR, "a", NUMBER)))))
                .isEqualTo("Pair(a: 0.95, b: in.bar)");
    }

    @Test
    void fillsTextsAsFarAsThereAreValues() {
        assertThat(Words.of(new Text("s3://{}/{}", List.of(BAR, ACCURACY))))
                .isEqualTo("\"s3://{in.bar}/{best.accuracy}\"");
        assertThat(Words.of(new Text("{} {}", List.of(BAR)))).isEqualTo("\"{in.bar} {}\"");
        assertThat(Words.of(new Text("none", List.of(BAR)))).isEqualTo("\"none\"");
    }

    @Test
    void shortensConstantsBetweenCharacters() {
        assertThat(Words.of(text("x".repeat(100)))).isEqualTo("\"" + "x".repeat(38) + "…");
        assertThat(Words.of(text("x".repeat(37) + "👩" + "x".repeat(9)))).isEqualTo("\"" + "x".repeat(37) + "…");
    }

    @Test
    void saysConditions() {
        Predicate compare = new Compare(ACCURACY, Comparison.AT_LEAST, BAR);
        Predicate present = new Is(BAR, Property.PRESENT);
        assertThat(Words.of(compare)).isEqualTo("best.accuracy ≥ in.bar");
        assertThat(Words.of(present)).isEqualTo("in.bar is present");
        assertThat(Words.of(new OneOf(ACCURACY, List.of(NUMBER, BAR))))
                .isEqualTo("best.accuracy is one of 0.95, in.bar");
        assertThat(Words.of(new Not(compare))).isEqualTo("not (best.accuracy ≥ in.bar)");
        assertThat(Words.of(new And(List.of(compare, new Or(List.of(present, present))))))
                .isEqualTo("best.accuracy ≥ in.bar and (in.bar is present or in.bar is present)");
        assertThat(Words.of(new And(List.of()))).isEqualTo("always");
        assertThat(Words.of(new Or(List.of()))).isEqualTo("never");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0s",
        "PT2H30M, 2h 30m",
        "P7D, 7d",
        "PT25H, 1d 1h",
        "PT1.5S, 1.5s",
        "PT0.25S, 250ms",
        "PT0.000000001S, 0.000000001s",
        "PT-5S, PT-5S",
        "PT-9223372036854775808S, PT-2562047788015215H-30M-8S"
    })
    void saysDurations(String iso, String words) {
        assertThat(Words.of(Duration.parse(iso))).isEqualTo(words);
    }

    private static Expression text(String text) {
        return new Constant(TextNode.valueOf(text), Scalar.STRING);
    }
}
