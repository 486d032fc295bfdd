package dev.penstock.process;

import dev.penstock.contract.Exchange;
import dev.penstock.files.Trees;
import dev.penstock.step.StepAttempt;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The folders of one attempt. */
record Workspace(Path step, Path attempt, Path checkpoints, Path log) {

    static Workspace of(Path home, StepAttempt attempt) {
        List<String> path = new ArrayList<>(List.of(attempt.run()));
        path.addAll(List.of(attempt.path().split("/", -1)));
        Path inside = Path.of("", path.stream().map(SafeName::of).toArray(String[]::new));
        Path step = home.resolve("work").resolve(inside);
        String number = Integer.toString(attempt.number());
        return new Workspace(
                step,
                step.resolve(number),
                home.resolve("checkpoints").resolve(inside),
                home.resolve("logs").resolve(inside).resolve(number + ".log"));
    }

    /** Ends what earlier attempts of the step left running where their worker died, and removes what they left. */
    void clear(Duration grace) throws IOException {
        if (!Files.isDirectory(step)) {
            return;
        }
        try (DirectoryStream<Path> attempts = Files.newDirectoryStream(step, "[0-9]*")) {
            for (Path earlier : attempts) {
                Orphans.end(earlier, mark(earlier), grace);
                Trees.delete(earlier);
            }
        }
    }

    /** Makes empty folders; the checkpoint stays as long as what the step is asked to do stays the same. */
    Exchange create(String task) throws IOException {
        Path checkpoint = checkpoints.resolve(SafeName.digest(task).substring(0, 16));
        if (Files.isDirectory(checkpoints)) {
            try (DirectoryStream<Path> others = Files.newDirectoryStream(checkpoints)) {
                for (Path other : others) {
                    if (!other.equals(checkpoint)) {
                        Trees.delete(other);
                    }
                }
            }
        }
        Trees.create(checkpoint);
        Exchange exchange = new Exchange(attempt.resolve("in"), out(), checkpoint, attempt.resolve("progress.jsonl"));
        Trees.create(exchange.in());
        Trees.create(exchange.out());
        Files.createFile(exchange.progress());
        return exchange;
    }

    /** The variable by which the processes of an attempt are known. */
    String mark() {
        return mark(attempt);
    }

    private static String mark(Path attempt) {
        return "PENSTOCK_OUT=" + out(attempt);
    }

    Path out() {
        return out(attempt);
    }

    private static Path out(Path attempt) {
        return attempt.resolve("out");
    }

    void forgetCheckpoint() throws IOException {
        Trees.delete(checkpoints);
        prune(checkpoints);
    }

    void remove() throws IOException {
        Trees.delete(attempt);
        prune(attempt);
    }

    /** Folders above that are empty now; another attempt may be making one at the same moment, and then stays. */
    private static void prune(Path removed) {
        Path folder = removed.getParent();
        while (folder != null && !folder.endsWith("work") && !folder.endsWith("checkpoints")) {
            try {
                Files.delete(folder);
            } catch (IOException e) {
                return;
            }
            folder = folder.getParent();
        }
    }
}
