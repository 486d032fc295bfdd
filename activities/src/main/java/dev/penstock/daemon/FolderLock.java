package dev.penstock.daemon;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Supplier;

/** Lets one thread of one process at a time change what is in a folder. */
public final class FolderLock {

    private static final Object ONE_IN_THIS_PROCESS = new Object();

    private FolderLock() {}

    public static <T> T alone(Path folder, Supplier<T> change) throws IOException {
        synchronized (ONE_IN_THIS_PROCESS) {
            try (FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                channel.lock();
                return change.get();
            }
        }
    }
}
