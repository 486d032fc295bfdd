package dev.penstock.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.contract.Asked;
import dev.penstock.contract.PlainStore;
import dev.penstock.contract.Progress;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** A runner with folders of its own, and build contexts that tests write. */
final class Bench {

    private final Path home;
    private final Path roots;
    private final PlainStore store;
    private final Map<String, String> environment = new HashMap<>(System.getenv());
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    Bench(Path temporary) throws IOException {
        this.home = temporary.resolve("home");
        this.roots = Files.createDirectories(temporary.resolve("roots"));
        this.store = new PlainStore(Files.createDirectories(temporary.resolve("store")));
        environment.remove(ProcessSettings.KEEP_WORK);
    }

    Path home() {
        return home;
    }

    Path roots() {
        return roots;
    }

    PlainStore store() {
        return store;
    }

    /** What listeners were told, without the empty words at the beginning of each process. */
    List<String> heard() {
        return heard.stream().filter(words -> !words.isEmpty()).toList();
    }

    Bench set(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    /** Writes a file of a build context. */
    Bench file(String name, String text) throws IOException {
        Path file = roots.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** An image called test whose command is this script of the shell. */
    Bench script(String text) throws IOException {
        return file("test/main.sh", text).file("test/Dockerfile", "FROM alpine\nCMD [\"sh\", \"main.sh\"]\n");
    }

    ProcessSettings settings() {
        return ProcessSettings.of(home, List.of(roots), Bench.class.getClassLoader(), environment)
                .grace(Duration.ofSeconds(2));
    }

    ProcessRunner runner() {
        return runner(settings());
    }

    ProcessRunner runner(ProcessSettings settings) {
        return new ProcessRunner(settings, store, this::hear);
    }

    private void hear(String run, String path, int attempt, Progress progress) {
        heard.add(progress.words());
    }

    JsonNode run(Asked asked) throws InterruptedException {
        return runner().run(asked.task(), asked);
    }

    Fault fails(Asked asked) throws InterruptedException {
        return fails(runner(), asked);
    }

    Fault fails(ProcessRunner runner, Asked asked) throws InterruptedException {
        try {
            JsonNode yielded = runner.run(asked.task(), asked);
            throw new AssertionError("the step yielded " + yielded);
        } catch (FaultException e) {
            return e.fault();
        }
    }

    Path log(int attempt) {
        return home.resolve("logs/iris-monday/train/" + attempt + ".log");
    }

    /** Whether nothing of any attempt is left but logs. */
    boolean isTidy() throws IOException {
        try (Stream<Path> all = Files.walk(home)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> home.relativize(file).getName(0).toString())
                    .noneMatch(top -> top.equals("work") || top.equals("checkpoints"));
        }
    }
}
