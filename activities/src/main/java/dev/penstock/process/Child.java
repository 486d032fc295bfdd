package dev.penstock.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A process of ours in a session of its own, so that signals of the terminal do not reach it. */
final class Child implements AutoCloseable {

    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Process process;
    private final Family family;
    private final Duration grace;
    private final List<Thread> pumps;
    private boolean settled;

    private Child(Process process, Family family, Duration grace, List<Thread> pumps) {
        this.process = process;
        this.family = family;
        this.grace = grace;
        this.pumps = pumps;
    }

    /** What to start; the mark is a variable, as {@code NAME=value}, by which its descendants are known. */
    record Order(List<String> words, Path folder, Map<String, String> variables, Optional<String> mark) {
        Order {
            words = List.copyOf(words);
        }
    }

    /** Takes what a process writes; called by one thread per stream. */
    interface Sink {
        void take(byte[] bytes, int count, boolean error);
    }

    static Child start(Order order, Duration grace, Sink sink) throws IOException {
        List<String> words = new ArrayList<>();
        Executables.find("setsid", order.variables().getOrDefault("PATH", "/usr/bin:/bin"))
                .ifPresent(setsid -> words.add(setsid.toString()));
        words.addAll(order.words());
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(order.folder().toFile())
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().clear();
        builder.environment().putAll(order.variables());
        Process process = builder.start();
        List<Thread> pumps = List.of(
                Pump.start(process.getInputStream(), (bytes, count) -> sink.take(bytes, count, false)),
                Pump.start(process.getErrorStream(), (bytes, count) -> sink.take(bytes, count, true)));
        return new Child(process, new Family(process.toHandle(), order.mark()), grace, pumps);
    }

    Family family() {
        return family;
    }

    /** Whether it has ended after this time at the latest. */
    boolean ends(Duration patience) throws InterruptedException {
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    int exit() {
        return process.exitValue();
    }

    /** Ends what still runs, and waits for what it wrote; tells how many processes outlived the first. */
    int settle() throws InterruptedException {
        settled = true;
        int outlived = family.end(grace);
        long last = System.nanoTime() + LAST_WORDS.toNanos();
        for (Thread pump : pumps) {
            pump.join(Duration.ofNanos(Math.max(1, last - System.nanoTime())));
        }
        return outlived;
    }

    /** Nothing of it runs afterwards. */
    @Override
    public void close() {
        if (!settled) {
            family.end(grace);
        }
    }
}
