package dev.penstock.cli.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.penstock.problem.InvalidInputException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StepNameTest {

    private static final String ARTIFACT = "{\"uri\":\"s3://b/x\",\"digest\":\"sha256:" + "0".repeat(64) + "\"}";

    @ParameterizedTest
    @CsvSource({
        "train, train, ''",
        "train.model, train, model",
        "train.parts[0].model, train, parts[0].model",
        "map-depths[2]/train.model, map-depths[2]/train, model",
        "a[1]/b[2]/c, a[1]/b[2]/c, ''"
    })
    void isAStepAndPerhapsAComponent(String text, String path, String component) {
        assertThat(StepName.parse(text)).isEqualTo(new StepName(path, component));
    }

    @ParameterizedTest
    @CsvSource({
        "train.model, model",
        "train.parts, parts[0];parts[1].left",
        "train.parts[1], parts[1].left",
        "train.parts[1].left, parts[1].left",
        "train, model;parts[0];parts[1].left"
    })
    void meansTheArtifactsInside(String text, String components) throws JsonProcessingException {
        assertThat(StepName.parse(text).in("monday", values()))
                .extracting(NamedArtifact::component)
                .containsExactly(components.split(";", -1));
    }

    @Test
    void isNotTheBeginningOfAnotherName() throws JsonProcessingException {
        RunValues values = values();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> StepName.parse("train.mode").in("monday", values))
                .withMessageContaining("Did you mean \"model\"?");
    }

    @ParameterizedTest
    @CsvSource({"../../x, __.._x", "a b, a_b", "parts[0].model, parts[0].model", "..., _", "C:\\x, C__x"})
    void makesNamesOfFilesThatLeadNowhereElse(String component, String name) {
        assertThat(StepName.safe(component)).isEqualTo(name);
    }

    private static RunValues values() throws JsonProcessingException {
        String json =
                "{\"model\":%s,\"score\":0.5,\"parts\":[%s,{\"left\":%s}]}".formatted(ARTIFACT, ARTIFACT, ARTIFACT);
        return new RunValues(Map.of("train", new JsonMapper().readTree(json)), List.of(), Optional.empty());
    }
}
