package dev.penstock.server;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.server.Target.Remote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** The servers of others on which this user has run or worked, whoever named them: a line for each namespace. */
public record UsedServers(Path file) {

    /**
     * Adds it, unless it is there; in one piece, so that nobody's line is lost who adds at the same time. Where nobody may
     * write, as in the pod of a worker, nobody looks for garbage either.
     */
    public void note(Remote remote) {
        if (isReadOnly()) {
            return;
        }
        String line = "%s %s".formatted(remote.address(), remote.namespace());
        try {
            String before = text();
            if (before.lines().noneMatch(line::equals)) {
                Files.createDirectories(file.toAbsolutePath().getParent());
                // After a loss of power the last line may have no end.
                String end = before.isEmpty() || before.endsWith("\n") ? "" : "\n";
                Files.writeString(file, end + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new InvalidInputException(
                    Code.UNREADABLE,
                    file.toString(),
                    "That the server %s is used cannot be noted: %s.".formatted(remote.address(), e),
                    "See to it that this user may write here, or name another folder in PENSTOCK_HOME.");
        }
    }

    private boolean isReadOnly() {
        Path folder = file.toAbsolutePath().getParent();
        while (folder != null && !Files.exists(folder)) {
            folder = folder.getParent();
        }
        return folder != null && !Files.isWritable(folder);
    }

    /** Without what it takes to be let in, which only a profile says. */
    public List<Remote> all() {
        List<Remote> all = new ArrayList<>();
        try {
            for (String line : text().lines().filter(line -> !line.isBlank()).toList()) {
                all.add(remote(line.strip()));
            }
        } catch (IOException e) {
            throw unreadable(e.toString());
        }
        return List.copyOf(all);
    }

    private Remote remote(String line) {
        String[] words = line.split(" ", -1);
        if (words.length != 2) {
            throw unreadable("\"%s\" is no address with a namespace".formatted(line));
        }
        return Address.parse(words[0])
                .map(address -> Remote.at(address).in(words[1]))
                .orElseThrow(() -> unreadable("\"%s\" is no address".formatted(words[0])));
    }

    private InvalidInputException unreadable(String why) {
        return new InvalidInputException(
                Code.UNREADABLE,
                file.toString(),
                "Which servers were used cannot be told: %s.".formatted(why),
                "Write one server on each line: host:port, a space, its namespace.");
    }

    private String text() throws IOException {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
