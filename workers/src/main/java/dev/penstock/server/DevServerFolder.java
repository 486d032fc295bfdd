package dev.penstock.server;

import dev.penstock.daemon.FolderLock;
import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** The folder of a dev server: what stands in it, and one process at a time that changes that. */
record DevServerFolder(Path path) {

    DevServerFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** Creates the folder, or says why it cannot be used. */
    static DevServerFolder at(Path path) {
        DevServerFolder folder = new DevServerFolder(path);
        try {
            Files.createDirectories(folder.users());
        } catch (IOException e) {
            throw folder.refusal(e);
        }
        if (!Files.isWritable(folder.path())) {
            throw folder.refusal(new IOException("not writable"));
        }
        return folder;
    }

    Path database() {
        return path.resolve("temporal.db");
    }

    Path log() {
        return path.resolve("temporal.log");
    }

    Path state() {
        return path.resolve("server.properties");
    }

    Path users() {
        return path.resolve("users");
    }

    <T> T alone(Supplier<T> change) {
        try {
            return FolderLock.alone(path, change);
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    InvalidInputException refusal(IOException e) {
        return new InvalidInputException(
                Code.UNREADABLE,
                path.toString(),
                "The dev server's folder cannot be written (%s).".formatted(e),
                "Make it writable, or configure another.");
    }
}
