package dev.penstock.testing;

import dev.penstock.spec.Spec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A spec in a file, kept under version control, so that each change of a graph is seen in a review. */
record GoldenFile(Path path) {

    private static final String PROPERTY = "penstock.golden";
    private static final String REWRITE = "rewrite";
    private static final Path RESOURCES = Path.of("src", "test", "resources");
    // Where Maven, Gradle and IntelliJ put what they copy from there.
    private static final List<String> COPIES =
            List.of("target/test-classes", "build/resources/test", "out/test/resources");

    /** The file at this path, or the source of the resource of this name; where it would be if it is not there. */
    static Path locate(String resourceOrPath) {
        Path direct = Path.of(resourceOrPath);
        if (direct.isAbsolute() || Files.exists(direct)) {
            return direct;
        }
        Path source = RESOURCES.resolve(resourceOrPath);
        return Files.exists(source) ? source : resource(resourceOrPath).orElse(source);
    }

    /** What is wrong, with the changes in words; nothing when the file holds the same graph or has been rewritten. */
    Optional<String> mismatch(Spec actual) {
        Optional<String> golden = read();
        Optional<GoldenMismatch> mismatch = golden.map(text -> GoldenMismatch.between(path, text, actual))
                .orElseGet(() -> Optional.of(GoldenMismatch.missing(path)));
        if (mismatch.isPresent() && REWRITE.equals(System.getProperty(PROPERTY))) {
            write(actual);
            return Optional.empty();
        }
        return mismatch.map(found -> found.message()
                + "%nIf that is meant, run the test once with -D%s=%s, and review the file."
                        .formatted(PROPERTY, REWRITE));
    }

    private Optional<String> read() {
        try {
            return Files.exists(path) ? Optional.of(Files.readString(path)) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(Spec actual) {
        try {
            if (path.getParent() != null) {
                Files.createDirectories(path.getParent());
            }
            Files.writeString(path, actual.toJsonWithoutSites());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.err.println("penstock: golden file rewritten: " + path);
    }

    private static Optional<Path> resource(String name) {
        URL url = Thread.currentThread().getContextClassLoader().getResource(name);
        if (url == null || !url.getProtocol().equals("file")) {
            return Optional.empty();
        }
        String copy = Path.of(URI.create(url.toString())).toString().replace('\\', '/');
        return Optional.of(COPIES.stream()
                .map(folder -> Path.of(copy.replace("/" + folder + "/", "/src/test/resources/")))
                .filter(source -> !source.equals(Path.of(copy)) && Files.exists(source))
                .findFirst()
                .orElse(Path.of(copy)));
    }
}
