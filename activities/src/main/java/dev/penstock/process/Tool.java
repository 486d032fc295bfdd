package dev.penstock.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs a program of this machine to its end, for the platform's own purposes. */
record Tool(List<String> words, Path folder, Map<String, String> variables) {

    private static final Duration TICK = Duration.ofMillis(200);
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int REMEMBERED = 64 << 10;

    Tool {
        words = List.copyOf(words);
    }

    /** How it ended and what it wrote last. */
    record Result(int exit, List<String> lines) {}

    /** Is told the line that it wrote last, again and again; may throw to end it. */
    interface Watcher {
        void line(String line);
    }

    /** Python without what the surroundings of this process would make of it. */
    static Tool python(List<String> words, Path folder, Map<String, String> environment) {
        Map<String, String> variables = new TreeMap<>(environment);
        List.of("PYTHONHOME", "PYTHONPATH", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
                .forEach(variables::remove);
        variables.put("PYTHONUNBUFFERED", "1");
        return new Tool(words, folder, variables);
    }

    Result run(Watcher watcher) throws IOException, InterruptedException {
        LastBytes written = new LastBytes(REMEMBERED);
        Child.Order order = new Child.Order(words, folder, variables, Optional.empty());
        try (Child child = Child.start(order, GRACE, (bytes, count, error) -> {
            synchronized (written) {
                written.add(bytes, count);
            }
        })) {
            while (!child.ends(TICK)) {
                List<String> lines = lines(written);
                watcher.line(lines.isEmpty() ? "" : lines.getLast().strip());
            }
            child.settle();
            return new Result(child.exit(), lines(written));
        }
    }

    private static List<String> lines(LastBytes written) {
        synchronized (written) {
            return written.lines();
        }
    }
}
