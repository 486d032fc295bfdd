package dev.penstock.draw;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.spec.Spec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextDrawingTest {

    private static final List<Spec> SPECS = List.of(
            Examples.hello(),
            Examples.iris(),
            Examples.everything(),
            Examples.fan(50),
            Examples.hostile("\"<script>\u001b[31m]]> 🌷 日本 a long name without an end"));

    @Test
    void drawsARealPipelineOnAWideTerminal() {
        Golden.check("iris-110.txt", TextDrawing.of(Examples.iris(), 110));
    }

    @Test
    void breaksLinesOnANarrowTerminal() {
        Golden.check("iris-60.txt", TextDrawing.of(Examples.iris(), 60));
    }

    @Test
    void drawsEveryKindOfStepInPlainAscii() {
        Golden.check("everything-ascii.txt", TextDrawing.of(Examples.everything(), 100, Glyphs.ASCII));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 40, 57, 80, 120, 400})
    void keepsWithinTheWidth(int width) {
        for (Spec spec : SPECS) {
            for (Glyphs glyphs : Glyphs.values()) {
                assertThat(TextDrawing.of(spec, width, glyphs).lines())
                        .allSatisfy(line -> assertThat(Columns.of(line)).isLessThanOrEqualTo(Math.max(40, width)));
            }
        }
    }

    @Test
    void writesNothingButAsciiWhenAsked() {
        assertThat(SPECS)
                .allSatisfy(spec ->
                        assertThat(TextDrawing.of(spec, 80, Glyphs.ASCII)).matches("[ -~\n]+"));
    }

    @Test
    void letsNoNameSendCommandsToTheTerminal() {
        assertThat(TextDrawing.of(Examples.hostile("\u001b]0;title\u0007\u009b2J\rover"), 80))
                .doesNotContainPattern("[\\p{Cc}&&[^\n]]");
    }

    @Test
    void needsOneLineForEachOfManySteps() {
        assertThat(TextDrawing.of(Examples.chain(500), 100).lines())
                .hasSize(504)
                .contains("● step-499  Code::next  ← step-498, in.seed");
    }
}
