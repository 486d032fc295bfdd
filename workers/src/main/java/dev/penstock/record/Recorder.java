package dev.penstock.record;

import dev.penstock.engine.Listener;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.StepStatus;
import dev.penstock.value.Datum;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes down what the runs of this process do; on a thread of its own, so that no run waits for the disk. */
public final class Recorder implements Listener, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private final RunRecords records;
    private final Map<String, FileChannel> runs = new ConcurrentHashMap<>();
    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Thread writer =
            Thread.ofPlatform().daemon().name("penstock-records").start(this::write);

    private interface Work {
        /** Whether there is more to come. */
        boolean done() throws IOException;
    }

    public Recorder(RunRecords records) {
        this.records = records;
    }

    /** To be called before the run starts; an exception where a run of this name is at work. */
    public void begin(RunHeader header) {
        RunFiles files = records.begin(header);
        try {
            runs.put(header.run(), FileChannel.open(files.events(), StandardOpenOption.APPEND));
        } catch (IOException e) {
            LOG.warn("The run {} is not recorded: {}", header.run(), e.toString());
        }
    }

    /** Runs that were not begun here are not recorded. */
    @Override
    public void step(RunFacts run, StepStatus status, Optional<Datum> value) {
        if (runs.containsKey(run.run())) {
            append(run.run(), new RunEvent.Step(status, value));
        }
    }

    /** To be called when the run has ended; what it is told then is safe on the disk when this returns. */
    public void end(String run, RunEvent end) {
        append(run, end);
        queue.add(() -> {
            release(run);
            return true;
        });
        flush();
    }

    /** Waits until everything until now is written. */
    public void flush() {
        CountDownLatch written = new CountDownLatch(1);
        queue.add(() -> {
            written.countDown();
            return true;
        });
        await(written);
    }

    /** Runs that have not ended are interrupted now, since nobody records them any more. */
    @Override
    public void close() {
        runs.keySet().forEach(run -> end(run, new RunEvent.Left(Instant.now())));
        queue.add(() -> false);
        try {
            writer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await(CountDownLatch written) {
        try {
            while (writer.isAlive() && !written.await(100, TimeUnit.MILLISECONDS)) {}
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void append(String run, RunEvent event) {
        queue.add(() -> {
            FileChannel file = runs.get(run);
            if (file != null) {
                append(run, file, RunFiles.line(event));
            }
            return true;
        });
    }

    private void append(String run, FileChannel file, byte[] line) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        } catch (IOException e) {
            // A run is worth more than its record: it goes on without.
            LOG.warn("The run {} is not recorded any more: {}", run, e.toString());
            release(run);
        }
    }

    private void release(String run) {
        FileChannel file = runs.remove(run);
        if (file == null) {
            return;
        }
        try (file) {
            file.force(true);
        } catch (IOException e) {
            LOG.warn("The record of the run {} may not be whole: {}", run, e.toString());
        }
    }

    private void write() {
        boolean more = true;
        while (more) {
            try {
                more = queue.take().done();
            } catch (InterruptedException e) {
                more = false;
            } catch (IOException | RuntimeException e) {
                LOG.warn("A line of a run's record could not be written: {}", e.toString());
            }
        }
    }
}
