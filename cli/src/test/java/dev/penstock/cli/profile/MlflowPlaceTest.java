package dev.penstock.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Problems;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MlflowPlaceTest {

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    private Optional<MlflowPlace> place(Map<String, String> environment) {
        return Profiles.read(Optional.empty(), Optional.empty(), folder, problems)
                .mlflow(environment, problems);
    }

    @Test
    void isTheUsualOneWhereNothingIsSaid() {
        assertThat(place(Map.of())).contains(new MlflowPlace.Usual());
    }

    @Test
    void isWhatTheVariableSaysOverTheFile() throws IOException {
        Files.writeString(
                folder.resolve("penstock.yaml"), "profiles:\n  local:\n    mlflow: off\n".replace("off", "\"off\""));
        assertThat(place(Map.of())).contains(new MlflowPlace.Nowhere());
        assertThat(place(Map.of("MLFLOW_TRACKING_URI", "https://ml.example.com/x")))
                .contains(new MlflowPlace.Server(URI.create("https://ml.example.com/x")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mlflow.example.com", "file:///tmp/mlruns", "http://", "of f"})
    void isRefusedWhereItIsNoAddress(String text) {
        assertThat(place(Map.of("MLFLOW_TRACKING_URI", text))).isEmpty();
        assertThat(problems.list()).hasSize(1);
        assertThat(problems.list().getFirst().message()).contains(text);
    }
}
