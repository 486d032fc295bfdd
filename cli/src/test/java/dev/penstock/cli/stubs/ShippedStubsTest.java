package dev.penstock.cli.stubs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.cli.sample.QualityCheck;
import dev.penstock.examples.iris.IrisPipeline;
import dev.penstock.flow.Pipeline;
import dev.penstock.spec.Spec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The containers that this repository ships read and write what their steps in Java say. */
final class ShippedStubsTest {

    @Test
    void ofTheIrisModelAreCurrent() throws IOException {
        requireCurrent(new IrisPipeline(), "iris/model", "../examples/iris/src/main/resources/containers/iris/model");
    }

    @Test
    void ofTheExpectationsAreCurrent() throws IOException {
        requireCurrent(
                new QualityCheck(),
                "penstock/expectations",
                "../pipelines/src/main/resources/containers/penstock/expectations");
    }

    private static void requireCurrent(Pipeline<?, ?> pipeline, String image, String folder) throws IOException {
        Spec spec = Spec.of(pipeline);
        Path file = Path.of(folder).resolve(PythonModule.fileName(spec));
        String module = PythonModule.of(spec, Optional.of(image));
        if (System.getProperty("penstock.golden", "").equals("rewrite")) {
            Files.writeString(file, module);
        }
        assertThat(module)
                .as("%s is old; write it anew with mvn -pl cli -am test -Dpenstock.golden=rewrite", file)
                .isEqualTo(Files.readString(file));
    }
}
