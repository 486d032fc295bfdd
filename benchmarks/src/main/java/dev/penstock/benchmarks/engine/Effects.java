package dev.penstock.benchmarks.engine;

import dev.penstock.function.CallContext;
import dev.penstock.store.Digests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service that changes the world outside: it records each execution, and commits an effect once per key. */
public interface Effects {

    int commit(int number);

    /** Leaves files in a folder. */
    record InFolder(Path folder, CallContext call) implements Effects {

        @Override
        public int commit(int number) {
            try {
                Files.createDirectories(folder.resolve("committed"));
                byte[] line = (call.idempotencyKey() + "\n").getBytes(StandardCharsets.UTF_8);
                Files.write(executed(folder), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                LockSupport.parkNanos(1_000_000L * (number & 63));
                commit();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return MixedSteps.mixed(number, 1);
        }

        private void commit() throws IOException {
            String digest = Digests.of(call.idempotencyKey().getBytes(StandardCharsets.UTF_8));
            try {
                Files.createFile(folder.resolve("committed").resolve(digest.substring(digest.indexOf(':') + 1)));
            } catch (FileAlreadyExistsException e) {
                return;
            }
        }
    }

    private static Path executed(Path folder) {
        return folder.resolve("executed");
    }

    /** What a run has left: the keys of its executions, how many there were, and how many effects are committed. */
    record Left(SortedSet<String> keys, long executions, long committed) {

        static Left in(Path folder, String run) throws IOException {
            try (Stream<String> lines = Files.lines(executed(folder));
                    Stream<Path> files = Files.list(folder.resolve("committed"))) {
                SortedSet<String> keys = new TreeSet<>();
                long executions =
                        lines.peek(key -> keys.add(key.substring(run.length()))).count();
                return new Left(keys, executions, files.count());
            }
        }

        /** What is in one of two sets and not in the other. */
        SortedSet<String> differences(Left other) {
            return Stream.concat(
                            keys.stream().filter(key -> !other.keys().contains(key)),
                            other.keys().stream().filter(key -> !keys.contains(key)))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
