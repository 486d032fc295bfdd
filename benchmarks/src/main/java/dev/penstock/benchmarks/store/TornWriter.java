package dev.penstock.benchmarks.store;

import dev.penstock.store.Artifacts;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.store.ObjectStore;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;

/** Keeps artifacts and values that are always new, until it is killed. */
public final class TornWriter {

    private static final long BIG = 40_000_000;

    private TornWriter() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory(Path.of(arguments[1]), "writer-");
        Random random = new Random(Long.parseLong(arguments[2]));
        try (ObjectStore objects = Place.open(arguments[0], System.getenv())) {
            Artifacts artifacts = new Artifacts(objects);
            Path big = Folders.file(folder.resolve("many/big"), BIG, random.nextLong());
            Folders.many(folder.resolve("many"), 20, random.nextLong());
            artifacts.keep(folder.resolve("many/00/00000.bin"));
            System.out.println("ready");
            for (long i = random.nextLong(); ; i++) {
                stamp(big, i);
                artifacts.keep(big);
                stamp(folder.resolve("many/00/00000.bin"), i);
                artifacts.keep(folder.resolve("many"));
                new ObjectBlobStore(objects).put(Long.toString(i).getBytes(StandardCharsets.UTF_8));
                objects.create(
                        "cache/" + Long.toHexString(i), "x".repeat(50_000).getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    /** Makes a file another one, quickly. */
    private static void stamp(Path file, long number) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Long.BYTES).putLong(0, number), 0);
        }
    }
}
