package dev.penstock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Pipeline;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Array;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class StartUpTest {

    @ParameterizedTest
    @ValueSource(strings = {"--help", "--version", "plan --help", "draw --help", "diff --help", "pipelines --help"})
    void needsNeitherJacksonNorYaml(String line) throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(runWithoutThem(line.split(" "), err))
                .as(err.toString(StandardCharsets.UTF_8))
                .isZero();
    }

    @Test
    void knowsThatPlanningNeedsThem() throws Exception {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(runWithoutThem(new String[] {"plan", "--json"}, err)).isEqualTo(70);
        String told = err.toString(StandardCharsets.UTF_8);
        assertThat(told).contains("NoClassDefFoundError: com/fasterxml/jackson");
        Files.delete(Path.of(told.strip().replaceFirst("(?s).* the details are in ", "")));
    }

    private static int runWithoutThem(String[] args, ByteArrayOutputStream err) throws Exception {
        URL[] path = {home(Penstock.class), home(Pipeline.class), home(CommandLine.class)};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            Class<?> pipeline = loader.loadClass(Pipeline.class.getName());
            Object none = Array.newInstance(pipeline, 0);
            PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
            return (int) loader.loadClass(Penstock.class.getName())
                    .getMethod("run", String[].class, PrintStream.class, PrintStream.class, none.getClass())
                    .invoke(null, args, stream, stream, none);
        }
    }

    private static URL home(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
