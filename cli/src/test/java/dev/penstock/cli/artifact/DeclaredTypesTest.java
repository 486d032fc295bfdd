package dev.penstock.cli.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.examples.iris.IrisPipeline;
import dev.penstock.spec.Spec;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DeclaredTypesTest {

    private final DeclaredTypes types = DeclaredTypes.of(Spec.of(new IrisPipeline()));

    @ParameterizedTest
    @CsvSource({
        "(input), source, uri",
        "(input), depths[1], int",
        "ingest, '', RawIris",
        "engineer, test, Features",
        "map-depths[2]/train, '', Classifier",
        "nothing, '', ''",
        "ingest, nothing, ''"
    })
    void areThoseOfThePipeline(String path, String component, String type) {
        assertThat(types.at(path, component)).isEqualTo(type);
    }
}
