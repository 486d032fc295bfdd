package dev.penstock.benchmarks.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makes and removes folders of random files. */
final class Folders {

    private static final int BLOCK = 1 << 20;

    private Folders() {}

    static Path file(Path file, long bytes, long seed) throws IOException {
        Files.createDirectories(file.resolveSibling("."));
        Random random = new Random(seed);
        byte[] block = new byte[(int) Math.min(BLOCK, bytes)];
        random.nextBytes(block);
        try (var out = Files.newOutputStream(file)) {
            for (long left = bytes; left > 0; left -= block.length) {
                // One random block, made different by its first bytes: random numbers are slow to make.
                block[0] = (byte) random.nextInt();
                block[1] = (byte) left;
                out.write(block, 0, (int) Math.min(left, block.length));
            }
        }
        return file;
    }

    static Path many(Path folder, int files, long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < files; i++) {
            file(folder.resolve("%02d/%05d.bin".formatted(i % 100, i)), 1_000 + random.nextInt(20_000), seed + i);
        }
        return folder;
    }

    static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> paths = Files.walk(folder)) {
            all = paths.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.deleteIfExists(path);
        }
    }
}
