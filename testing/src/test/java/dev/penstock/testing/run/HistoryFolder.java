package dev.penstock.testing.run;

import dev.penstock.store.BlobStore;
import dev.penstock.store.MemoryBlobStore;
import io.temporal.common.WorkflowExecutionHistory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The histories of one run in files, and what their workflows read from the store. */
record HistoryFolder(Path path) {

    private static final Pattern FILE = Pattern.compile("\\d+\\.(.+)\\.json");
    private static final String BLOBS = "store";

    /** All runs that one version has left, or of all versions. */
    static List<HistoryFolder> below(Path folder, int depth) {
        return sorted(folder, depth).map(HistoryFolder::new).toList();
    }

    String name() {
        return path.getParent().getFileName() + "/" + path.getFileName();
    }

    List<WorkflowExecutionHistory> histories() {
        return sorted(path, 1)
                .filter(file -> file.toString().endsWith(".json"))
                .map(HistoryFolder::read)
                .toList();
    }

    /** A store that has what the workflows read. */
    BlobStore blobs() {
        MemoryBlobStore blobs = new MemoryBlobStore();
        if (Files.isDirectory(path.resolve(BLOBS))) {
            sorted(path.resolve(BLOBS), 1).forEach(file -> blobs.put(text(file).getBytes(StandardCharsets.UTF_8)));
        }
        return blobs;
    }

    void write(List<WorkflowExecutionHistory> histories, List<byte[]> blobs) {
        try {
            clear();
            Files.createDirectories(path.resolve(BLOBS));
            for (int i = 0; i < histories.size(); i++) {
                String id = histories.get(i).getWorkflowExecution().getWorkflowId();
                Files.writeString(
                        path.resolve("%s.%s.json".formatted(i, id)),
                        histories.get(i).toJson(true) + "\n");
            }
            for (int i = 0; i < blobs.size(); i++) {
                Files.write(path.resolve(BLOBS).resolve(i + ".json"), blobs.get(i));
            }
            if (blobs.isEmpty()) {
                Files.delete(path.resolve(BLOBS));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void clear() throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> old = Files.walk(path)) {
            for (Path file : old.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static WorkflowExecutionHistory read(Path file) {
        Matcher name = FILE.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException("not a history: " + file);
        }
        return WorkflowExecutionHistory.fromJson(text(file), name.group(1));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Path> sorted(Path folder, int depth) {
        try (Stream<Path> files = Files.find(
                folder, depth, (file, attributes) -> folder.relativize(file).getNameCount() == depth)) {
            return files.filter(file -> !file.equals(folder)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
