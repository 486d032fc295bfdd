package dev.penstock.contract;

import dev.penstock.store.ArtifactStore;
import dev.penstock.store.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Stands in for a store of artifacts: a folder with a copy of each. */
public record PlainStore(Path folder) implements ArtifactStore {

    /** Keeps a text as a file. */
    public Kept keep(String text) throws IOException {
        Path file = Files.createTempFile(folder.resolveSibling(""), "text", "");
        Files.writeString(file, text);
        return keep(file);
    }

    @Override
    public Kept keep(Path content) {
        try {
            List<Path> files = files(content);
            StringBuilder list = new StringBuilder(Files.isDirectory(content) ? "folder\n" : "");
            for (Path file : files) {
                list.append(content.relativize(file)).append(' ').append(Digests.of(Files.readAllBytes(file)));
            }
            String digest = Digests.of(list.toString().getBytes(StandardCharsets.UTF_8));
            Path target = folder.resolve(digest.substring(7));
            if (!Files.exists(target)) {
                copy(content, target);
            }
            return new Kept(target.toUri(), digest, 0, files.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void bring(URI uri, String digest, Path target) {
        try {
            copy(folder.resolve(digest.substring(7)), target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of an artifact, or of a file in it. */
    public String text(String digest, String... inside) throws IOException {
        Path path = folder.resolve(digest.substring(7));
        return Files.readString(inside.length == 0 ? path : path.resolve(inside[0]));
    }

    @Override
    public boolean has(URI uri, String digest) {
        return Files.exists(folder.resolve(digest.substring(7)));
    }

    @Override
    public String words() {
        return folder.toString();
    }

    private static List<Path> files(Path content) throws IOException {
        try (Stream<Path> all = Files.walk(content)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                Files.createDirectories(target.getParent());
                Files.copy(path, target);
            }
        }
    }
}
