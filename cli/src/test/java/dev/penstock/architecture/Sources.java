package dev.penstock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What stands in src/main of every module; few files mean that the scan went wrong, and then no rule holds. */
final class Sources {

    private static final int FEWEST = 150;
    private static final int FEWEST_MODULES = 3;

    private Sources() {}

    /** A file with its place below the checkout. */
    record Source(Path place, Path file) {

        List<String> lines() {
            try {
                return Files.readAllLines(file, StandardCharsets.ISO_8859_1);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        boolean isJava() {
            return place.toString().endsWith(".java");
        }

        Path folder() {
            return place.resolveSibling("");
        }
    }

    static List<Source> all() {
        Path checkout = checkout();
        List<Path> modules = modules(checkout);
        assertThat(modules).as("modules").hasSizeGreaterThan(FEWEST_MODULES);
        List<Source> sources = new ArrayList<>();
        for (Path module : modules) {
            try (Stream<Path> files = Files.walk(module.resolve("src/main"))) {
                files.filter(Files::isRegularFile)
                        .forEach(file -> sources.add(new Source(checkout.relativize(file), file)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        assertThat(sources).as("sources of all modules").hasSizeGreaterThan(FEWEST);
        return sources;
    }

    static List<Source> java() {
        return all().stream().filter(Source::isJava).toList();
    }

    private static Path checkout() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("workflow-sdk/src/main"))) {
            folder = folder.getParent();
            assertThat(folder)
                    .as("a folder with all modules, above the current one")
                    .isNotNull();
        }
        return folder;
    }

    private static List<Path> modules(Path checkout) {
        try (Stream<Path> folders = Files.find(
                checkout,
                2,
                (folder, attributes) -> attributes.isDirectory() && Files.isDirectory(folder.resolve("src/main")))) {
            return folders.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
