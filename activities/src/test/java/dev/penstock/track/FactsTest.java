package dev.penstock.track;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class FactsTest {

    private static final String CANDIDATE = """
            {"model": {"uri": "file:///m", "digest": "sha256:1"},
             "accuracy": 0.93, "epochs": 4, "f1": {"setosa": 1.0, "other": "NaN"},
             "kind": "tree", "tuned": true, "depths": [2, 4], "nothing": null,
             "rows": [[1, 2], [3, 4]]}
            """;

    private static JsonNode json(String text) throws JsonProcessingException {
        return new JsonMapper().readTree(text);
    }

    @Test
    void takesPlainValuesAsParameters() throws Exception {
        assertThat(Facts.parameters(json(CANDIDATE)))
                .isEqualTo(Map.of(
                        "accuracy", "0.93",
                        "epochs", "4",
                        "f1.setosa", "1.0",
                        "f1.other", "NaN",
                        "kind", "tree",
                        "tuned", "true",
                        "depths", "[2,4]"));
        assertThat(Facts.parameters(json("\"Ada\""))).isEqualTo(Map.of("input", "Ada"));
    }

    @Test
    void takesNumbersAsMetrics() throws Exception {
        assertThat(Facts.metrics(json(CANDIDATE)))
                .isEqualTo(Map.of("accuracy", 0.93, "epochs", 4.0, "f1.setosa", 1.0, "f1.other", Double.NaN));
        assertThat(Facts.metrics(json("0.5"))).isEqualTo(Map.of("result", 0.5));
    }

    @Test
    void findsArtifacts() throws Exception {
        assertThat(Facts.artifacts(json(CANDIDATE)))
                .isEqualTo(Map.of("model", new Facts.Stored(URI.create("file:///m"), "sha256:1")));
    }
}
