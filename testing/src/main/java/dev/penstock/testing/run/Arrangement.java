package dev.penstock.testing.run;

import dev.penstock.engine.Limits;
import dev.penstock.engine.Script;
import dev.penstock.function.Services;
import dev.penstock.runs.Runs;
import dev.penstock.store.BlobStore;
import dev.penstock.store.MemoryBlobStore;
import io.temporal.worker.Worker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** What a test has arranged for one run. */
final class Arrangement {

    final Map<String, StandIn> standIns = new TreeMap<>();
    final Map<String, List<Faults>> faults = new TreeMap<>();
    final Map<String, List<Script.Scripted>> answers = new TreeMap<>();
    final List<Consumer<Worker>> registrations = new ArrayList<>();
    Services services = Services.none();
    Limits limits = Limits.usual();
    String startedBy = "the test";
    Optional<String> name = Optional.empty();
    Optional<Instant> begin = Optional.empty();
    Duration patience = Duration.ofMinutes(2);
    BlobStore blobs = new MemoryBlobStore();

    /** What somebody does while the run is at work, given its name; the clock of the run stands still meanwhile. */
    BiConsumer<Runs, String> meanwhile = (runs, run) -> {};

    void fault(String step, Faults more) {
        faults.computeIfAbsent(step, name -> new ArrayList<>()).add(more);
    }

    void answer(String step, Duration after, String by, boolean approves, Optional<String> comment) {
        answers.computeIfAbsent(step, name -> new ArrayList<>()).add(new Script.Scripted(after, by, approves, comment));
    }

    /** The fault that is due in this attempt; those without numbers follow one after the other. */
    Optional<Faults> due(String step, String path, int attempt) {
        long before = 0;
        for (Faults each : faults.getOrDefault(step, List.of())) {
            if (!each.isAt(path)) {
                continue;
            }
            if (each.isOn(attempt) || (attempt > before && attempt <= before + each.times())) {
                return Optional.of(each);
            }
            before += each.times();
        }
        return Optional.empty();
    }
}
