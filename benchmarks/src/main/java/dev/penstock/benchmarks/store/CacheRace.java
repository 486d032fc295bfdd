package dev.penstock.benchmarks.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Many processes ask for one key that nobody has computed; every third time the one that computes is killed. */
final class CacheRace implements AutoCloseable {

    private static final int KILL_EVERY = 3;

    /** What came of it. */
    record Outcome(int rounds, int killed, int takenOver, List<String> faults, long milliseconds) {}

    private record Line(Racer racer, String text) {}

    /** A process at the other end of two pipes. */
    private final class Racer {
        private final Process process;
        private final Writer in;

        Racer(String name) throws IOException {
            process = place.start(CacheRacer.class, name);
            in = process.outputWriter(StandardCharsets.UTF_8);
            Thread.ofVirtual().start(this::listen);
        }

        private void listen() {
            try (BufferedReader out =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    said.add(new Line(this, line));
                }
            } catch (IOException e) {
                // It was killed.
                return;
            }
        }

        void tell(String line) {
            try {
                in.write(line + "\n");
                in.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void kill() {
            process.destroyForcibly();
            process.onExit().join();
        }
    }

    private final Place place;
    private final BlockingQueue<Line> said = new LinkedBlockingQueue<>();
    private final List<Racer> racers = new ArrayList<>();
    private final List<String> faults = new ArrayList<>();
    private int started;
    private int killed;
    private int takenOver;

    CacheRace(Place place, int processes) throws IOException, InterruptedException {
        this.place = place;
        for (int i = 0; i < processes; i++) {
            start();
        }
        for (int i = 0; i < processes; i++) {
            next();
        }
    }

    Outcome run(int rounds) throws IOException, InterruptedException {
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            round(round, round % KILL_EVERY == KILL_EVERY - 1);
        }
        long time = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        return new Outcome(rounds, killed, takenOver, List.copyOf(faults), time);
    }

    private void round(int round, boolean kills) throws IOException, InterruptedException {
        racers.forEach(racer -> racer.tell(Integer.toString(round)));
        boolean toKill = kills;
        int results = 0;
        int computing = 0;
        Set<String> values = new HashSet<>();
        while (results < racers.size()) {
            Line line = next();
            if (!line.text().equals("computing")) {
                results++;
                values.add(line.text());
            } else if (toKill) {
                toKill = false;
                killed++;
                line.racer().kill();
                racers.remove(line.racer());
            } else {
                computing++;
                line.racer().tell("go on");
            }
        }
        takenOver += kills ? computing : 0;
        if (computing != 1 || values.size() != 1) {
            faults.add("round %d: %d computed, results %s".formatted(round, computing, values));
        }
        if (kills) {
            start();
            next();
        }
    }

    private Line next() throws InterruptedException {
        Line line = said.poll(60, TimeUnit.SECONDS);
        if (line == null) {
            throw new IllegalStateException("nobody says anything any more");
        }
        return line;
    }

    private void start() throws IOException {
        racers.add(new Racer("racer-" + started++));
    }

    @Override
    public void close() {
        racers.forEach(Racer::kill);
    }
}
