package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ContextsTest {

    @TempDir
    private Path temporary;

    @Test
    void takesTheFirstFolderThatHasIt() throws IOException {
        Path first = Files.createDirectories(temporary.resolve("first"));
        Path second = Files.createDirectories(temporary.resolve("second/iris/train"));
        ProcessSettings settings = ProcessSettings.of(
                temporary.resolve("home"),
                List.of(first, temporary.resolve("second")),
                getClass().getClassLoader(),
                Map.of());

        assertThat(new Contexts(settings).find("iris/train").folder()).isEqualTo(second);
    }

    @Test
    void usesAFolderOfClassesInPlace() throws IOException {
        Path folder = Files.createDirectories(temporary.resolve("classes/containers/iris/train"));
        try (URLClassLoader classes = loader(temporary.resolve("classes"))) {
            assertThat(contexts(classes).find("iris/train").folder()).isEqualTo(folder);
        }
    }

    @Test
    void unpacksAJarOnceUnderItsDigest() throws IOException {
        Path jar = jar("app.jar", "print(1)");
        Path same = jar("same.jar", "print(1)");
        Path other = jar("other.jar", "print(2)");
        try (URLClassLoader first = loader(jar);
                URLClassLoader second = loader(same);
                URLClassLoader third = loader(other)) {
            Path folder = contexts(first).find("iris/train").folder();

            assertThat(folder.resolve("src/main.py")).hasContent("print(1)");
            assertThat(folder.resolve("run.sh")).isExecutable();
            assertThat(folder.resolve("../other")).doesNotExist();
            assertThat(contexts(second).find("iris/train").folder()).isEqualTo(folder);
            assertThat(contexts(third).find("iris/train").folder()).isNotEqualTo(folder);
        }
        try (Stream<Path> all = Files.list(temporary.resolve("home/contexts"))) {
            assertThat(all).hasSize(2);
        }
    }

    private Contexts contexts(ClassLoader loader) {
        return new Contexts(ProcessSettings.of(temporary.resolve("home"), List.of(), loader, Map.of()));
    }

    private static URLClassLoader loader(Path place) throws IOException {
        return new URLClassLoader(new URL[] {place.toUri().toURL()}, null);
    }

    /** Without entries for folders, as some tools write jars. */
    private Path jar(String name, String code) throws IOException {
        Path jar = temporary.resolve(name);
        try (OutputStream file = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            entry(zip, "containers/iris/train/Dockerfile", "CMD [\"python\", \"src/main.py\"]");
            entry(zip, "containers/iris/train/src/main.py", code);
            entry(zip, "containers/iris/train/run.sh", "#!/bin/sh\ntrue\n");
            entry(zip, "containers/iris/other/Dockerfile", "");
        }
        return jar;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
