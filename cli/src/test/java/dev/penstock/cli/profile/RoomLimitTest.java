package dev.penstock.cli.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.room.Capacity;
import dev.penstock.room.Machine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RoomLimitTest {

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    private Optional<Capacity> room(Map<String, String> environment) {
        return Profiles.read(Optional.empty(), Optional.empty(), folder, problems)
                .runPlace(environment, problems)
                .map(RunPlace::room);
    }

    private void configure(String limit) throws IOException {
        Files.writeString(folder.resolve("penstock.yaml"), "profiles:\n  local:\n    limit: {%s}\n".formatted(limit));
    }

    @Test
    void isTheMachineWhereNothingIsSaid() {
        assertThat(room(Map.of())).contains(Machine.capacity());
    }

    @Test
    void isWhatVariablesSayOverTheFile() throws IOException {
        configure("cpu: 1.5, memory: 6Gi");
        assertThat(room(Map.of())).contains(new Capacity(1_500, 6L << 30));
        assertThat(room(Map.of("PENSTOCK_LIMIT_CPU", "8"))).contains(new Capacity(8_000, 6L << 30));
        assertThat(room(Map.of("PENSTOCK_LIMIT_MEMORY", "1Gi"))).contains(new Capacity(1_500, 1L << 30));
    }

    @ParameterizedTest
    @CsvSource({
        "PENSTOCK_LIMIT_CPU, many, '\"many\" is not a number of processors.'",
        "PENSTOCK_LIMIT_CPU, 0, '\"0\" is not a number of processors.'",
        "PENSTOCK_LIMIT_MEMORY, 8GB, '\"8GB\" is not an amount of memory.'",
    })
    void isRefusedWhereAVariableCannotBeMeant(String variable, String value, String message) {
        assertThat(room(Map.of(variable, value))).isEmpty();
        assertThat(problems.list()).extracting(Problem::message).containsExactly(message);
    }

    @ParameterizedTest
    @CsvSource({
        "cpu: -1, Containers cannot run on -1.0 processors.",
        "memory: lots, '\"lots\" is not an amount of memory.'",
    })
    void isRefusedWhereTheFileCannotBeMeant(String limit, String message) throws IOException {
        configure(limit);
        room(Map.of());
        assertThat(problems.list()).extracting(Problem::message).contains(message);
    }
}
