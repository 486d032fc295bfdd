package dev.penstock.process;

import dev.penstock.files.Trees;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file with what an attempt wrote; of very much, its beginning and its end. */
final class OutputLog implements Child.Sink, AutoCloseable {

    private static final int REMEMBERED = 16 << 10;

    private final Path file;
    private final long mostHead;
    private final Tail tail;
    private final LastBytes all = new LastBytes(REMEMBERED);
    private final LastBytes errors = new LastBytes(REMEMBERED);
    private final OutputStream head;
    private long inHead;
    private @Nullable IOException failure;

    private OutputLog(Path file, long most) throws IOException {
        this.file = file;
        this.mostHead = most / 2;
        this.tail = new Tail(file, most / 4);
        this.inHead = Files.exists(file) ? Files.size(file) : 0;
        this.head = Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** Goes on with the file where there is one. */
    static OutputLog open(Path file, long most) throws IOException {
        Trees.create(file.resolveSibling(""));
        return new OutputLog(file, most);
    }

    Path file() {
        return file;
    }

    @Override
    public synchronized void take(byte[] bytes, int count, boolean error) {
        all.add(bytes, count);
        if (error) {
            errors.add(bytes, count);
        }
        if (failure != null) {
            return;
        }
        try {
            int fits = (int) Math.min(count, Math.max(0, mostHead - inHead));
            head.write(bytes, 0, fits);
            inHead += fits;
            if (fits < count) {
                tail.add(bytes, fits, count - fits);
            }
        } catch (IOException e) {
            // The step must not wait for a disk that is full; what it writes last is still remembered.
            failure = e;
        }
    }

    /** A line of the platform's own. */
    void note(String sentence) {
        byte[] line = "[penstock] %s%n".formatted(sentence).getBytes(StandardCharsets.UTF_8);
        take(line, line.length, false);
    }

    synchronized List<String> lastLines() {
        return all.lines();
    }

    synchronized Optional<String> lastError() {
        List<String> lines = errors.lines();
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines.getLast().strip());
    }

    /** Why not everything could be written, if so. */
    synchronized Optional<IOException> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public synchronized void close() throws IOException {
        try (head) {
            tail.moveTo(head);
        } catch (IOException e) {
            failure = failure == null ? e : failure;
        }
    }
}
