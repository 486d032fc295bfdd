package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.sample.Iris;
import dev.penstock.draw.Mermaid;
import dev.penstock.draw.Svg;
import dev.penstock.draw.TextDrawing;
import dev.penstock.spec.Spec;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawCommandTest {

    @TempDir
    Path folder;

    @Test
    void drawsTextAsWideAsTheTerminal() {
        Spec spec = Spec.of(new Iris());
        assertThat(draw().out().strip()).isEqualTo(TextDrawing.of(spec, 100).strip());
        Outcome wide = Call.in(folder).with(new Iris()).env("COLUMNS", "160").run("draw");
        assertThat(wide.out().strip()).isEqualTo(TextDrawing.of(spec, 160).strip());
        Outcome odd = Call.in(folder).with(new Iris()).env("COLUMNS", "wide").run("draw");
        assertThat(odd.out()).isEqualTo(draw().out());
    }

    @Test
    void drawsOtherFormats() {
        Spec spec = Spec.of(new Iris());
        assertThat(draw("--format", "mermaid").out().strip())
                .isEqualTo(Mermaid.of(spec).strip());
        assertThat(draw("--format", "svg").out().strip()).isEqualTo(Svg.of(spec).strip());
    }

    @Test
    void takesTheFormatFromTheEndingOfTheFile() {
        Spec spec = Spec.of(new Iris());
        assertThat(draw("-o", "iris.svg")).succeeded().complains("Wrote iris.svg.");
        assertThat(folder.resolve("iris.svg")).content().startsWith("<svg").isEqualToIgnoringNewLines(Svg.of(spec));
        assertThat(draw("--output", "iris.mmd")).succeeded();
        assertThat(folder.resolve("iris.mmd")).content().isEqualToIgnoringNewLines(Mermaid.of(spec));
        assertThat(draw("-o", "iris.out", "--format", "svg")).succeeded();
        assertThat(folder.resolve("iris.out")).content().isEqualToIgnoringNewLines(Svg.of(spec));
    }

    @Test
    void refusesFormatsAndEndingsThatItDoesNotKnow() {
        assertThat(draw("--format", "svgz")).refused("unknown-name").complains("Did you mean \"svg\"?");
        assertThat(draw("--format", "png")).refused("unknown-name").complains("Known: text, mermaid, svg.");
        assertThat(draw("-o", "iris.png")).refused("unknown-name").complains("-o iris.png", ".txt, .mmd or .svg");
    }

    @Test
    void reportsFormatAndTargetTogether() {
        assertThat(Call.in(folder).run("draw", "gone.json", "-o", "iris.png")).refused("unknown-name", "unreadable");
    }

    @Test
    void saysThatItCannotWrite() {
        assertThat(draw("-o", "gone/iris.svg")).refused("unreadable").complains("There is no folder");
    }

    private Outcome draw(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "draw";
        System.arraycopy(args, 0, all, 1, args.length);
        return Call.in(folder).with(new Iris()).run(all);
    }
}
