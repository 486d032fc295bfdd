package dev.penstock.process;

import dev.penstock.files.Trees;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Virtual environments, one for each set of requirements and Python; built once, by whoever needs one first. */
final class Environments {

    private static final String READY = "ready";
    private static final long PAUSE_MILLISECONDS = 200;

    private final ProcessSettings settings;

    Environments(ProcessSettings settings) {
        this.settings = settings;
    }

    /** The environment of a build context; tells what it waits for, again and again, and stops when that throws. */
    Environment of(Context context, Python python, Consumer<String> tell) throws IOException, InterruptedException {
        Path folder = settings.environments()
                .resolve(Requirements.digest(context, python).substring(0, 32));
        if (isReady(folder)) {
            return new Environment(folder);
        }
        Trees.create(settings.environments());
        Path lock = folder.resolveSibling(folder.getFileName() + ".lock");
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            FileLock held = acquire(channel, context, tell);
            try {
                // Another may have built it meanwhile; and one that died while it built left no sign of readiness.
                if (!isReady(folder)) {
                    build(context, python, folder, tell);
                }
            } finally {
                held.release();
            }
            return new Environment(folder);
        }
    }

    private void build(Context context, Python python, Path folder, Consumer<String> tell)
            throws IOException, InterruptedException {
        Trees.delete(folder);
        boolean built = false;
        try {
            new EnvironmentBuild(settings, context, python, folder, tell).run();
            Files.writeString(
                    folder.resolve(READY),
                    "%s, Python %s, %s%n".formatted(context.image(), python.version(), Instant.now()));
            built = true;
        } finally {
            if (!built) {
                Trees.delete(folder);
            }
        }
    }

    private static FileLock acquire(FileChannel channel, Context context, Consumer<String> tell)
            throws IOException, InterruptedException {
        while (true) {
            Optional<FileLock> held = attempt(channel);
            if (held.isPresent()) {
                return held.get();
            }
            tell.accept("Another process is building the environment of %s".formatted(context.image()));
            Thread.sleep(PAUSE_MILLISECONDS);
        }
    }

    private static Optional<FileLock> attempt(FileChannel channel) throws IOException {
        try {
            @Nullable FileLock held = channel.tryLock();
            return Optional.ofNullable(held);
        } catch (OverlappingFileLockException e) {
            // It is a thread of this process that builds.
            return Optional.empty();
        }
    }

    private static boolean isReady(Path folder) {
        return Files.exists(folder.resolve(READY)) && Files.isExecutable(new Environment(folder).python());
    }
}
