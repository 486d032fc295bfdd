package dev.penstock.examples.iris;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.draw.Svg;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ReadmePictureTest {

    private static final Path PICTURE = Path.of("../../docs/iris.svg");

    @Test
    void showsTheIrisPipelineAsItIs() throws IOException {
        String svg = Svg.of(Spec.of(new IrisPipeline()));
        if (System.getProperty("penstock.golden", "").equals("rewrite")) {
            Files.writeString(PICTURE, svg);
        }
        assertThat(svg)
                .as("docs/iris.svg is old; write it anew with mvn -pl examples/iris -am test -Dpenstock.golden=rewrite")
                .isEqualTo(Files.readString(PICTURE));
    }
}
