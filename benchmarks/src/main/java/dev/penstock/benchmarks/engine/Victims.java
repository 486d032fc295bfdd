package dev.penstock.benchmarks.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The processes that are killed and started again. */
final class Victims implements AutoCloseable {

    private final Ground ground;
    private final Path effects;
    private final List<Process> workers = new ArrayList<>();

    Victims(Ground ground, Path effects, int count) {
        this.ground = ground;
        this.effects = effects;
        for (int i = 0; i < count; i++) {
            workers.add(ChaosWorker.start(ground, effects));
        }
    }

    void killWorker(int index) {
        ChaosWorker.kill(workers.get(index));
        workers.set(index, ChaosWorker.start(ground, effects));
    }

    void killServer() {
        ground.killServer();
        Processor.rest(Duration.ofMillis(500));
        ground.restartServer();
    }

    @Override
    public void close() {
        workers.forEach(ChaosWorker::kill);
    }
}
