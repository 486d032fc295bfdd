package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BuildContextsTest {

    @TempDir
    private Path folder;

    private BuildContexts contexts;

    @BeforeEach
    void makeContext() throws IOException {
        write("src/main.py", "print(1)");
        write("requirements.txt", "");
        contexts = new BuildContexts(new Contexts(ProcessSettings.of(
                folder.resolve("home"), List.of(folder), getClass().getClassLoader(), Map.of())));
    }

    @Test
    void knowTheCodeAndNothingThatToolsLeave() throws IOException {
        Optional<String> before = contexts.of("train");
        assertThat(before).isPresent();
        write("src/__pycache__/main.cpython-312.pyc", "compiled");
        write(".pytest_cache/x", "");
        Files.createDirectories(folder.resolve("train/.venv/bin"));
        Files.createSymbolicLink(folder.resolve("train/.venv/bin/python"), Path.of("/usr/bin/env"));
        assertThat(contexts.of("train")).isEqualTo(before);
        write("src/main.py", "print(2)");
        assertThat(contexts.of("train")).isPresent().isNotEqualTo(before);
    }

    @Test
    void knowPinnedImagesAndNoOthers() {
        String digest = "sha256:" + "a".repeat(64);
        assertThat(contexts.of("registry.example/team/train@" + digest)).contains(digest);
        assertThat(contexts.of("registry.example/team/train:1")).isEmpty();
        assertThat(contexts.of("no-such-context")).isEmpty();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve("train").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
