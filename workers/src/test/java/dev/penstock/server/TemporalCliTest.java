package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.problem.Code;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TemporalCliTest {

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void goHome() {
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("PATH", folder.resolve("empty") + File.pathSeparator + folder.resolve("bin"));
    }

    @Test
    void isTheChosenOneFirst() throws IOException {
        Path chosen = binary("chosen/temporal-next");
        binary("bin/temporal");
        environment.put("PENSTOCK_TEMPORAL", chosen.toString());
        assertThat(new TemporalCli(environment).find()).contains(chosen);
    }

    @Test
    void isThenTheOneOnPath() throws IOException {
        Path onPath = binary("bin/temporal");
        binary("home/.cache/penstock/temporal-1.5.1/temporal");
        assertThat(new TemporalCli(environment).find()).contains(onPath);
    }

    @Test
    void isThenTheOneInTheCache() throws IOException {
        Path inHome = binary("home/.cache/penstock/temporal-1.5.1/temporal");
        Path inCache = binary("cache/penstock/temporal-1.5.1/temporal");
        Files.createDirectories(folder.resolve("bin/temporal"));
        assertThat(new TemporalCli(environment).find()).contains(inHome);
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        assertThat(new TemporalCli(environment).find()).contains(inCache);
    }

    @Test
    void isNotReplacedByAnotherWhereTheChosenOneIsWrong() throws IOException {
        binary("bin/temporal");
        environment.put("PENSTOCK_TEMPORAL", "/no/such/binary");
        Refusal.of(() -> new TemporalCli(environment).find())
                .is(Code.NO_TEMPORAL_CLI, "/no/such/binary is not a binary", "unset the variable")
                .at("environment variable PENSTOCK_TEMPORAL");
    }

    @Test
    void isMissedWithTheWayToGetIt() {
        Refusal.of(new Target.Dev(), ServerSettings.in(folder).withEnvironment(environment))
                .is(
                        Code.NO_TEMPORAL_CLI,
                        "no temporal binary on PATH or at %s/home/.cache/penstock/temporal-1.5.1/temporal"
                                .formatted(folder),
                        "Run .build/temporal");
    }

    @Test
    void isOfTheVersionThatTheScriptBuilds() {
        assertThat(Path.of("..", ".build", "temporal"))
                .content()
                .contains("\nversion=%s\n".formatted(TemporalCli.VERSION));
    }

    private Path binary(String name) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.createFile(file);
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return file;
    }
}
