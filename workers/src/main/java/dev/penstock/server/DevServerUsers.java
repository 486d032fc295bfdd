package dev.penstock.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Who uses a dev server: a file each, named by process, so that the last one ends it. */
record DevServerUsers(DevServerFolder folder) {

    /** A file of this user, to be handed back to {@link #leave}. */
    Path join() {
        Path file =
                folder.users().resolve("%s.%s".formatted(ProcessHandle.current().pid(), UUID.randomUUID()));
        try {
            return Files.createFile(file);
        } catch (IOException e) {
            throw folder.refusal(e);
        }
    }

    void leave(Path user) {
        try {
            Files.deleteIfExists(user);
        } catch (IOException e) {
            throw folder.refusal(e);
        }
    }

    /** The processes that use the server; one that was killed is forgotten here. */
    List<Long> present() {
        try (Stream<Path> files = Files.list(folder.users())) {
            return files.filter(this::isThere).map(DevServerUsers::pid).toList();
        } catch (IOException e) {
            throw folder.refusal(e);
        }
    }

    private boolean isThere(Path user) {
        boolean there =
                ProcessHandle.of(pid(user)).filter(ProcessHandle::isAlive).isPresent();
        if (!there) {
            leave(user);
        }
        return there;
    }

    /** None where the file is not of a user. */
    private static long pid(Path user) {
        String name = user.getFileName().toString();
        try {
            return Long.parseLong(name.substring(0, Math.max(0, name.indexOf('.'))));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
